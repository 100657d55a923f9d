using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;
using static GrpoVerified.Theory.Tests.Reference.Points;

namespace GrpoVerified.Theory.Tests.Reference;

internal static partial class ReferenceExpressions
{
    private static Dictionary<string, Func<Ball>[]> Weights() => new(StringComparer.Ordinal)
    {
        ["A1"] =
        [
            () => Whitening.WeightPlus(P("1/10"), N("1/1000")),
            () => Whitening.WeightMinus(P("1/10"), N("1/1000")),
            () => Whitening.WhitenedVariance(P("1/10"), N("1/1000")),
            () => Whitening.WeightMinus(P("1/3"), N("1/100")),
        ],
        ["A2"] =
        [
            () => Whitening.Omega(P("1/10"), N("1/1000")),
            () => Whitening.Omega(P("3/4"), N("1/100")),
            () => Whitening.Omega(P("1/200"), N("1/1000")),
        ],
        ["A3"] =
        [
            () => Whitening.WeightPlusDerivative(P("1/10"), N("1/1000")),
            () => Whitening.WeightMinusDerivative(P("3/4"), N("1/100")),
        ],
        ["A4"] =
        [
            () => Whitening.OmegaMinimum(N("1/100")),
            () => SuccessMap.OmegaOfLogOdds(N("-3"), N("1/1000")),
            () => SuccessMap.OmegaOfLogOdds(N("5"), N("0")),
        ],
        ["A5"] = [ClippedSurrogate],
        ["A6"] = [() => Whitening.WeightPlus(P("1/4"), N("1/100")) - Whitening.WeightMinus(P("1/4"), N("1/100"))],
        ["A8"] = [() => Whitening.Omega(P("1/10"), N("1/1000")) * (N("3/10") - N("1/10"))],
        ["A9"] = [() => SuccessMap.NextLogOdds(P("1/10").LogOdds, P("1/10").LogOdds, N("1"), N("1/4000")) - P("1/10").LogOdds],
        ["A10"] = [() => Sigma(P("9/10").LogOdds - SuccessMap.OmegaOfLogOdds(P("9/10").LogOdds, N("1/1000"))).Success],
        ["B1"] =
        [
            () => ExplicitPolicies.Partition(P("1/10"), P("1/10"), N("1"), N("1/1000")),
            () => ExplicitPolicies.Partition(P("3/4"), P("3/4"), N("1/2"), N("1/100")),
        ],
        ["B2"] = [VariationalGap],
        ["B5"] = [() => Divergences.Bernoulli(Step(S1, 1), P("1/10"))],
        ["B6"] = [() => Divergences.Jeffreys(Step(S1, 1), P("1/10"))],
        ["C1"] =
        [
            () => Step(S1, 1).Success,
            () => Step(S1, 2).Success,
            () => Step(S1, 3).Success,
            () => Step(S3, 1).Success,
            () => Step(S2, 1).Success,
            () => Step(S2, 2).Success,
        ],
        ["C2"] = [() => LogOddsStep(S1, 1), () => LogOddsStep(S1, 5), () => LogOddsStep(S10, 1)],
        ["C3"] =
        [
            () => SuccessMap.Next(P("1/2"), P("1/10"), N("1"), N("1/1000")).Success,
            () => SuccessMap.Next(P("1"), P("1/10"), N("1"), N("1/1000")).Success,
            () => SuccessMap.Next(P("1/5"), P("1/200"), N("3/2"), N("1/1000")).Success,
        ],
        ["C4"] =
        [
            () => SuccessMap.Derivative(P("1/5"), P("1/10"), N("1"), N("1/1000")),
            () => SuccessMap.Derivative(P("9/10"), P("3/4"), N("1/2"), N("1/100")),
        ],
        ["C5"] =
        [
            () => Sigma(SuccessMap.LowerEnvelope(P("1/10").LogOdds, N("1"), N("1/1000"))).Success,
            () => Sigma(SuccessMap.UpperEnvelope(P("1/1000").LogOdds, N("1"), N("1/100"))).Success,
            () => Sigma(SuccessMap.UpperEnvelope(P("1/10").LogOdds, N("1"), N("1/1000"))).Failure,
        ],
        ["C7"] =
        [
            () => Stability.LipschitzConstant(N("1/1000")),
            () => Stability.LipschitzConstant(N("1/100")),
            () => Stability.LipschitzConstant(N("1/10")),
            () => Stability.LipschitzPoint(N("1/100")),
        ],
    };

    private static Ball ClippedSurrogate()
        => Surrogates.Clipped([N("1/2"), N("1/8"), N("3/8")], [N("1/4"), N("1/2"), N("1/4")], [true, false, false], N("1/100"), N("1/5"), N("1/5"));

    private static Ball VariationalGap()
    {
        Ball[] reference = [N("1/10"), N("9/10")];
        bool[] rewards = [true, false];
        var (plus, minus) = (Whitening.WeightPlus(P("1/10"), N("1/1000")), Whitening.WeightMinus(P("1/10"), N("1/1000")));
        var best = ExplicitPolicies.Maximiser(reference, rewards, plus, minus, Ball.One);
        Ball Value(IReadOnlyList<Ball> policy) => ExplicitPolicies.Objective(policy, reference, rewards, plus, minus, Ball.One, static _ => true);
        return Value(best.Probabilities) - Value([N("1/2"), N("1/2")]);
    }
}
