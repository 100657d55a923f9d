using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;
using static GrpoVerified.Theory.Tests.Reference.Points;

namespace GrpoVerified.Theory.Tests.Reference;

internal static partial class ReferenceExpressions
{
    private static Dictionary<string, Func<Ball>[]> Variants() => new(StringComparer.Ordinal)
    {
        ["H1"] =
        [
            () => LogOddsStep(Mirror(S1), 1),
            () => LogOddsStep(Mirror(S1), 2),
            () => Step(Mirror(At("1/10", "10", "1/100")), 5).Success,
        ],
        ["H2"] = [() => LogOddsStep(Mirror(At("1/10", "10", "1/100")), 2000) - N("2000")],
        ["H3"] = [() => Step(Mirror(At("1/10", "4", "0")), 3).Failure],
        ["H4"] = [() => Step(Mirror(At("1/10", "2", "0")) with { Normalisation = Normalisation.MeanOnly }, 3).Success],
        ["H5"] =
        [
            () => FixedP(At("1/10", "2", "0") with { Normalisation = Normalisation.MeanOnly }, 0).Success,
            () => FixedP(At("1/100", "1/25", "0") with { Normalisation = Normalisation.MeanOnly }, 0).Success,
        ],
        ["H7"] = [() => Step(TwoKl(S1, "1/2"), 1).Success, () => Step(TwoKl(S1, "1/2"), 2).Success, () => Step(TwoKl(S1, "1/2"), 3).Success],
        ["H8"] = [() => FixedP(TwoKl(At("1/10", "2", "1/1000"), "1/2"), 0).Success],
        ["H9"] =
        [
            () => Fixed(TwoKl(At("1/200", "3", "1/1000"), "1/2"), 0).Multiplier(Bits),
            () => Fixed(TwoKl(At("1/1000", "4", "1/100"), "1/4"), 0).Multiplier(Bits),
        ],
        ["H10"] = [() => Stability.LipschitzConstant(N("1/1000")) / N("3/2")],
        ["H11"] = [() => Stability.LipschitzConstant(N("1/100")) / N("3/4")],
        ["H12"] = [() => Sigma(Unsmoothed.SafeReference(N("1/2"))).Success, () => Unsmoothed.TwoKlFlip(N("1/2"), N("2"))],
        ["H14"] =
        [
            () => Stability.LipschitzConstantOutside(N("1/10000")),
            () => Stability.LipschitzConstantOutside(N("1/100")),
            () => Step(At("1/10", "1", "1/10000") with { Placement = EpsilonPlacement.Outside }, 1).Success,
        ],
        ["H15"] =
        [
            () => MirrorFlow.HittingTime(P("1/10"), N("1")),
            () => MirrorFlow.Success(P("1/10"), N("1"), N("1")),
        ],
        ["I3"] = [TwoKlUnequalConditionals, () => Sigma(N("1/5")).Success],
    };

    private static GrpoParameters Mirror(GrpoParameters parameters) => parameters with { Regulariser = Regulariser.Mirror };

    private static GrpoParameters TwoKl(GrpoParameters parameters, string alpha) => parameters with { Regulariser = Regulariser.TwoKl, Alpha = Rational.Parse(alpha) };

    private static Ball TwoKlUnequalConditionals()
    {
        var anchor = ExplicitPolicies.GeometricAnchor([N("1/4"), N("1/4"), N("1/2")], [N("49/100"), N("1/100"), N("1/2")], N("1/2"));
        var (plus, minus) = (Whitening.WeightPlus(P("1/2"), N("0")), Whitening.WeightMinus(P("1/2"), N("0")));
        return ExplicitPolicies.Maximiser(anchor, [true, true, false], plus, minus, N("10")).Success.Success;
    }
}
