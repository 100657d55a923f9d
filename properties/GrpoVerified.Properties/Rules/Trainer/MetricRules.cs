using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Theory.Trainers;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>Logged metrics against what they claim to measure. A metric that is not in the answer is not judged.</summary>
internal static class MetricRules
{
    public static IEnumerable<TrainerRule> All =>
    [
        OfLoss("T601", MetricNames.ClipFractionLow, "the share of tokens clipped below", Case.NeedsClip, (c, r) => Fraction(c, r, upper: false)),
        OfLoss("T602", MetricNames.ClipFractionHigh, "the share of tokens clipped above", Case.NeedsClip, (c, r) => Fraction(c, r, upper: true)),
        OfLoss("T603", MetricNames.Kl, "the mean KL estimate of the tokens", Case.NeedsKl, (c, r) => Mean(r, (i, t) => KlExpectation.Of(c.Profile.Kl!, c.Budget.Input(r.LogProbs[i][t]), c.Budget.Input(r.ReferenceLogProbs[i][t]), c.Budget).Value)),
        OfLoss("T604", MetricNames.RatioMean, "the mean ratio of the tokens", Case.NeedsClip, (c, r) =>
        {
            var rows = r.Mask.Select((m, i) => PolicyExpectation.Ratios(c.Profile.Clip!, r.LogProbs[i], r.OldLogProbs[i], m, c.Budget)).ToArray();
            return Mean(r, (i, t) => rows[i][t]);
        }),
        ZeroVariance(),
    ];

    private static CaseRule<LossRequest> OfLoss(string id, string metric, string meaning, Func<TrainerProfile, string?> applies, Func<RuleContext, LossRequest, Interval> expected)
        => new(id, Strength.Profile, $"metric {metric} is {meaning}")
        {
            Needs = [Capability.Loss, Capability.Metrics],
            Applies = applies,
            Cases = c => new TokenCases(c.Format).Loss,
            Simpler = Generators.Simpler.Loss,
            Shown = r => r,
            Judge = (c, r) => !Case.Unmasked(r.Mask).Any() ? null : Judge(metric, meaning, c.Ask(r).Metrics, expected(c, r)),
        };

    private static CaseRule<AdvantageRequest> ZeroVariance()
        => new("T605", Strength.Profile, $"metric {MetricNames.ZeroVarianceFraction} is the share of groups with equal rewards")
        {
            Needs = [Capability.Advantages, Capability.Metrics],
            Applies = Case.NeedsAdvantage,
            Cases = c => RewardCases.For(c.Description, c.Format).Any,
            Simpler = Generators.Simpler.Advantages,
            Shown = r => r,
            Judge = (c, r) =>
            {
                var groups = r.Rewards.Select((x, i) => (x, g: r.Groups[i])).GroupBy(p => p.g, p => p.x).ToList();
                if (groups.Exists(g => g.Distinct().Skip(1).Any() && (g.Max() - g.Min()) <= 8 * c.Format.Ulp(g.Max(Math.Abs))))
                {
                    // Nearly equal rewards may count as equal: tolerances differ.
                    return null;
                }

                var share = new Rational(groups.Count(g => !g.Distinct().Skip(1).Any()), groups.Count);
                return Judge(MetricNames.ZeroVarianceFraction, "the share of groups with equal rewards", c.Answer<AdvantageAnswer>(r).Metrics, Interval.FromRational(share) + Around(c.Format));
            },
        };

    private static Finding? Judge(string metric, string meaning, IReadOnlyDictionary<string, double> metrics, Interval allowed)
        => !metrics.TryGetValue(metric, out var observed) || !Interval.IsFinite(allowed) || (allowed.Lower <= observed && observed <= allowed.Upper)
            ? null
            : new($"metric {metric} is not {meaning}", $"metrics[{metric}]", FormattableString.Invariant($"about {allowed.Midpoint:R}")) { Lower = allowed.Lower, Upper = allowed.Upper, Observed = observed };

    private static Interval Around(NumberFormat format) => new(-4 * format.UnitRoundoff, 4 * format.UnitRoundoff);

    private static Interval Mean(LossRequest r, Func<int, int, Rounded> value)
        => Statistics.Mean([.. Case.Unmasked(r.Mask).Select(p => value(p.I, p.T))]).Set;

    // Counts tokens that certainly lie beyond the bound, and those that may.
    private static Interval Fraction(RuleContext c, LossRequest r, bool upper)
    {
        var (least, most, count) = (0, 0, 0);
        for (var i = 0; i < r.Mask.Count; i++)
        {
            var ratios = PolicyExpectation.Ratios(c.Profile.Clip!, r.LogProbs[i], r.OldLogProbs[i], r.Mask[i], c.Budget);
            for (var t = 0; t < ratios.Length; t++)
            {
                if (!r.Mask[i][t])
                {
                    continue;
                }

                count++;
                var beyond = Beyond(c, ratios[t], upper);
                var sides = upper ? r.Advantages[i] > 0 : r.Advantages[i] < 0;
                least += sides && beyond.IsCertain ? 1 : 0;
                most += sides && !beyond.IsRefuted ? 1 : 0;
            }
        }

        return new Interval((double)least / count, (double)most / count) + Around(c.Format);
    }

    private static Truth Beyond(RuleContext c, Rounded ratio, bool upper)
    {
        var clip = c.Profile.Clip!;
        return upper
            ? clip.High is { } high ? Rounded.Less(clip.IsHighAbsolute ? c.Budget.Parameter(high) : Rounded.One + c.Budget.Parameter(high), ratio) : Truth.False
            : clip.Low is { } low ? Rounded.Less(ratio, Rounded.One - c.Budget.Parameter(low)) : Truth.False;
    }
}
