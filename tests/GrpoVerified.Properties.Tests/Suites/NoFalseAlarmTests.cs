using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;
using GrpoVerified.Properties.Tests.Trainers;

namespace GrpoVerified.Properties.Tests.Suites;

public sealed class NoFalseAlarmTests
{
    private const int Seeds = 100;

    // The second trainer is slower: ten seeds in every run, a hundred with FULL=1.
    private static readonly ulong TapeSeeds = Environment.GetEnvironmentVariable("FULL") is null or "" ? 10UL : 100UL;

    public static TheoryData<string> Profiles => new(TestProfiles.All.Select(p => p.Name));

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_correct_trainer_breaks_no_binding_rule_in_a_hundred_seeds(string name)
    {
        var profile = TestProfiles.Find(name);
        var trainer = new TextbookTrainer(profile, complete: false).Only(DType.Float64, DType.Float32);
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var settings = new SuiteSettings { Seed = seed, Cases = 4 };
            Assert.All(
                ConformanceSuite.Rules.Where(r => r.Strength != Strength.Advisory).Select(r => r.Run(trainer, profile, settings)),
                result => Assert.True(result.Outcome != RuleOutcome.Failed, result.Counterexample is { } c ? CounterexampleText.Write(c) : string.Empty));
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_correct_trainer_that_differentiates_in_reverse_breaks_no_binding_rule(string name)
    {
        var profile = TestProfiles.Find(name);
        var trainer = new TapeTrainer(profile, DType.Float64, DType.Float32, DType.BFloat16, DType.Float16);
        for (var seed = 1UL; seed <= TapeSeeds; seed++)
        {
            var settings = new SuiteSettings { Seed = seed, Cases = 8 };
            Assert.All(
                ConformanceSuite.Rules.Where(r => r.Strength != Strength.Advisory).Select(r => r.Run(trainer, profile, settings)),
                result => Assert.True(result.Outcome != RuleOutcome.Failed, result.Counterexample is { } c ? CounterexampleText.Write(c) : string.Empty));
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_correct_trainer_in_half_precision_breaks_no_binding_rule(string name)
    {
        var profile = TestProfiles.Find(name);
        var trainer = new TextbookTrainer(profile, complete: false).Only(DType.BFloat16, DType.Float16);
        Assert.All(
            ConformanceSuite.Rules.Where(r => r.Strength != Strength.Advisory).Select(r => r.Run(trainer, profile, new SuiteSettings { Cases = 60 })),
            result => Assert.True(result.Outcome != RuleOutcome.Failed, result.Counterexample is { } c ? CounterexampleText.Write(c) : string.Empty));
    }
}
