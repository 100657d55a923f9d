using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;
using GrpoVerified.Properties.Tests.Trainers;
using GrpoVerified.TestKit;

namespace GrpoVerified.Properties.Tests.Suites;

public sealed class SuiteTests
{
    private static readonly TrainerProfile Trl = NamedProfiles.Find("trl")!;

    [Fact]
    public void Rules_have_unique_ids_and_say_their_strength()
    {
        Assert.Equal(ConformanceSuite.Rules.Count, ConformanceSuite.Rules.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ConformanceSuite.Rules, r => Assert.Matches("^(Required|Profile|Advisory) T[1-6][0-9]{2}: [^A-Z]|π|CISPO|KL", r.Name));
    }

    [Fact]
    public void The_same_settings_give_the_same_results()
    {
        string Run() => string.Join('\n', ConformanceSuite.Run(new TextbookTrainer(Trl, Fault.EpsilonTooSmall), Trl, new SuiteSettings { Cases = 20 }).Select(r => $"{r.RuleId} {r.Outcome} {r.Cases} {r.Counterexample?.Input}"));
        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Another_seed_gives_other_cases()
    {
        var trainer = new TextbookTrainer(Trl, Fault.StdSwappedDivisor);
        string First(ulong seed) => Rule("T101").Run(trainer, Trl, new SuiteSettings { Seed = seed }).Counterexample!.OriginalInput;
        Assert.True(Enumerable.Range(1, 5).Select(s => First((ulong)s)).Distinct(StringComparer.Ordinal).Count() > 1);
    }

    [Fact]
    public void The_replay_line_runs_that_case_and_shrinks_to_the_same_counterexample()
    {
        var trainer = new TextbookTrainer(Trl, Fault.EpsilonTooSmall);
        var failed = Rule("T101").Run(trainer, Trl, new SuiteSettings { Seed = 7 });
        var point = ReplayPoint.Parse(failed.Counterexample!.Replay.Split('=')[1]);
        var again = Assert.Single(ConformanceSuite.Run(trainer, Trl, new SuiteSettings { Replay = point }));
        Assert.Equal(1, again.Cases);
        Assert.Equal(failed.Counterexample.OriginalInput, again.Counterexample!.OriginalInput);
        Assert.Equal(failed.Counterexample.Input, again.Counterexample.Input);
    }

    [Fact]
    public void A_line_that_names_no_case_is_refused_with_an_example()
        => Assert.Contains("T101:12345:7", Assert.Throws<FormatException>(() => ReplayPoint.Parse("T101")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_declared_is_skipped_with_the_reason()
    {
        var trainer = new DelegateTrainer { Name = "advantages only", Advantages = r => (AdvantageAnswer)new TextbookTrainer(Trl).Answer(r) };
        var results = ConformanceSuite.Run(trainer, Trl, new SuiteSettings { Cases = 10 }).ToList();
        Assert.Contains(results, r => r.RuleId == "T201" && r.Outcome == RuleOutcome.Skipped && r.Reason == "advantages only does not declare Kl");
        Assert.Contains(results, r => r.RuleId == "T112" && r.Reason == "advantages only does not declare RaggedGroups");
        Assert.Contains(results, r => r.RuleId == "T101" && r.Outcome == RuleOutcome.Passed && r.Cases == 10);
    }

    [Fact]
    public void A_crash_a_wrong_shape_and_a_missing_part_are_findings()
    {
        RuleResult Run(Func<AdvantageRequest, AdvantageAnswer> f) => Rule("T101").Run(new DelegateTrainer { Name = "x", Advantages = f }, Trl, new SuiteSettings());
        Assert.Contains("(Crash): InvalidOperationException: boom", Run(_ => throw new InvalidOperationException("boom")).Counterexample!.Message, StringComparison.Ordinal);
        Assert.Contains("(WrongShape): 1 advantages for", Run(_ => new([0])).Counterexample!.Message, StringComparison.Ordinal);
        var noGradient = new DelegateTrainer { Name = "x", Kl = r => new(r.LogProbs), Also = new HashSet<Capability> { Capability.KlGradient } };
        Assert.Contains("the answer has no gradient", Rule("T202").Run(noGradient, Trl, new SuiteSettings()).Counterexample!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_counterexample_shrinks_to_two_samples_and_simple_numbers()
    {
        var c = Rule("T101").Run(new TextbookTrainer(Trl, Fault.StdSwappedDivisor).Only(DType.Float64), Trl, new SuiteSettings()).Counterexample!;
        var request = Assert.IsType<AdvantageRequest>(c.Request);
        Assert.Equal(2, request.Rewards.Count);
        Assert.All(request.Rewards, x => Assert.Contains(Math.Abs(x), new[] { 0.0, 1.0 }));
        Assert.Equal("float64", c.Input.Split(':')[0]);
    }

    [Fact]
    public void A_report_shows_rule_input_enclosure_observed_ulps_original_and_replay()
    {
        var c = Rule("T101").Run(new TextbookTrainer(Trl, Fault.StdSwappedDivisor).Only(DType.Float64), Trl, new SuiteSettings()).Counterexample!;
        var text = CounterexampleText.Write(c);
        Assert.Contains("Profile T101: advantages: sample", text, StringComparison.Ordinal);
        Assert.Contains("this answer fits std = population", text, StringComparison.Ordinal);
        Assert.Contains("expected: ", text, StringComparison.Ordinal);
        Assert.Contains("with rounding within [", text, StringComparison.Ordinal);
        Assert.Contains("% too ", text, StringComparison.Ordinal);
        Assert.Contains("replay: GRPOVERIFIED_REPLAY=T101:", text, StringComparison.Ordinal);
        Assert.True(c.AllowedLower <= c.AllowedUpper && !(c.AllowedLower <= c.Observed && c.Observed <= c.AllowedUpper));
        Assert.True(c.Ulps > 1000);
    }

    [Theory]
    [InlineData("paper", "trl-grpo", "T101")]
    [InlineData("paper", "verl", "T101")]
    [InlineData("trl", "verl", "T105")]
    [InlineData("trl", "paper", "T101")]
    [InlineData("verl", "trl", "T315")]
    [InlineData("verl", "paper", "T101")]
    public void A_trainer_fails_under_another_profile(string trainer, string profile, string rule)
    {
        var result = Rule(rule).Run(new TextbookTrainer(NamedProfiles.Find(trainer)!), NamedProfiles.Find(profile)!, new SuiteSettings());
        Assert.Equal(RuleOutcome.Failed, result.Outcome);
        Assert.Contains("profile " + profile, result.Counterexample!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openrlhf", "T108")]
    [InlineData("nemo-rl", "T110")]
    [InlineData("trl-grpo", "T207")]
    [InlineData("trl", "T210")]
    [InlineData("verl", "T322")]
    public void Advice_is_given_where_a_real_convention_deserves_it(string profile, string rule)
        => Assert.Equal(RuleOutcome.Failed, Rule(rule).Run(new TextbookTrainer(NamedProfiles.Find(profile)!), NamedProfiles.Find(profile)!, new SuiteSettings()).Outcome);

    [Theory]
    [InlineData("trl", "T108")]
    [InlineData("trl", "T110")]
    [InlineData("nemo-rl", "T207")]
    [InlineData("test-k2", "T207")]
    [InlineData("skyrl", "T210")]
    [InlineData("trl-grpo", "T322")]
    [InlineData("trl", "T331")]
    public void Advice_is_not_given_where_the_convention_has_no_such_weakness(string profile, string rule)
        => Assert.Equal(RuleOutcome.Passed, Rule(rule).Run(new TextbookTrainer(TestProfiles.Find(profile)), TestProfiles.Find(profile), new SuiteSettings()).Outcome);

    [Fact]
    public void The_usual_surrogate_under_autograd_is_advised_to_clamp_and_breaks_nothing()
    {
        var trainer = new TapeTrainer(Trl, DType.Float32);
        var advice = Rule("T331").Run(trainer, Trl, new SuiteSettings());
        Assert.Contains("clamp the log-ratio before the exponential", advice.Counterexample!.Message, StringComparison.Ordinal);
        Assert.All(new[] { "T312", "T314", "T327" }, id => Assert.Equal(RuleOutcome.Passed, Rule(id).Run(trainer, Trl, new SuiteSettings { Cases = 300 }).Outcome));
    }

    [Fact]
    public void Each_case_is_generated_once()
    {
        var drawn = 0;
        var rule = new Rules.CaseRule<AdvantageRequest>("T999", Strength.Required, "counts")
        {
            Cases = _ => FsCheck.Fluent.Gen.Fresh(() =>
            {
                drawn++;
                return new AdvantageRequest(DType.Float64, [0, 1], [0, 0]);
            }),
            Simpler = _ => [],
            Shown = r => r,
            Judge = (_, _) => null,
        };
        Assert.Equal(50, rule.Run(new TextbookTrainer(Trl), Trl, new SuiteSettings { Cases = 50 }).Cases);
        Assert.Equal(50, drawn);
    }

    [Fact]
    public void A_report_says_a_large_distance_plainly_and_shortens_a_long_first_case()
    {
        var c = Rule("T101").Run(new TextbookTrainer(Trl, Fault.StdSwappedDivisor).Only(DType.Float64), Trl, new SuiteSettings()).Counterexample!;
        string Observed(string expected, double observed, double ulps) => CounterexampleText.Write(c with { Expected = expected, Observed = observed, Ulps = ulps }).Split('\n').Single(l => l.StartsWith("observed: ", StringComparison.Ordinal));
        Assert.Equal("observed: 1.5, 12.25 ulps away", Observed("1", 1.5, 12.25));
        Assert.Equal("observed: 1.25, 25 % too large in size", Observed("1", 1.25, 1e15));
        Assert.Equal("observed: -0.25, 75 % too small in size", Observed("-1", -0.25, 1e15));
        Assert.Equal("observed: 1.00001, relative error 1e-5", Observed("1", 1.00001, 1e10));
        Assert.Equal("observed: -2, the expected with the other sign", Observed("2", -2, 1e16));
        Assert.Equal("observed: 600, 300 times the expected", Observed("2", 600, 1e16));
        Assert.Equal("observed: 3, not 0", Observed("0", 3, 1e16));
        var first = CounterexampleText.Write(c with { OriginalInput = "float64: rewards [" + new string('7', 1000) + "]" }).Split('\n').Single(l => l.StartsWith("first seen: ", StringComparison.Ordinal));
        Assert.True(first.Length < 300, first);
        Assert.EndsWith("7] (1019 characters; whole in --format json)", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fault.SingletonGetsZero, "verl-rloo", "T111")]
    [InlineData(Fault.UnequalCountsBecomeOneGroup, "slime", "T112")]
    [InlineData(Fault.EmptyBatchDividesByZero, "trl-grpo", "T404")]
    public void A_counterexample_is_still_a_case_of_its_rule(Fault fault, string profile, string rule)
    {
        var request = Rule(rule).Run(new TextbookTrainer(NamedProfiles.Find(profile)!, fault), NamedProfiles.Find(profile)!, new SuiteSettings()).Counterexample!.Request;
        Assert.True(request switch
        {
            AdvantageRequest r => r.Groups.GroupBy(g => g).Select(g => g.Count()).ToList() is var sizes && (rule == "T111" ? sizes.Contains(1) : sizes.Distinct().Count() > 1),
            AggregationRequest r => r.Mask.All(row => !row.Contains(true)),
            _ => false,
        });
    }

    [Fact]
    public void The_list_of_rules_is_the_committed_one()
    {
        var text = "# Rules for trainers\n\nGenerated by tests/GrpoVerified.Properties.Tests (GRPOVERIFIED_UPDATE_BASELINES=1 writes it again).\n\n| rule | strength | says | needs |\n| --- | --- | --- | --- |\n"
            + string.Concat(ConformanceSuite.Rules.Select(r => $"| {r.Id} | {r.Strength} | {r.Title.Replace("|", "\\|", StringComparison.Ordinal)} | {string.Join(", ", r.Needs)} |\n"));
        var path = Repository.PathOf("docs/trainer-rules.md");
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_UPDATE_BASELINES") is "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : string.Empty, text);
    }

    private static Rules.TrainerRule Rule(string id) => ConformanceSuite.Rules.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));
}
