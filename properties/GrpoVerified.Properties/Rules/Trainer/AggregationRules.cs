using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>Token values to one number.</summary>
internal static class AggregationRules
{
    public static IEnumerable<TrainerRule> All =>
    [
        Rule("T401", Strength.Profile, "aggregates are those of the profile", Any, 1, (c, x) => Value(c, x.Request, "the aggregate")),
        Rule("T402", Strength.Required, "what stands under the mask does not reach the aggregate", Any, 3, Planted, _ => null),
        Rule("T403", Strength.Required, "aggregates of the parts of a batch add up to that of the whole", Any, 4, Partition, p => Case.NeedsAggregation(p) ?? (p.Aggregation!.Mode == AggregationMode.TokenMeanLocal ? "the profile divides by the tokens of the micro-batch" : null), Capability.Totals),
        Rule("T404", Strength.Profile, "a batch without an unmasked token gives what the profile says", AllMasked, 1, (c, x) => Value(c, x.Request, "a fully masked batch: the aggregate"), p => p.Aggregation?.EmptyBatch is null ? "the profile does not say what a fully masked batch gives" : null, within: IsEmpty),
        Rule("T405", Strength.Required, "the order of the sequences does not matter", Any, 12, Order),
        Rule("T406", Strength.Profile, "a constant aggregates to itself where the profile takes means", Constant, 1, (c, x) => Value(c, x.Request, "a constant"), p => Case.NeedsAggregation(p) ?? (p.Aggregation!.Mode is AggregationMode.SequenceMeanTokenMean or AggregationMode.TokenMean or AggregationMode.TokenMeanLocal or AggregationMode.PromptMean ? null : "the profile does not take means"), within: r => r.Values.SelectMany(row => row).Distinct().Count() == 1),
        Rule("T407", Strength.Profile, "a fully masked sequence counts as the profile says", WithEmptyRow, 1, (c, x) => Value(c, x.Request, "with a fully masked sequence: the aggregate"), p => p.Aggregation?.EmptySequence is null ? "the profile does not say how a fully masked sequence counts" : null, within: r => r.Mask.Any(row => !row.Contains(true)) && !IsEmpty(r)),
        Rule("T408", Strength.Required, "the aggregate is linear: twice the values, twice the aggregate", Any, 1, Linear),
    ];

    private static CaseRule<Case<AggregationRequest>> Rule(string id, Strength strength, string title, Func<RuleContext, Gen<AggregationRequest>> cases, int choices, Func<RuleContext, Case<AggregationRequest>, Finding?> judge, Func<TrainerProfile, string?>? applies = null, Capability also = Capability.Aggregation, Func<AggregationRequest, bool>? within = null)
        => new(id, strength, title)
        {
            Needs = also == Capability.Aggregation ? [Capability.Aggregation] : [Capability.Aggregation, also],
            Applies = applies ?? Case.NeedsAggregation,
            Cases = c => Case.With(cases(c), choices),
            Simpler = Case.Shrink<AggregationRequest>(Generators.Simpler.Aggregation),
            Shown = c => c.Request,
            Within = (_, x) => within?.Invoke(x.Request) ?? true,
            Judge = judge,
        };

    private static Gen<AggregationRequest> Any(RuleContext c) => new TokenCases(c.Format).Aggregation;

    private static Gen<AggregationRequest> AllMasked(RuleContext c)
        => Any(c).Select(r => r with { Mask = [.. r.Mask.Select(row => (IReadOnlyList<bool>)[.. row.Select(_ => false)])] });

    private static Gen<AggregationRequest> WithEmptyRow(RuleContext c)
        => new TokenCases(c.Format) { MinSequences = 2 }.Aggregation.Select(r => r with { Mask = [[.. r.Mask[0].Select(_ => false)], [.. r.Mask[1].Select((m, t) => m || t == 0)], .. r.Mask.Skip(2)] });

    private static Gen<AggregationRequest> Constant(RuleContext c)
        => from r in new TokenCases(c.Format) { AllowsEmptyRows = false }.Aggregation
           from k in Numbers.OneOf(1, -2, 0.5)
           select r with { Values = [.. r.Values.Select(row => (IReadOnlyList<double>)[.. row.Select(_ => k)])] };

    private static bool IsEmpty(AggregationRequest r) => !Case.Unmasked(r.Mask).Any();

    private static Expected<Rounded> Budget(RuleContext c, AggregationRequest r) => AggregationExpectation.Of(c.Profile.Aggregation!, r, c.Budget);

    private static Finding? Value(RuleContext c, AggregationRequest r, string what)
    {
        var observed = c.Ask(r);
        var finding = c.Compare(Budget(c, r), observed, "value", $"{what} is not the one of profile {c.Profile.Name}", () => AggregationExpectation.Of(c.Profile.Aggregation!, r, RuleContext.Exact));
        return finding?.Explained(AxisVariants.Aggregation(c.Profile), p => Fits(AggregationExpectation.Of(p.Aggregation!, r, c.Budget), observed));
    }

    private static bool Fits(Expected<Rounded> expected, double observed) => expected.Kind == ExpectedKind.Number && !expected.Value.IsUnconstrained && expected.Value.Allows(observed);

    private static Finding? Planted(RuleContext c, Case<AggregationRequest> x)
    {
        var r = x.Request;
        if (IsEmpty(r) || Case.Unmasked(r.Mask).Count() == r.Mask.Sum(row => row.Count))
        {
            return null;
        }

        var (planted, name) = x.Choice switch { 0 => (double.NaN, "NaN"), 1 => (double.PositiveInfinity, "∞"), _ => (100.0, "100") };
        var before = c.Ask(r with { Values = Case.Plant(r.Values, r.Mask, 0) });
        var after = c.Ask(r with { Values = Case.Plant(r.Values, r.Mask, planted) });
        return before.Equals(after) ? null : new($"{name} under the mask changes the aggregate", "value", FormattableString.Invariant($"{before:R}, as with 0 under the mask")) { Observed = after };
    }

    private static Finding? Partition(RuleContext c, Case<AggregationRequest> x)
    {
        var r = x.Request;
        var cut = 1 + (x.Choice % Math.Max(1, r.Mask.Count - 1));
        if (r.Mask.Count < 2 || IsEmpty(r) || (c.Profile.Aggregation!.Mode == AggregationMode.PromptMean && r.Groups.Take(cut).Intersect(r.Groups.Skip(cut)).Any()) || Budget(c, r).Kind != ExpectedKind.Number)
        {
            return null;
        }

        var totals = Weights.Totals(c.Profile.Aggregation, r.Mask, r.Groups);
        var whole = c.Ask(r);
        var parts = new[] { Rows(r, 0, cut), Rows(r, cut, r.Mask.Count) }.Select(p => c.Ask(p with { Totals = totals })).ToArray();
        var slack = RuleContext.Slack(Budget(c, r)) + (4 * c.Format.UnitRoundoff * parts.Sum(Math.Abs)) + c.Format.Tiny;
        return RuleContext.Agree(whole, parts.Sum(), slack)
            ? null
            : new(FormattableString.Invariant($"cut after sequence {cut}, with the totals of the whole batch, the aggregates of the parts add up to {parts.Sum():R}"), "sum of the values", FormattableString.Invariant($"{whole:R}, the aggregate of the whole")) { Observed = parts.Sum() };
    }

    private static AggregationRequest Rows(AggregationRequest r, int from, int to) => Reordered(r, [.. Enumerable.Range(from, to - from)]);

    private static AggregationRequest Reordered(AggregationRequest r, int[] order)
        => r with { Values = Case.Permuted(r.Values, order), Mask = Case.Permuted(r.Mask, order), Groups = Case.Permuted(r.Groups, order) };

    private static Finding? Order(RuleContext c, Case<AggregationRequest> x)
    {
        var r = x.Request;
        if (r.Mask.Count < 2 || IsEmpty(r) || Budget(c, r).Kind != ExpectedKind.Number)
        {
            return null;
        }

        var before = c.Ask(r);
        var after = c.Ask(Reordered(r, Case.Permutation(r.Mask.Count, x.Choice)));
        return RuleContext.Agree(before, after, RuleContext.Slack(Budget(c, r))) ? null : new("another order of the sequences changes the aggregate", "value", FormattableString.Invariant($"{before:R}, as before")) { Observed = after };
    }

    private static Finding? Linear(RuleContext c, Case<AggregationRequest> x)
    {
        var r = x.Request;
        var twice = r with { Values = [.. r.Values.Select(row => (IReadOnlyList<double>)[.. row.Select(v => 2 * v)])] };
        if (IsEmpty(r) || Budget(c, r).Kind != ExpectedKind.Number)
        {
            return null;
        }

        var (before, after) = (c.Ask(r), c.Ask(twice));
        return RuleContext.Agree(2 * before, after, 2 * RuleContext.Slack(Budget(c, twice))) ? null : new("twice the values do not give twice the aggregate", "value", FormattableString.Invariant($"{2 * before:R}")) { Observed = after };
    }
}
