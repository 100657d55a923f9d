using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>What holds of the policy loss and its gradient whatever the convention.</summary>
internal static class LossInvariantRules
{
    public static IEnumerable<TrainerRule> All =>
    [
        Rule("T320", Strength.Required, "what stands under the mask changes neither loss nor gradient", Any, 4, Planted, _ => null),
        Rule("T321", Strength.Required, "masked tokens have gradient 0", Any, 1, MaskedGradient, _ => null, Capability.LossGradient),
        Rule("T322", Strength.Advisory, "a batch without an unmasked token has a finite loss", AllMasked, 1, FiniteWhenEmpty, _ => null),
        Rule("T323", Strength.Required, "losses and gradients of the parts of a batch add up to those of the whole", Any, 4, Partition, p => Case.NeedsLoss(p) ?? (p.Aggregation!.Mode == AggregationMode.TokenMeanLocal ? "the profile divides by the tokens of the micro-batch" : null), Capability.Totals),
        Rule("T324", Strength.Required, "the order of the sequences does not matter", Any, 12, Order, Case.NeedsLoss),
        Rule("T325", Strength.Required, "on policy a step against the gradient makes good tokens likelier and bad ones less likely", OnPolicy, 1, OnPolicySign, p => p.Kl is { Placement: KlPlacement.Loss, Estimator: KlEstimator.K1 or KlEstimator.Abs } ? "the gradient of this KL term does not vanish on policy" : null, Capability.LossGradient),
        Rule("T326", Strength.Required, "padding does not change the loss", Any, 1, Padding, p => Case.NeedsLoss(p) ?? (p.Aggregation!.Length == LengthSource.PaddedWidth && p.Aggregation.Mode is AggregationMode.SequenceMeanConstant or AggregationMode.SumConstant ? "the profile divides by the padded width" : null)),
        Rule("T327", Strength.Required, "loss and gradient are finite where the profile's are in range", c => new TokenCases(c.Format) { Reach = 100 }.Loss, 1, Finite, Case.NeedsLoss),
        Rule("T328", Strength.Required, "moving the reference away from the policy does not lower the loss", Any, 1, KlSign, p => Case.NeedsLoss(p) ?? (p.Kl is { Placement: KlPlacement.Loss, Weight: KlWeight.None, Estimator: not KlEstimator.K1 } k && k.Beta.Sign > 0 ? null : "the profile has no KL term in the loss that is never negative")),
        Rule("T329", Strength.Required, "the gradient of a sequence does not depend on the others' log-probabilities", c => new TokenCases(c.Format) { MinSequences = 2 }.Loss, 4, Isolated, _ => null, Capability.LossGradient),
        Rule("T330", Strength.Required, "the gradient is the slope of the loss", Any, 20, Slope, p => Case.NeedsLoss(p) ?? (p.Clip!.Objective == PolicyObjective.Cispo || (p.Kl is { Placement: KlPlacement.Loss } k && k.Gradient != KlGradientForm.Estimator) ? "the profile differentiates something else than the value" : null), Capability.LossGradient, d => d == DType.Float64),
        Rule("T331", Strength.Advisory, "the gradient is finite where the clip makes it 0, even if the ratio overflows", Overflowing, 1, FiniteBeyondClip, p => Case.NeedsLoss(p) ?? (p.Clip!.Objective == PolicyObjective.ClippedSurrogate ? null : "the profile does not clip a surrogate"), Capability.LossGradient, d => d != DType.Float64),
    ];

    private static CaseRule<Case<LossRequest>> Rule(string id, Strength strength, string title, Func<RuleContext, Gen<LossRequest>> cases, int choices, Func<RuleContext, Case<LossRequest>, Finding?> judge, Func<TrainerProfile, string?> applies, Capability also = Capability.Loss, Func<DType, bool>? formats = null)
        => new(id, strength, title)
        {
            Needs = also == Capability.Loss ? [Capability.Loss] : [Capability.Loss, also],
            Applies = applies,
            Cases = c => Case.With(cases(c), choices),
            Simpler = Case.Shrink<LossRequest>(Generators.Simpler.Loss),
            Shown = c => c.Request,
            Judge = judge,
            Formats = formats,
        };

    private static Gen<LossRequest> Any(RuleContext c) => new TokenCases(c.Format).Loss;

    private static Gen<LossRequest> AllMasked(RuleContext c)
        => Any(c).Select(r => r with { Mask = [.. r.Mask.Select(row => (IReadOnlyList<bool>)[.. row.Select(_ => false)])] });

    private static Gen<LossRequest> OnPolicy(RuleContext c)
        => from r in Any(c)
           from a in Numbers.OneOf(1, -1, 2, -0.5).List(r.Advantages.Count)
           select r with { OldLogProbs = r.LogProbs, ReferenceLogProbs = r.LogProbs, Advantages = a };

    // e^12 overflows in float16, e^89 in float32 and bfloat16.
    private static Gen<LossRequest> Overflowing(RuleContext c)
        => from lp in new TokenCases(c.Format).LogProb
           from ratio in c.Format.DType == DType.Float16 ? Numbers.OneOf(12, 20, 100) : Numbers.OneOf(89, 95, 100)
           from advantage in Numbers.OneOf(1, 2, 0.5)
           select new LossRequest(c.Format.DType, [[lp]], [[c.Format.Round(lp - ratio)]], [[lp]], [[true]], [advantage], [0], 1);

    private static bool IsEmpty(LossRequest r) => !Case.Unmasked(r.Mask).Any();

    private static ExpectedLoss<Rounded> Budget(RuleContext c, LossRequest r) => LossExpectation.Of(c.Profile, r, c.Budget);

    private static Finding Changed(string message, string place, double before, double after)
        => new(message, place, FormattableString.Invariant($"{before:R}, as before")) { Observed = after };

    private static string At(int i, int t) => FormattableString.Invariant($"gradient[{i}][{t}]");

    private static Finding? Planted(RuleContext c, Case<LossRequest> x)
    {
        var r = x.Request;
        if (IsEmpty(r) || Case.Unmasked(r.Mask).Count() == r.Mask.Sum(row => row.Count))
        {
            return null;
        }

        var (value, name) = x.Choice switch { 0 => (double.NaN, "NaN"), 1 => (double.NegativeInfinity, "−∞"), 2 => (-12.0, "another number"), _ => (-1, "the advantage of a fully masked sequence") };
        var before = c.Ask(Under(r, -1));
        var after = c.Ask(x.Choice == 3 ? Under(r, -1) with { Advantages = [.. r.Advantages.Select((a, i) => r.Mask[i].Contains(true) ? a : 8)] } : Under(r, value));
        if (!before.Loss.Equals(after.Loss))
        {
            return Changed($"{Planting(x.Choice, name)} changes the loss", "loss", before.Loss, after.Loss);
        }

        if (!c.Has(Capability.LossGradient))
        {
            return null;
        }

        foreach (var (i, t) in Case.Unmasked(r.Mask))
        {
            if (!before.Gradient![i][t].Equals(after.Gradient![i][t]))
            {
                return Changed($"{Planting(x.Choice, name)} changes the gradient of an unmasked token", At(i, t), before.Gradient[i][t], after.Gradient[i][t]);
            }
        }

        return null;
    }

    private static string Planting(int choice, string name) => choice == 3 ? name : name + " under the mask";

    private static LossRequest Under(LossRequest r, double value) => r with
    {
        LogProbs = Case.Plant(r.LogProbs, r.Mask, value),
        OldLogProbs = Case.Plant(r.OldLogProbs, r.Mask, value),
        ReferenceLogProbs = Case.Plant(r.ReferenceLogProbs, r.Mask, value),
    };

    private static Finding? MaskedGradient(RuleContext c, Case<LossRequest> x)
    {
        var r = x.Request;
        if (IsEmpty(r))
        {
            return null;
        }

        var gradient = c.Ask(r).Gradient!;
        for (var i = 0; i < r.Mask.Count; i++)
        {
            for (var t = 0; t < r.Mask[i].Count; t++)
            {
                if (!r.Mask[i][t] && gradient[i][t] != 0)
                {
                    return new("a masked token has a gradient", At(i, t), "0") { Observed = gradient[i][t] };
                }
            }
        }

        return null;
    }

    private static Finding? FiniteWhenEmpty(RuleContext c, Case<LossRequest> x)
    {
        if (!IsEmpty(x.Request))
        {
            return null;
        }

        var loss = c.Ask(x.Request).Loss;
        return double.IsFinite(loss) ? null : new("a batch without an unmasked token has no finite loss: a division by its number of tokens", "loss", "finite") { Observed = loss };
    }

    private static Finding? Partition(RuleContext c, Case<LossRequest> x)
    {
        var r = x.Request;
        var cut = 1 + (x.Choice % Math.Max(1, r.Mask.Count - 1));
        if (r.Mask.Count < 2 || IsEmpty(r) || (c.Profile.Aggregation!.Mode == AggregationMode.PromptMean && r.Groups.Take(cut).Intersect(r.Groups.Skip(cut)).Any()))
        {
            return null;
        }

        var budget = Budget(c, r);
        var totals = Weights.Totals(c.Profile.Aggregation, r.Mask, r.Groups);
        var whole = c.Ask(r);
        var parts = new[] { Rows(r, 0, cut), Rows(r, cut, r.Mask.Count) }.Select(p => c.Ask(p with { Totals = totals })).ToArray();
        var sum = parts.Sum(p => p.Loss);
        if (budget.Loss.Kind == ExpectedKind.Number && !RuleContext.Agree(whole.Loss, sum, RuleContext.Slack(budget.Loss) + (4 * c.Format.UnitRoundoff * parts.Sum(p => Math.Abs(p.Loss))) + c.Format.Tiny))
        {
            return new(FormattableString.Invariant($"cut after sequence {cut}, with the totals of the whole batch, the losses of the parts add up to {sum:R}"), "sum of the losses", FormattableString.Invariant($"{whole.Loss:R}, the loss of the whole")) { Observed = sum };
        }

        if (c.Has(Capability.LossGradient))
        {
            var joined = parts.SelectMany(p => p.Gradient!).ToList();
            foreach (var (i, t) in Case.Unmasked(r.Mask))
            {
                if (!RuleContext.Agree(whole.Gradient![i][t], joined[i][t], RuleContext.Slack(budget.Gradient[i][t])))
                {
                    return new(FormattableString.Invariant($"cut after sequence {cut}, with the totals of the whole batch, a token has another gradient than in the whole"), At(i, t), FormattableString.Invariant($"{whole.Gradient[i][t]:R}, as in the whole")) { Observed = joined[i][t] };
                }
            }
        }

        return null;
    }

    private static LossRequest Rows(LossRequest r, int from, int to) => Case.Permuted(r, [.. Enumerable.Range(from, to - from)]);

    private static Finding? Order(RuleContext c, Case<LossRequest> x)
    {
        var r = x.Request;
        var budget = Budget(c, r);
        if (r.Mask.Count < 2 || budget.Loss.Kind != ExpectedKind.Number)
        {
            return null;
        }

        var order = Case.Permutation(r.Mask.Count, x.Choice);
        var (before, after) = (c.Ask(r), c.Ask(Case.Permuted(r, order)));
        if (!RuleContext.Agree(before.Loss, after.Loss, RuleContext.Slack(budget.Loss)))
        {
            return Changed("another order of the sequences changes the loss", "loss", before.Loss, after.Loss);
        }

        foreach (var (i, t) in Case.Unmasked(Case.Permuted(r.Mask, order)).Where(_ => c.Has(Capability.LossGradient)))
        {
            var (from, to) = (before.Gradient![order[i]][t], after.Gradient![i][t]);
            if (!RuleContext.Agree(from, to, RuleContext.Slack(budget.Gradient[order[i]][t])))
            {
                return Changed(FormattableString.Invariant($"another order of the sequences changes the gradient: sequence {order[i]} moved to place {i}"), At(i, t), from, to);
            }
        }

        return null;
    }

    private static Finding? OnPolicySign(RuleContext c, Case<LossRequest> x)
    {
        var r = x.Request;
        if (Case.Unmasked(r.Mask).Any(p => r.LogProbs[p.I][p.T] != r.OldLogProbs[p.I][p.T] || r.LogProbs[p.I][p.T] != r.ReferenceLogProbs[p.I][p.T]) || r.Advantages.Any(a => Math.Abs(a) < 0.1))
        {
            return null;
        }

        var gradient = c.Ask(r).Gradient!;
        foreach (var (i, t) in Case.Unmasked(r.Mask))
        {
            if (Math.Sign(double.IsNaN(gradient[i][t]) ? 0 : gradient[i][t]) != -Math.Sign(r.Advantages[i]))
            {
                return new(FormattableString.Invariant($"on policy a token with advantage {r.Advantages[i]:R} has a gradient of {(gradient[i][t] == 0 ? "0: nothing is learned" : "the wrong sign")}"), At(i, t), r.Advantages[i] > 0 ? "negative" : "positive") { Observed = gradient[i][t] };
            }
        }

        return null;
    }

    private static Finding? Padding(RuleContext c, Case<LossRequest> x)
    {
        var r = x.Request;
        var budget = Budget(c, r);
        if (budget.Loss.Kind != ExpectedKind.Number || r.MaxLength == r.Mask[0].Count)
        {
            return null;
        }

        IReadOnlyList<IReadOnlyList<T>> Wider<T>(IReadOnlyList<IReadOnlyList<T>> rows, T value) => [.. rows.Select(row => (IReadOnlyList<T>)[.. row, value])];
        var before = c.Ask(r);
        var after = c.Ask(r with { LogProbs = Wider(r.LogProbs, -1), OldLogProbs = Wider(r.OldLogProbs, -2), ReferenceLogProbs = Wider(r.ReferenceLogProbs, -1.5), Mask = Wider(r.Mask, false) });
        if (!RuleContext.Agree(before.Loss, after.Loss, RuleContext.Slack(budget.Loss)))
        {
            return Changed("a masked column more changes the loss", "loss", before.Loss, after.Loss);
        }

        foreach (var (i, t) in Case.Unmasked(r.Mask).Where(_ => c.Has(Capability.LossGradient)))
        {
            if (!RuleContext.Agree(before.Gradient![i][t], after.Gradient![i][t], RuleContext.Slack(budget.Gradient[i][t])))
            {
                return Changed("a masked column more changes the gradient", At(i, t), before.Gradient[i][t], after.Gradient[i][t]);
            }
        }

        return null;
    }

    private static Finding? Finite(RuleContext c, Case<LossRequest> x)
    {
        var r = x.Request;
        var budget = Budget(c, r);
        var answer = c.Ask(r);
        if (budget.Loss.Kind == ExpectedKind.Number && Interval.IsFinite(budget.Loss.Value.Set) && !double.IsFinite(answer.Loss))
        {
            return new("the loss is not finite although the profile's is in range", "loss", "finite") { Observed = answer.Loss };
        }

        foreach (var (i, t) in Case.Unmasked(r.Mask).Where(_ => c.Has(Capability.LossGradient)))
        {
            if (budget.Gradient[i][t].Kind == ExpectedKind.Number && Interval.IsFinite(budget.Gradient[i][t].Value.Set) && !double.IsFinite(answer.Gradient![i][t]))
            {
                return new("the gradient is not finite although the profile's is in range", At(i, t), "finite") { Observed = answer.Gradient[i][t] };
            }
        }

        return null;
    }

    private static Finding? FiniteBeyondClip(RuleContext c, Case<LossRequest> x)
    {
        var exact = LossExpectation.Of(c.Profile, x.Request, RuleContext.Exact).Gradient;
        var gradient = c.Ask(x.Request).Gradient!;
        foreach (var (i, t) in Case.Unmasked(x.Request.Mask))
        {
            if (exact[i][t] is { Kind: ExpectedKind.Number, Value: { IsExact: true, Midpoint.IsZero: true } } && !double.IsFinite(gradient[i][t]))
            {
                return new(FormattableString.Invariant($"at log-ratio {x.Request.LogProbs[i][t] - x.Request.OldLogProbs[i][t]:R} the ratio overflows and 0·∞ stands where the clip makes the gradient 0: clamp the log-ratio before the exponential"), At(i, t), "0") { Observed = gradient[i][t] };
            }
        }

        return null;
    }

    private static Finding? KlSign(RuleContext c, Case<LossRequest> x)
    {
        var near = x.Request with { ReferenceLogProbs = x.Request.LogProbs };
        var (budgetFar, budgetNear) = (Budget(c, x.Request).Loss, Budget(c, near).Loss);
        if (budgetFar.Kind != ExpectedKind.Number || budgetNear.Kind != ExpectedKind.Number)
        {
            return null;
        }

        var slack = RuleContext.Slack(budgetFar) + RuleContext.Slack(budgetNear);
        var (far, same) = (c.Ask(x.Request).Loss, c.Ask(near).Loss);
        return double.IsNaN(slack) || far - same >= -slack
            ? null
            : new("with π_ref = π_θ the loss is larger than with another reference: the KL term has the wrong sign", "loss", FormattableString.Invariant($"at least {same:R}, the loss with π_ref = π_θ")) { Observed = far };
    }

    private static Finding? Isolated(RuleContext c, Case<LossRequest> x)
    {
        var r = x.Request;
        if (r.Mask.Count < 2 || IsEmpty(r))
        {
            return null;
        }

        var kept = x.Choice % r.Mask.Count;
        var before = c.Ask(r).Gradient!;
        var after = c.Ask(r with { LogProbs = [.. r.LogProbs.Select((row, i) => i == kept ? row : (IReadOnlyList<double>)[.. row.Select(v => c.Format.Round(v - 0.125))])] }).Gradient!;
        for (var t = 0; t < r.Mask[kept].Count; t++)
        {
            if (r.Mask[kept][t] && !before[kept][t].Equals(after[kept][t]))
            {
                return Changed("log-probabilities of other sequences change the gradient of this one", At(kept, t), before[kept][t], after[kept][t]);
            }
        }

        return null;
    }

    private static Finding? Slope(RuleContext c, Case<LossRequest> x)
    {
        const double Step = 1.0 / 65536;
        var r = x.Request;
        var tokens = Case.Unmasked(r.Mask).ToList();
        if (tokens.Count == 0 || Budget(c, r).Loss.Kind != ExpectedKind.Number)
        {
            return null;
        }

        var (i, t) = tokens[x.Choice % tokens.Count];
        LossRequest Moved(double step) => r with { LogProbs = Generators.Simpler.With(r.LogProbs, i, Generators.Simpler.With(r.LogProbs[i], t, r.LogProbs[i][t] + step)) };
        var around = new[] { -Step, 0, Step }.Select(s => Budget(c, Moved(s)).Gradient[i][t].Value.Set).ToArray();
        if (around.Any(s => !(s.Width < 1e-7)) || !(Budget(c, r).Loss.Value.Set.Width < 1e-6 * Step) || IsKinked(around))
        {
            return null;
        }

        var slope = (c.Ask(Moved(Step)).Loss - c.Ask(Moved(-Step)).Loss) / (2 * Step);
        var gradient = c.Ask(r).Gradient![i][t];

        // Relative to the trainer's own slope: under another profile than its own it may be large where the profile's is 0.
        return Math.Abs(slope - gradient) <= 1e-5 * (1 + Math.Max(around[1].Magnitude, Math.Abs(slope)))
            ? null
            : new("the gradient is not the slope of the trainer's own loss", At(i, t), FormattableString.Invariant($"{slope:R}, from two losses {2 * Step:R} apart")) { Observed = gradient };
    }

    // A smooth gradient bends by the square of the step; a kink between the three points jumps.
    private static bool IsKinked(Interval[] g) => Math.Abs(g[0].Midpoint + g[2].Midpoint - (2 * g[1].Midpoint)) > 1e-6 * (1 + g[1].Magnitude);
}
