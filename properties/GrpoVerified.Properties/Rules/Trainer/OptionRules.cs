using FsCheck.Fluent;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>Each option a trainer declares has an effect, and the effect that the changed profile has.</summary>
internal static class OptionRules
{
    public static IEnumerable<TrainerRule> All =>
    [
        OfLoss("T501", OptionNames.ClipLow, (p, q) => p with { Clip = p.Clip! with { Low = q } }, ["0.05", "0.1", "0.3"], p => p.Clip!.Low is null ? "the profile has no lower clip" : null),
        OfLoss("T502", OptionNames.ClipHigh, (p, q) => p with { Clip = p.Clip! with { High = q } }, ["0.05", "0.28", "0.5"], p => p.Clip!.High is null ? "the profile has no upper clip" : null),
        OfLoss("T503", OptionNames.DualClip, (p, q) => p with { Clip = p.Clip! with { DualClipBound = q, DualClip = p.Clip.DualClip == DualClipKind.None ? DualClipKind.NegativeAdvantages : p.Clip.DualClip } }, ["1.5", "2", "5"], p => p.Clip!.Objective == PolicyObjective.ClippedSurrogate ? null : "the profile does not clip a surrogate"),
        OfLoss("T504", OptionNames.Beta, (p, q) => p with { Kl = p.Kl! with { Beta = q, Placement = KlPlacement.Loss } }, ["0.1", "0.5", "2"], _ => null),
        Estimator(),
        Deviation(),
        Epsilon(),
        Aggregation(),
    ];

    private static CaseRule<Case<LossRequest>> OfLoss(string id, string option, Func<TrainerProfile, Rational, TrainerProfile> changed, string[] values, Func<TrainerProfile, string?> applies)
        => new(id, Strength.Profile, $"option {option} has its effect")
        {
            Needs = [Capability.Loss],
            Applies = p => Case.NeedsLoss(p) ?? applies(p),
            DeclaredOption = option,
            Cases = c => Case.With(new TokenCases(c.Format).Loss, values.Length),
            Simpler = Case.Shrink<LossRequest>(Generators.Simpler.Loss),
            Shown = x => x.Request with { Options = Set(option, values[x.Choice]) },
            Judge = (c, x) =>
            {
                var request = x.Request with { Options = Set(option, values[x.Choice]) };
                var profile = changed(c.Profile, Rational.Parse(values[x.Choice]));
                var answer = c.Ask(request);
                var message = NoEffect(c, request, x.Request, option, values[x.Choice], profile);
                var expected = LossExpectation.Of(profile, request, c.Budget);
                if (c.Compare(expected.Loss, answer.Loss, "loss", message, () => LossExpectation.Of(profile, request, RuleContext.Exact).Loss) is { } finding)
                {
                    return finding;
                }

                return !c.Has(Capability.LossGradient) ? null : Case.Unmasked(request.Mask)
                    .Select(p => c.Compare(expected.Gradient[p.I][p.T], answer.Gradient![p.I][p.T], FormattableString.Invariant($"gradient[{p.I}][{p.T}]"), message, () => LossExpectation.Of(profile, request, RuleContext.Exact).Gradient[p.I][p.T]))
                    .FirstOrDefault(f => f is not null);
            },
        };

    // The answer to the same request without the option tells whether the option did anything.
    private static string NoEffect(RuleContext c, LossRequest with, LossRequest without, string option, string value, TrainerProfile profile)
        => c.Ask(with).Loss.Equals(c.Ask(without).Loss) ? $"option {option} = {value} has no effect" : $"option {option} = {value} does not give what profile {profile.Name} with that value gives";

    private static CaseRule<Case<KlRequest>> Estimator()
    {
        (string Name, KlEstimator Estimator)[] values = [("k1", KlEstimator.K1), ("k2", KlEstimator.K2), ("k3", KlEstimator.K3)];
        return new("T505", Strength.Profile, $"option {OptionNames.KlEstimator} has its effect")
        {
            Needs = [Capability.Kl],
            Applies = Case.NeedsKl,
            DeclaredOption = OptionNames.KlEstimator,
            Cases = c => Case.With(new TokenCases(c.Format) { Reach = 2 }.Kl, values.Length),
            Simpler = Case.Shrink<KlRequest>(Generators.Simpler.Kl),
            Shown = x => x.Request with { Options = Set(OptionNames.KlEstimator, values[x.Choice].Name) },
            Judge = (c, x) =>
            {
                // Clamps need not apply to every estimator.
                if (x.Request.LogProbs.Zip(x.Request.ReferenceLogProbs).Any(p => Math.Abs(p.First - p.Second) > 2))
                {
                    return null;
                }

                var request = x.Request with { Options = Set(OptionNames.KlEstimator, values[x.Choice].Name) };
                var profile = c.Profile.Kl! with { Estimator = values[x.Choice].Estimator };
                var observed = c.Ask(request).Values;
                var isSame = c.Ask(x.Request).Values.SequenceEqual(observed);
                return Enumerable.Range(0, observed.Count)
                    .Select(i => c.Compare(
                        KlExpectation.Of(profile, c.Budget.Input(request.LogProbs[i]), c.Budget.Input(request.ReferenceLogProbs[i]), c.Budget).Value,
                        observed[i],
                        FormattableString.Invariant($"values[{i}]"),
                        $"option {OptionNames.KlEstimator} = {values[x.Choice].Name} {(isSame ? "has no effect" : "does not give that estimator")}",
                        () => KlExpectation.Of(profile, RuleContext.Exact.Input(request.LogProbs[i]), RuleContext.Exact.Input(request.ReferenceLogProbs[i]), RuleContext.Exact).Value))
                    .FirstOrDefault(f => f is not null);
            },
        };
    }

    private static CaseRule<Case<AdvantageRequest>> Deviation()
        => OfAdvantages("T506", OptionNames.Deviation, ["none", "population", "sample"], (a, v) => a with { Deviation = Enum.Parse<DeviationKind>(v, ignoreCase: true) }, p => p.Advantage!.Deviation == DeviationKind.None && p.Advantage.Epsilon.IsZero ? "the profile has no smoothing for a deviation" : null);

    private static CaseRule<Case<AdvantageRequest>> Epsilon()
        => OfAdvantages("T507", OptionNames.Epsilon, ["0.001", "0.1", "1"], (a, v) => a with { Epsilon = Rational.Parse(v) }, p => p.Advantage!.Deviation == DeviationKind.None ? "the profile does not divide by a deviation" : null);

    private static CaseRule<Case<AdvantageRequest>> OfAdvantages(string id, string option, string[] values, Func<AdvantageProfile, string, AdvantageProfile> changed, Func<TrainerProfile, string?> applies)
        => new(id, Strength.Profile, $"option {option} has its effect")
        {
            Needs = [Capability.Advantages],
            Applies = p => Case.NeedsAdvantage(p) ?? applies(p),
            DeclaredOption = option,
            Cases = c => Case.With(RewardCases.For(c.Description, c.Format).Any, values.Length),
            Simpler = Case.Shrink<AdvantageRequest>(Generators.Simpler.Advantages),
            Shown = x => x.Request with { Options = Set(option, values[x.Choice]) },
            Judge = (c, x) =>
            {
                var request = x.Request with { Options = Set(option, values[x.Choice]) };
                var profile = changed(c.Profile.Advantage!, values[x.Choice]);
                if (request.Groups.GroupBy(g => g).Any(g => g.Count() == 1) || AdvantageExpectation.Of(profile, request, c.Budget) is not { } expected)
                {
                    return null;
                }

                var observed = c.Ask(request);
                var isSame = c.Ask(x.Request).SequenceEqual(observed);
                return Enumerable.Range(0, observed.Count)
                    .Select(i => c.Compare(expected[i], observed[i], FormattableString.Invariant($"advantages[{i}]"), $"option {option} = {values[x.Choice]} {(isSame ? "has no effect" : $"does not give what profile {c.Profile.Name} with that value gives")}", () => AdvantageExpectation.Of(profile, request, RuleContext.Exact)![i]))
                    .FirstOrDefault(f => f is not null);
            },
        };

    private static CaseRule<Case<AggregationRequest>> Aggregation()
    {
        var modes = Enum.GetValues<AggregationMode>();
        return new("T508", Strength.Profile, $"option {OptionNames.Aggregation} has its effect")
        {
            Needs = [Capability.Aggregation],
            Applies = Case.NeedsAggregation,
            DeclaredOption = OptionNames.Aggregation,
            Cases = c => Case.With(new TokenCases(c.Format) { AllowsEmptyRows = false }.Aggregation, modes.Length),
            Simpler = Case.Shrink<AggregationRequest>(Generators.Simpler.Aggregation),
            Shown = x => x.Request with { Options = Set(OptionNames.Aggregation, AxisVariants.Kebab(modes[x.Choice])) },
            Judge = (c, x) =>
            {
                var name = AxisVariants.Kebab(modes[x.Choice]);
                var request = x.Request with { Options = Set(OptionNames.Aggregation, name) };
                var profile = c.Profile.Aggregation! with { Mode = modes[x.Choice] };
                var observed = c.Ask(request);
                var isSame = c.Ask(x.Request).Equals(observed);
                return c.Compare(AggregationExpectation.Of(profile, request, c.Budget), observed, "value", $"option {OptionNames.Aggregation} = {name} {(isSame ? "has no effect" : "does not give that aggregation")}", () => AggregationExpectation.Of(profile, request, RuleContext.Exact));
            },
        };
    }

    private static Dictionary<string, string> Set(string option, string value) => new(StringComparer.Ordinal) { [option] = value };
}
