using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Groups;
using GrpoVerified.Theory.Policies;

namespace GrpoVerified.Properties.Tests.Theory;

/// <summary>The library's own formulas in the hardware's double: the text that is certified elsewhere, with everything certified taken away.</summary>
internal static class FormulaTheory
{
    public static TheoryImplementation Double { get; } = new()
    {
        Name = "formulas in double",
        Weights = (p, eps) => (Whitening.WeightPlus(P(p), F(eps)).Value, Whitening.WeightMinus(P(p), F(eps)).Value),
        SuccessMap = (p, r, b, e) => SuccessMap.Next(P(p), P(r), F(b), F(e)).Success.Value,
        LogOddsMap = (x, x0, b, e) => SuccessMap.NextLogOdds(F(x), F(x0), F(b), F(e)).Value,
        Derivative = (p, r, b, e) => SuccessMap.Derivative(P(p), P(r), F(b), F(e)).Value,
        LipschitzConstant = e => Stability.LipschitzConstant(F(e)).Value,
        FixedPoints = (r, b, e) => [.. FixedPointSet.Find(GrpoParameters.Of(Rational.FromDouble(r), Rational.FromDouble(b), Rational.FromDouble(e))).Points.Select(f => f.Probability(64).Success.Midpoint.ToDouble())],
        Policy = (reference, rewards, old, b, e) => Values(Maximiser(reference, rewards, old, b, e).Probabilities),
        Partition = (r, old, b, e) => ExplicitPolicies.Partition(P(r), P(old), F(b), F(e)).Value,
        Objective = (policy, reference, rewards, old, b, e) => ExplicitPolicies.Objective(
            All(policy), All(reference), rewards, Whitening.WeightPlus(P(old), F(e)), Whitening.WeightMinus(P(old), F(e)), F(b), o => policy[o] > 0).Value,
        Surrogate = (policy, old, rewards, e, low, high) => Surrogates.Clipped(All(policy), All(old), rewards, F(e), F(low), F(high)).Value,
        Contrastive = (policy, old, rewards, e, low, high) => Surrogates.Contrastive(All(policy), All(old), rewards, F(e), F(low), F(high)).Value,
        Mirror = (p, b, e) => SuccessMap.Next(P(p), P(p), F(b), F(e)).Success.Value,
        TwoKl = (p, r, a, b, e) => Next(p, b, e, r, g => g with { Regulariser = Regulariser.TwoKl, Alpha = Rational.FromDouble(a) }),
        MeanOnly = (p, r, b) => Next(p, b, 1, r, g => g with { Normalisation = Normalisation.MeanOnly }),
        Clipped = (p, r, b, e, low, high) => Clipping.NextFailureOdds(
            P(p), P(r).FailureOdds, Whitening.WeightPlus(P(p), F(e)), Whitening.WeightMinus(P(p), F(e)), F(b), F(low), F(high)) is var odds ? Probability<Float64>.FromFailureOdds(odds).Success.Value : 0,
        GroupWeight = (p, e, g, sample) => EffectiveWeight.Omega(P(p), EffectiveWeight.ReciprocalDeviations(
            g, F(e), sample ? GroupDeviation.Sample : GroupDeviation.Population, EpsilonPlacement.Inside, Float64Context.Instance)).Value,
        KeptGroupWeight = (p, e, g, sample) => EffectiveWeight.OmegaDynamicSampling(P(p), EffectiveWeight.ReciprocalDeviations(
            g, F(e), sample ? GroupDeviation.Sample : GroupDeviation.Population, EpsilonPlacement.Inside, Float64Context.Instance)).Value,
    };

    private static ExplicitPolicy<Float64> Maximiser(IReadOnlyList<double> reference, IReadOnlyList<bool> rewards, double old, double b, double e)
        => ExplicitPolicies.Maximiser(All(reference), rewards, Whitening.WeightPlus(P(old), F(e)), Whitening.WeightMinus(P(old), F(e)), F(b));

    private static double Next(double p, double b, double e, double r, Func<GrpoParameters, GrpoParameters> variant)
    {
        var parameters = variant(GrpoParameters.Of(Rational.FromDouble(r), Rational.FromDouble(b), Rational.FromDouble(e)));
        var bound = BoundParameters<Float64>.Bind(parameters, Float64Context.Instance);
        return Float64.One.Value / (1 + Math.Exp(-bound.Next(P(p).LogOdds).Value));
    }

    private static Probability<Float64> P(double p) => Probability<Float64>.FromSuccess(F(p));

    private static Float64 F(double x) => new(x);

    private static Float64[] All(IReadOnlyList<double> values) => [.. values.Select(F)];

    private static double[] Values(IReadOnlyList<Float64> values) => [.. values.Select(v => v.Value)];
}
