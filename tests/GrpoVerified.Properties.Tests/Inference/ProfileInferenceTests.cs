using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Inference;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Properties.Tests.Trainers;

namespace GrpoVerified.Properties.Tests.Inference;

public sealed class ProfileInferenceTests
{
    public static TheoryData<string, DType> Profiles
    {
        get
        {
            var data = new TheoryData<string, DType>();
            foreach (var name in NamedProfiles.Names)
            {
                data.Add(name, DType.Float64);
                data.Add(name, DType.Float32);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_true_profile_is_in_the_set_and_the_others_agree_with_it_on_every_probe(string name, DType dtype)
    {
        var profile = NamedProfiles.Find(name)!;
        var trainer = new TextbookTrainer(profile, complete: false);
        var inferred = ProfileInference.Infer(trainer, dtype);
        Assert.Contains(name, inferred.Consistent.Select(p => p.Name));
        var probes = Probes.For(trainer.Description, dtype);
        Assert.All(inferred.Consistent, other => Assert.True(AgreeOnEveryProbe(profile, other, probes), $"{name} and {other.Name} share a set and do not agree on every probe"));
    }

    [Theory]
    [InlineData("paper", "std", "population")]
    [InlineData("paper", "epsilon_placement", "inside")]
    [InlineData("trl", "epsilon", "1e-4")]
    [InlineData("openrlhf", "epsilon", "1e-9")]
    [InlineData("verl", "singleton", "raw-reward")]
    [InlineData("ms-swift", "missing", "counted-as-zero")]
    [InlineData("verl", "dual_clip", "negative-advantages 3")]
    [InlineData("open-instruct", "high", "34/125")]
    [InlineData("skyrl", "output_clamp", "10")]
    [InlineData("nemo-rl", "gradient", "score-function")]
    [InlineData("trl-grpo", "beta", "1/25")]
    [InlineData("trl-luspo", "mode", "length-weighted")]
    [InlineData("verl-dr-grpo-2026-01", "mode", "sum-constant")]
    public void An_axis_is_inferred(string profile, string axis, string value)
    {
        var inferred = ProfileInference.Infer(new TextbookTrainer(NamedProfiles.Find(profile)!));
        Assert.Contains(value, inferred.Axes.Single(a => string.Equals(a.Name, axis, StringComparison.Ordinal)).Values);
    }

    [Fact]
    public void An_unusual_epsilon_is_read_off_the_answers()
    {
        var trl = NamedProfiles.Find("trl")!;
        var inferred = ProfileInference.Infer(new TextbookTrainer(trl with { Advantage = trl.Advantage! with { Epsilon = new(37, 100_000) } }));
        Assert.Equal(["37/100000"], inferred.Axes.Single(a => string.Equals(a.Name, "epsilon", StringComparison.Ordinal)).Values);
        Assert.DoesNotContain("trl", inferred.Consistent.Select(p => p.Name));
    }

    [Fact]
    public void What_was_not_asked_is_said()
    {
        var advantages = new DelegateTrainer { Name = "only advantages", Advantages = r => (AdvantageAnswer)new TextbookTrainer(NamedProfiles.Find("trl")!).Answer(r) };
        var inferred = ProfileInference.Infer(advantages);
        Assert.Contains(inferred.Undetermined, u => u.Contains("does not declare Loss", StringComparison.Ordinal));
        Assert.DoesNotContain("verl", inferred.Consistent.Select(p => p.Name));
    }

    [Fact]
    public void Profiles_share_a_set_only_where_they_are_one_convention_or_were_not_asked_for_the_difference()
    {
        // trl and unsloth are one convention; liger says nothing of advantages and aggregation, where it would differ.
        string[] Set(string name) => [.. ProfileInference.Infer(new TextbookTrainer(NamedProfiles.Find(name)!)).Consistent.Select(p => p.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(["liger", "trl", "unsloth"], Set("trl"));
        Assert.Contains("verl", Set("verl"));
        Assert.DoesNotContain("skyrl", Set("verl"));
        Assert.DoesNotContain("trl", Set("paper"));
    }

    // Each probe has an answer that both profiles allow: values, gradients, ratios, and whether it is refused. A part that a profile does not describe allows all.
    private static bool AgreeOnEveryProbe(TrainerProfile a, TrainerProfile b, IReadOnlyList<Probe> probes)
        => probes.All(p => Values(a, p.Request) is not { } x || Values(b, p.Request) is not { } y || (x.Count == y.Count && x.Zip(y).All(v => Compatible(v.First, v.Second))));

    private static bool Compatible(Expected<Rounded> a, Expected<Rounded> b)
        => a.Kind == ExpectedKind.Anything || b.Kind == ExpectedKind.Anything || (a.Kind == b.Kind && (a.Kind == ExpectedKind.NaN || a.Value.IsUnconstrained || b.Value.IsUnconstrained || Rounded.Overlap(a.Value, b.Value)));

    // Null: the profile does not describe it. No value: it refuses.
    private static List<Expected<Rounded>>? Values(TrainerProfile p, TrainerRequest request)
    {
        var e = Evaluations.In(NumberFormat.Of(request.DType));
        switch (request)
        {
            case AdvantageRequest r:
                return p.Advantage is { } a && (a.Missing is not null || !r.Rewards.Any(double.IsNaN)) ? AdvantageExpectation.Of(a, r, e)?.ToList() ?? [] : null;
            case KlRequest r:
                var kl = p.Kl is { } k ? r.LogProbs.Select((lp, i) => KlExpectation.Of(k, e.Input(lp), e.Input(r.ReferenceLogProbs[i]), e)).ToList() : null;
                return kl is null ? null : [.. kl.SelectMany(d => new Expected<Rounded>[] { d.Value, d.Derivative })];
            case RatioRequest r:
                return p.Clip is { } c ? [.. r.Mask.SelectMany((m, i) => PolicyExpectation.Ratios(c, r.LogProbs[i], r.OldLogProbs[i], m, e).Select((x, t) => m[t] ? (Expected<Rounded>)x : Expected<Rounded>.Anything))] : null;
            case LossRequest r:
                return p is { Clip: not null, Kl: not null, Aggregation: not null } && LossExpectation.Of(p, r, e) is var loss ? [loss.Loss, .. loss.Gradient.SelectMany(row => row)] : null;
            case AggregationRequest r:
                return p.Aggregation is { } g ? [AggregationExpectation.Of(g, r, e)] : null;
            default:
                return null;
        }
    }
}
