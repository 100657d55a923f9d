using FsCheck;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>Importance ratios.</summary>
internal static class RatioRules
{
    public static IEnumerable<TrainerRule> All =>
    [
        Rule("T301", Strength.Profile, "ratios are those of the profile", c => new TokenCases(c.Format).Ratio, Values),
        Rule("T302", Strength.Required, "on policy the ratio is exactly 1", OnPolicy, IsOne),
        Rule("T303", Strength.Required, "what stands under the mask does not reach a ratio", c => new TokenCases(c.Format).Ratio, Masked),
        Rule("T304", Strength.Required, "the ratio of a sequence does not depend on the others", c => new TokenCases(c.Format) { MinSequences = 2 }.Ratio, Isolated),
        Rule("T305", Strength.Profile, "repeating every token of a sequence leaves its ratio as it is", c => new TokenCases(c.Format).Ratio, Repeated),
    ];

    private static CaseRule<RatioRequest> Rule(string id, Strength strength, string title, Func<RuleContext, Gen<RatioRequest>> cases, Func<RuleContext, RatioRequest, Finding?> judge)
        => new(id, strength, title)
        {
            Needs = [Capability.Ratio],
            Applies = Case.NeedsClip,
            Cases = cases,
            Simpler = Generators.Simpler.Ratio,
            Shown = r => r,
            Judge = judge,
        };

    private static Gen<RatioRequest> OnPolicy(RuleContext c)
        => FsCheck.Fluent.Gen.Select(new TokenCases(c.Format).Ratio, r => r with { OldLogProbs = r.LogProbs });

    private static Rounded[] Row(RuleContext c, RatioRequest r, int i) => PolicyExpectation.Ratios(c.Profile.Clip!, r.LogProbs[i], r.OldLogProbs[i], r.Mask[i], c.Budget);

    private static string At(int i, int t) => FormattableString.Invariant($"ratios[{i}][{t}]");

    private static Finding? Values(RuleContext c, RatioRequest r)
    {
        var answer = c.Ask(r);
        for (var i = 0; i < r.Mask.Count; i++)
        {
            var row = i;
            var expected = Row(c, r, i);
            for (var t = 0; t < expected.Length; t++)
            {
                if (!r.Mask[i][t] || c.Accepts(expected[t], answer[i][t]))
                {
                    continue;
                }

                var token = t;
                if (c.Compare(expected[t], answer[i][t], At(i, t), $"the ratio is not the one of profile {c.Profile.Name}", () => PolicyExpectation.Ratios(c.Profile.Clip!, r.LogProbs[row], r.OldLogProbs[row], r.Mask[row], RuleContext.Exact)[token]) is { } finding)
                {
                    return finding.Explained(AxisVariants.Clip(c.Profile), p => Fits(c, p, r, answer));
                }
            }
        }

        return null;
    }

    private static bool Fits(RuleContext c, TrainerProfile profile, RatioRequest r, IReadOnlyList<IReadOnlyList<double>> answer)
    {
        var rows = r.Mask.Select((m, i) => PolicyExpectation.Ratios(profile.Clip!, r.LogProbs[i], r.OldLogProbs[i], m, c.Budget)).ToArray();
        return Case.Unmasked(r.Mask).All(p => rows[p.I][p.T].Allows(answer[p.I][p.T]));
    }

    private static Finding? IsOne(RuleContext c, RatioRequest r)
    {
        if (Case.Unmasked(r.Mask).Any(p => r.LogProbs[p.I][p.T] != r.OldLogProbs[p.I][p.T]))
        {
            return null;
        }

        var answer = c.Ask(r);
        foreach (var (i, t) in Case.Unmasked(r.Mask))
        {
            if (answer[i][t] != 1)
            {
                return new("log π_θ = log π_old and the ratio is not exactly 1", At(i, t), "1") { Observed = answer[i][t], Ulps = Math.Abs(answer[i][t] - 1) / c.Format.Ulp(1) };
            }
        }

        return null;
    }

    private static Finding? Masked(RuleContext c, RatioRequest r)
    {
        var before = c.Ask(r with { LogProbs = Case.Plant(r.LogProbs, r.Mask, -1), OldLogProbs = Case.Plant(r.OldLogProbs, r.Mask, -1) });
        foreach (var planted in new[] { double.NaN, double.NegativeInfinity, -30.0 })
        {
            var after = c.Ask(r with { LogProbs = Case.Plant(r.LogProbs, r.Mask, planted) });
            foreach (var (i, t) in Case.Unmasked(r.Mask))
            {
                if (!before[i][t].Equals(after[i][t]))
                {
                    return new(FormattableString.Invariant($"{planted:R} under the mask changes the ratio of an unmasked token"), At(i, t), FormattableString.Invariant($"{before[i][t]:R}, as with −1 under the mask")) { Observed = after[i][t] };
                }
            }
        }

        return null;
    }

    private static Finding? Isolated(RuleContext c, RatioRequest r)
    {
        if (r.Mask.Count < 2)
        {
            return null;
        }

        var before = c.Ask(r);
        for (var kept = 0; kept < r.Mask.Count; kept++)
        {
            var i = kept;
            var after = c.Ask(r with { LogProbs = [.. r.LogProbs.Select((row, k) => k == i ? row : (IReadOnlyList<double>)[.. row.Select(x => c.Format.Round(x / 2))])] });
            for (var t = 0; t < r.Mask[i].Count; t++)
            {
                if (r.Mask[i][t] && !before[i][t].Equals(after[i][t]))
                {
                    return new("log-probabilities of other sequences change the ratio of this one", At(i, t), FormattableString.Invariant($"{before[i][t]:R}, as before")) { Observed = after[i][t] };
                }
            }
        }

        return null;
    }

    private static Finding? Repeated(RuleContext c, RatioRequest r)
    {
        IReadOnlyList<IReadOnlyList<T>> Twice<T>(IReadOnlyList<IReadOnlyList<T>> rows) => [.. rows.Select(row => (IReadOnlyList<T>)[.. row.SelectMany(x => new[] { x, x })])];
        var before = c.Ask(r);
        var after = c.Ask(r with { LogProbs = Twice(r.LogProbs), OldLogProbs = Twice(r.OldLogProbs), Mask = Twice(r.Mask) });
        for (var i = 0; i < r.Mask.Count; i++)
        {
            var slack = Row(c, r, i).Select(x => RuleContext.Slack(x)).ToArray();
            for (var t = 0; t < r.Mask[i].Count; t++)
            {
                if (r.Mask[i][t] && !RuleContext.Agree(before[i][t], after[i][2 * t], 4 * slack[t]))
                {
                    return new("the ratio grows with the length of the sequence: a sum of log-ratios stands where their mean should", At(i, t), FormattableString.Invariant($"{before[i][t]:R}, as for the sequence written once")) { Observed = after[i][2 * t] };
                }
            }
        }

        return null;
    }
}
