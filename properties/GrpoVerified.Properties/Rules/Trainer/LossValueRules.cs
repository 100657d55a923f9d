using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>The policy loss and its gradient against the enclosure that the profile gives.</summary>
internal static class LossValueRules
{
    public static IEnumerable<TrainerRule> All =>
    [
        Rule("T310", "token losses are those of the profile", Any, (c, r) => Tokens(c, r, "the loss of a token"), [Capability.TokenLosses], p => Case.NeedsClip(p) ?? Case.NeedsKl(p)),
        Rule("T311", "the aggregated loss is the one of the profile", Any, (c, r) => Loss(c, r, "the loss")),
        Rule("T312", "the gradient of the loss is the one of the profile", Any, (c, r) => Gradient(c, r, "the gradient"), [Capability.LossGradient]),
        Rule("T313", "a batch without an unmasked token gives what the profile says", AllMasked, (c, r) => Loss(c, r, "a fully masked batch: the loss"), applies: p => p.Aggregation?.EmptyBatch is null ? "the profile does not say what a fully masked batch gives" : null, within: (_, r) => !Case.Unmasked(r.Mask).Any()),
        Rule("T314", "beyond the clip the gradient vanishes, on the right side only", c => Corner(c, ClipCorners), (c, r) => Whole(c, r, "beyond the clip"), applies: p => p.Clip is { Objective: PolicyObjective.ClippedSurrogate } ? null : "the profile does not clip a surrogate", within: IsBeyondClip),
        Rule("T315", "the second bound on large ratios acts as the profile says", c => Corner(c, LargeRatios), (c, r) => Whole(c, r, "a large ratio"), applies: p => p.Clip is { Objective: PolicyObjective.ClippedSurrogate } ? null : "the profile does not clip a surrogate", within: IsLarge),
        Rule("T316", "a sequence ratio is that of the mean log-ratio", Any, (c, r) => Whole(c, r, "a sequence ratio"), applies: p => p.Clip is { Level: RatioLevel.Token } ? "the profile forms the ratio of each token" : null),
        Rule("T317", "the weight of CISPO is bounded as the profile says and not differentiated", c => Corner(c, LargeRatios), (c, r) => Whole(c, r, "a CISPO weight"), applies: p => p.Clip is { Objective: PolicyObjective.Cispo } ? null : "the profile is not CISPO"),
    ];

    // Log-ratios a little beyond the usual clip bounds 1 ± 0.1, 0.2, 0.272.
    private static double[] ClipCorners { get; } = [0.13, -0.15, 0.2, -0.25, 0.26, -0.3, 0.7, -0.7];

    private static double[] LargeRatios { get; } = [1.0986, 1.12, 1.25, 1.4, 1.6, 2.5, 3.5];

    private static CaseRule<LossRequest> Rule(string id, string title, Func<RuleContext, Gen<LossRequest>> cases, Func<RuleContext, LossRequest, Finding?> judge, Capability[]? also = null, Func<TrainerProfile, string?>? applies = null, Func<RuleContext, LossRequest, bool>? within = null)
        => new(id, Strength.Profile, title)
        {
            Needs = [Capability.Loss, .. also ?? []],
            Applies = p => (applies is null || also is null ? Case.NeedsLoss(p) : null) ?? applies?.Invoke(p),
            Cases = cases,
            Simpler = Generators.Simpler.Loss,
            Shown = r => r,
            Within = within ?? (static (_, _) => true),
            Judge = judge,
        };

    private static double LogRatio(LossRequest r) => r.LogProbs[0][0] - r.OldLogProbs[0][0];

    private static bool IsLarge(RuleContext c, LossRequest r) => LogRatio(r) > 1;

    private static bool IsBeyondClip(RuleContext c, LossRequest r)
        => c.Profile.Clip is { } clip && Interval.Exp(new Interval(LogRatio(r))).Midpoint is var ratio
            && ((clip.High is { } high && ratio > 1 + high.ToDouble()) || (clip.Low is { } low && ratio < 1 - low.ToDouble()));

    private static Gen<LossRequest> Any(RuleContext c) => new TokenCases(c.Format).Loss;

    private static Gen<LossRequest> AllMasked(RuleContext c)
        => Any(c).Select(r => r with { Mask = [.. r.Mask.Select(row => (IReadOnlyList<bool>)[.. row.Select(_ => false)])] });

    private static Gen<LossRequest> Corner(RuleContext c, double[] logRatios)
        => from lp in new TokenCases(c.Format).LogProb
           from ratio in Gen.Elements(logRatios)
           from advantage in Numbers.OneOf(1, -1, 2, -0.5)
           select new LossRequest(c.Format.DType, [[lp]], [[c.Format.Round(lp - ratio)]], [[lp]], [[true]], [advantage], [0], 1);

    private static Finding? Whole(RuleContext c, LossRequest r, string what)
        => Loss(c, r, what + ": the loss")
            ?? (c.Has(Capability.TokenLosses) ? Tokens(c, r, what + ": the loss of a token") : null)
            ?? (c.Has(Capability.LossGradient) ? Gradient(c, r, what + ": the gradient") : null);

    private static Finding? Loss(RuleContext c, LossRequest r, string what)
    {
        var expected = LossExpectation.Of(c.Profile, r, c.Budget).Loss;
        var answer = c.Ask(r);
        var finding = c.Compare(expected, answer.Loss, "loss", $"{what} is not the one of profile {c.Profile.Name}", () => LossExpectation.Of(c.Profile, r, RuleContext.Exact).Loss);
        return finding?.Explained(Variants(c.Profile), p => Allows(LossExpectation.Of(p, r, c.Budget).Loss, answer.Loss));
    }

    private static Finding? Tokens(RuleContext c, LossRequest r, string what)
    {
        var expected = LossExpectation.Of(c.Profile, r, c.Budget).TokenLosses;
        return Rows(c, r, expected, c.Ask(r).TokenLosses!, "token losses", what, e => e.TokenLosses, x => x.TokenLosses);
    }

    private static Finding? Gradient(RuleContext c, LossRequest r, string what)
    {
        var expected = LossExpectation.Of(c.Profile, r, c.Budget).Gradient;
        return Rows(c, r, expected, c.Ask(r).Gradient!, "gradient", what, e => e.Gradient, x => x.Gradient);
    }

    private static Finding? Rows(RuleContext c, LossRequest r, Expected<Rounded>[][] expected, IReadOnlyList<IReadOnlyList<double>> observed, string place, string what, Func<ExpectedLoss<Ball>, Expected<Ball>[][]> exact, Func<ExpectedLoss<Rounded>, Expected<Rounded>[][]> part)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            for (var t = 0; t < expected[i].Length; t++)
            {
                if (c.Accepts(expected[i][t], observed[i][t]))
                {
                    continue;
                }

                var (row, token) = (i, t);
                if (c.Compare(expected[i][t], observed[i][t], FormattableString.Invariant($"{place}[{i}][{t}]"), $"{what} is not the one of profile {c.Profile.Name}", () => exact(LossExpectation.Of(c.Profile, r, RuleContext.Exact))[row][token]) is { } finding)
                {
                    return finding.Explained(Variants(c.Profile), p => Fits(part(LossExpectation.Of(p, r, c.Budget)), observed));
                }
            }
        }

        return null;
    }

    private static IEnumerable<AxisVariant> Variants(TrainerProfile profile)
        => AxisVariants.Clip(profile).Concat(AxisVariants.Aggregation(profile)).Concat(AxisVariants.Kl(profile));

    private static bool Fits(Expected<Rounded>[][] expected, IReadOnlyList<IReadOnlyList<double>> observed)
        => expected.Zip(observed).All(rows => rows.First.Zip(rows.Second).All(p => p.First.Kind == ExpectedKind.Anything || Allows(p.First, p.Second)));

    private static bool Allows(Expected<Rounded> expected, double observed)
        => expected.Kind == ExpectedKind.Number && !expected.Value.IsUnconstrained && expected.Value.Allows(observed);
}
