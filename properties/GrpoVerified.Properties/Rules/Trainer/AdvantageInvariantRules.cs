using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>What holds of advantages whatever the convention, or of a whole family of conventions.</summary>
internal static class AdvantageInvariantRules
{
    private const double NoiseLimit = 1.0 / 128;

    public static IEnumerable<TrainerRule> All =>
    [
        Rule("T102", Strength.Required, "the order of the samples does not matter", Any, 12, Order),
        Rule("T103", Strength.Required, "a group does not depend on the others", Any, 12, Isolation, applies: p => UsesBatch(p) ? "the profile normalises over the batch" : null),
        Rule("T104", Strength.Required, "adding a constant to every reward changes nothing", Any, 6, Shift, applies: p => p.Advantage!.Baseline == Baseline.None ? "the profile has no baseline" : null),
        Rule("T106", Strength.Required, "equal rewards with an exact mean have advantage 0", c => RewardCases.For(c.Description, c.Format).Equal(dyadic: true), 1, EqualGivesZero, applies: NeedsGroupBaseline),
        Rule("T108", Strength.Advisory, "rounding of equal rewards is not amplified to a signal", c => RewardCases.For(c.Description, c.Format).Equal(dyadic: false), 1, Noise, applies: NeedsGroupBaseline, formats: d => d is DType.Float32 or DType.Float64),
        Rule("T109", Strength.Profile, "no advantage exceeds the bound of its deviation", Any, 1, Bound, applies: p => p.Advantage is { Baseline: Baseline.Mean, Deviation: DeviationKind.Sample or DeviationKind.Population } && !UsesBatch(p) ? null : "the bound is that of mean and deviation of one group"),
        Rule("T110", Strength.Advisory, "no advantage exceeds the size of its group", Any, 1, Spike, applies: p => p.Advantage!.Deviation == DeviationKind.None || UsesBatch(p) ? "the profile does not divide by a deviation of the group" : null, formats: d => d is DType.Float32 or DType.Float64),
        Rule("T113", Strength.Profile, "advantages of a group add up to 0", Any, 1, SumsToZero, applies: p => p.Advantage!.Baseline == Baseline.None || p.Advantage.BaselineScope == StatisticScope.Batch || p.Advantage.Deviation == DeviationKind.OfTheOthers ? "advantages of this profile need not add up to 0" : null),
        Rule("T114", Strength.Required, "a rejected sample does not influence the others", Any, 8, Rejected, [Capability.AdvantageMask]),
        Rule("T116", Strength.Required, "a reward above the baseline has no negative advantage, one below no positive", Any, 1, Sign, applies: NeedsGroupBaseline),
        Rule("T117", Strength.Required, "finite rewards have finite advantages", Any, 1, Finite),
    ];

    private static Gen<AdvantageRequest> Any(RuleContext c) => RewardCases.For(c.Description, c.Format).Any;

    private static bool UsesBatch(TrainerProfile p)
        => p.Advantage!.BaselineScope == StatisticScope.Batch || (p.Advantage.DeviationScope == StatisticScope.Batch && p.Advantage.Deviation != DeviationKind.None);

    private static string? NeedsGroupBaseline(TrainerProfile p)
        => p.Advantage!.Baseline == Baseline.None ? "the profile has no baseline"
            : p.Advantage.BaselineScope == StatisticScope.Batch ? "the baseline of the profile is that of the batch" : null;

    private static CaseRule<Case<AdvantageRequest>> Rule(string id, Strength strength, string title, Func<RuleContext, Gen<AdvantageRequest>> cases, int choices, Func<RuleContext, Case<AdvantageRequest>, Finding?> judge, Capability[]? also = null, Func<TrainerProfile, string?>? applies = null, Func<DType, bool>? formats = null)
        => new(id, strength, title)
        {
            Needs = [Capability.Advantages, .. also ?? []],
            Applies = p => Case.NeedsAdvantage(p) ?? applies?.Invoke(p),
            Cases = c => Case.With(cases(c), choices),
            Simpler = Case.Shrink<AdvantageRequest>(Generators.Simpler.Advantages),
            Shown = c => c.Request,
            Judge = (c, r) => HasSingleton(r.Request) ? null : judge(c, r),
            Formats = formats,
        };

    // Groups of one have a rule of their own.
    private static bool HasSingleton(AdvantageRequest r) => r.Groups.GroupBy(g => g).Any(g => g.Count() == 1);

    private static Expected<Rounded>[]? Budget(RuleContext c, AdvantageRequest r) => AdvantageExpectation.Of(c.Profile.Advantage!, r, c.Budget);

    private static Finding Differs(string message, int i, double expected, double observed)
        => new(message, FormattableString.Invariant($"advantages[{i}]"), FormattableString.Invariant($"{expected:R}, as before")) { Observed = observed };

    private static Finding? Order(RuleContext c, Case<AdvantageRequest> x)
    {
        var r = x.Request;
        var order = c.Has(Capability.InterleavedGroups) ? Case.Permutation(r.Rewards.Count, x.Choice) : WithinGroups(r, x.Choice);
        var slack = Budget(c, r);
        var before = c.Ask(r);
        var after = c.Ask(r with { Rewards = Case.Permuted(r.Rewards, order), Groups = Case.Permuted(r.Groups, order) });
        for (var i = 0; slack is not null && i < order.Length; i++)
        {
            if (!RuleContext.Agree(before[order[i]], after[i], RuleContext.Slack(slack[order[i]])))
            {
                return Differs(FormattableString.Invariant($"moving samples changes advantages: sample {order[i]} moved to place {i}"), i, before[order[i]], after[i]);
            }
        }

        return null;
    }

    private static int[] WithinGroups(AdvantageRequest r, int n)
    {
        var order = Enumerable.Range(0, r.Rewards.Count).ToArray();
        foreach (var members in order.GroupBy(i => r.Groups[i]).Select(g => g.ToArray()).ToList())
        {
            var moved = Case.Permutation(members.Length, n);
            for (var i = 0; i < members.Length; i++)
            {
                order[members[i]] = members[moved[i]];
            }
        }

        return order;
    }

    private static Finding? Isolation(RuleContext c, Case<AdvantageRequest> x)
    {
        var r = x.Request;
        var ids = r.Groups.Distinct().ToList();
        if (ids.Count == 1)
        {
            return null;
        }

        // A group may depend on those before it and not on those behind: each is the kept one in some case.
        var kept = ids[x.Choice % ids.Count];

        double[] others = [0, 1, 3, -2];
        var slack = Budget(c, r);
        var before = c.Ask(r);
        var after = c.Ask(r with { Rewards = [.. r.Rewards.Select((v, i) => r.Groups[i] == kept ? v : others[(i + x.Choice) % others.Length])] });
        for (var i = 0; slack is not null && i < r.Groups.Count; i++)
        {
            if (r.Groups[i] == kept && !RuleContext.Agree(before[i], after[i], RuleContext.Slack(slack[i])))
            {
                return Differs(FormattableString.Invariant($"rewards of other groups change the advantage of sample {i}: groups are mixed"), i, before[i], after[i]);
            }
        }

        return null;
    }

    private static Finding? Shift(RuleContext c, Case<AdvantageRequest> x)
    {
        var r = x.Request;
        double[] shifts = [1, -1, 0.5, 2, 4, -3];
        var shift = shifts[x.Choice];
        var moved = r with { Rewards = [.. r.Rewards.Select(v => c.Format.Round(v + shift))] };
        if (!r.Rewards.Zip(moved.Rewards).All(p => p.Second - shift == p.First && c.Format.Round(p.Second) == p.Second && p.First + shift == p.Second))
        {
            return null;
        }

        var (slack, slackMoved) = (Budget(c, r), Budget(c, moved));
        if (slack is null || slackMoved is null)
        {
            return null;
        }

        var (before, after) = (c.Ask(r), c.Ask(moved));
        for (var i = 0; i < before.Count; i++)
        {
            if (!RuleContext.Agree(before[i], after[i], RuleContext.Slack(slack[i]) + RuleContext.Slack(slackMoved[i])))
            {
                return Differs(FormattableString.Invariant($"adding {shift:R} to every reward changes the advantage of sample {i}: the baseline is not a mean of rewards, or the deviation is not taken about it"), i, before[i], after[i]);
            }
        }

        return null;
    }

    private static Finding? EqualGivesZero(RuleContext c, Case<AdvantageRequest> x)
    {
        if (!AllGroups(x.Request, g => g.Distinct().Count() == 1 && IsDyadic(g[0])))
        {
            return null;
        }

        // An ε below the range of the format leaves 0/0: nothing to judge.
        if (Budget(c, x.Request) is not { } budget || budget.Any(b => b.Value.IsUnconstrained))
        {
            return null;
        }

        var answer = c.Ask(x.Request);
        var wrong = FirstIndex(answer, a => a != 0);
        return wrong < 0 ? null : new(FormattableString.Invariant($"all rewards of the group are {RequestText.Fraction(x.Request.Rewards[wrong], c.Format)} and sample {wrong} has an advantage"), FormattableString.Invariant($"advantages[{wrong}]"), "0") { Observed = answer[wrong] };
    }

    private static bool IsDyadic(double x) => x * 8 == Math.Floor(x * 8) && Math.Abs(x) <= 8;

    private static Finding? Noise(RuleContext c, Case<AdvantageRequest> x)
    {
        if (!AllGroups(x.Request, g => g.Distinct().Count() == 1))
        {
            return null;
        }

        var answer = c.Ask(x.Request);
        var wrong = FirstIndex(answer, a => !(Math.Abs(a) <= NoiseLimit));
        return wrong < 0 ? null : new(FormattableString.Invariant($"all rewards of the group are {RequestText.Fraction(x.Request.Rewards[wrong], c.Format)}; the rounding of their mean becomes an advantage because epsilon is too small to hold it down"), FormattableString.Invariant($"advantages[{wrong}]"), FormattableString.Invariant($"at most {NoiseLimit:R} in size")) { Observed = answer[wrong] };
    }

    private static Finding? Bound(RuleContext c, Case<AdvantageRequest> x)
    {
        var r = x.Request;
        var budget = Budget(c, r);
        var answer = c.Ask(r);
        for (var i = 0; budget is not null && i < answer.Count; i++)
        {
            if (budget[i].Value.IsUnconstrained)
            {
                continue;
            }

            var n = r.Groups.Count(g => g == r.Groups[i]);
            var bound = c.Profile.Advantage!.Deviation == DeviationKind.Sample ? (n - 1) / Math.Sqrt(n) : Math.Sqrt(n - 1);
            var slack = Math.Max(0, budget[i].Value.Set.Magnitude - bound) + (bound * 1e-15);
            if (!(Math.Abs(answer[i]) <= bound + slack))
            {
                return new(FormattableString.Invariant($"sample {i} of a group of {n} exceeds the largest possible advantage"), FormattableString.Invariant($"advantages[{i}]"), FormattableString.Invariant($"at most {bound:R} in size")) { Observed = answer[i] };
            }
        }

        return null;
    }

    private static Finding? Spike(RuleContext c, Case<AdvantageRequest> x)
    {
        var answer = c.Ask(x.Request);
        var wrong = FirstIndex(answer, (a, i) => !(Math.Abs(a) <= x.Request.Groups.Count(g => g == x.Request.Groups[i])));
        return wrong < 0 ? null : new(FormattableString.Invariant($"sample {wrong} has an advantage larger than the size of its group: the deviation it is divided by nearly vanishes while its distance from the baseline does not"), FormattableString.Invariant($"advantages[{wrong}]"), "at most the size of the group") { Observed = answer[wrong] };
    }

    private static Finding? SumsToZero(RuleContext c, Case<AdvantageRequest> x)
    {
        var r = x.Request;
        if (Budget(c, r) is not { } budget)
        {
            return null;
        }

        var answer = c.Ask(r);
        foreach (var members in Enumerable.Range(0, answer.Count).GroupBy(i => r.Groups[i]))
        {
            var slack = members.Sum(i => RuleContext.Slack(budget[i]));
            var sum = members.Sum(i => answer[i]);
            if (!double.IsNaN(slack) && !(Math.Abs(sum) <= slack))
            {
                return new(FormattableString.Invariant($"the advantages of group {members.Key} add up to {sum:R}"), $"sum of group {members.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)}", FormattableString.Invariant($"0, within {slack:R}")) { Observed = sum };
            }
        }

        return null;
    }

    private static Finding? Rejected(RuleContext c, Case<AdvantageRequest> x)
    {
        var r = x.Request;
        var at = x.Choice % r.Rewards.Count;
        if (r.Groups.Count(g => g == r.Groups[at]) < 3)
        {
            return null;
        }

        var masked = r with { Mask = [.. r.Rewards.Select((_, i) => i != at)] };
        var before = c.Ask(masked);
        var after = c.Ask(masked with { Rewards = Generators.Simpler.With(r.Rewards, at, -100) });
        var wrong = FirstIndex(before, (a, i) => i != at && !(a.Equals(after[i]) || a == after[i]));
        if (wrong >= 0)
        {
            return Differs(FormattableString.Invariant($"sample {at} is rejected, and its reward still moves the advantage of sample {wrong}"), wrong, before[wrong], after[wrong]);
        }

        // A rejected sample that counts with a fixed reward moves the others whatever its own.
        if (!c.Has(Capability.RaggedGroups) || Budget(c, masked) is not { } slack)
        {
            return null;
        }

        var without = c.Ask(new AdvantageRequest(r.DType, Generators.Simpler.Without(r.Rewards, at), Generators.Simpler.Without(r.Groups, at)));
        wrong = FirstIndex(before, (a, i) => i != at && !RuleContext.Agree(without[i < at ? i : i - 1], a, RuleContext.Slack(slack[i])));
        return wrong < 0 ? null : new(FormattableString.Invariant($"sample {at} is rejected, and the advantage of sample {wrong} is not the one without it: it still counts"), FormattableString.Invariant($"advantages[{wrong}]"), FormattableString.Invariant($"{without[wrong < at ? wrong : wrong - 1]:R}, as without the rejected sample")) { Observed = before[wrong] };
    }

    private static Finding? Sign(RuleContext c, Case<AdvantageRequest> x)
    {
        var r = x.Request;
        var budget = Budget(c, r);
        var answer = c.Ask(r);
        for (var i = 0; budget is not null && i < answer.Count; i++)
        {
            var mean = GroupMoments.Of([.. r.Rewards.Where((_, j) => r.Groups[j] == r.Groups[i]).Select(Rational.FromDouble)]).Mean;
            var sign = (Rational.FromDouble(r.Rewards[i]) - mean).Sign;
            var slack = RuleContext.Slack(budget[i]);
            if (!double.IsNaN(slack) && sign * answer[i] < -slack)
            {
                return new(FormattableString.Invariant($"sample {i} is {(sign > 0 ? "above" : "below")} the mean of its group and its advantage has the other sign"), FormattableString.Invariant($"advantages[{i}]"), sign > 0 ? "not negative" : "not positive") { Observed = answer[i] };
            }
        }

        return null;
    }

    private static Finding? Finite(RuleContext c, Case<AdvantageRequest> x)
    {
        if (Budget(c, x.Request) is not { } budget)
        {
            return null;
        }

        var answer = c.Ask(x.Request);
        var wrong = FirstIndex(answer, (a, i) => !double.IsFinite(a) && Interval.IsFinite(budget[i].Value.Set) && budget[i].Kind == ExpectedKind.Number);
        return wrong < 0 ? null : new(FormattableString.Invariant($"sample {wrong} has finite rewards around it and no finite advantage"), FormattableString.Invariant($"advantages[{wrong}]"), "finite") { Observed = answer[wrong] };
    }

    private static bool AllGroups(AdvantageRequest r, Func<double[], bool> holds)
        => r.Rewards.Select((x, i) => (x, g: r.Groups[i])).GroupBy(p => p.g).All(g => holds([.. g.Select(p => p.x)]));

    private static int FirstIndex(IReadOnlyList<double> values, Func<double, bool> wrong) => FirstIndex(values, (v, _) => wrong(v));

    private static int FirstIndex(IReadOnlyList<double> values, Func<double, int, bool> wrong)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (wrong(values[i], i))
            {
                return i;
            }
        }

        return -1;
    }
}
