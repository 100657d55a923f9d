using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Constants;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Theory.Tests.Reference.Points;

namespace GrpoVerified.Theory.Tests.Reference;

internal static partial class ReferenceExpressions
{
    private static Dictionary<string, Func<Ball>[]> UnsmoothedCase() => new(StringComparer.Ordinal)
    {
        ["G1"] =
        [
            () => Unsmoothed.SaddleNode(N("1")),
            () => Sigma(Unsmoothed.SaddleNode(N("1"))).Success,
            () => Unsmoothed.SaddleNode(N("2")),
            () => FixedP(S5, 0).Success,
            () => FixedP(S5, 1).Success,
        ],
        ["G2"] = [() => SuccessMap.Next(P("99/100"), P("1/10"), N("1"), N("0")).Failure],
        ["G3"] = [() => Unsmoothed.Flip(N("1")), () => Sigma(Unsmoothed.Flip(N("1"))).Success, () => Unsmoothed.Flip(N("2"))],
        ["G4"] =
        [
            () => ParametricConstants.EscapeBarrier(1).Enclose(Bits),
            () => Sigma(-ParametricConstants.EscapeBarrier(1).Enclose(Bits)).Success,
            () => ParametricConstants.EscapeBarrier(2).Enclose(Bits),
            () => Sigma(-ParametricConstants.EscapeBarrier(2).Enclose(Bits)).Success,
            () => FixedP(S11, 1).Success,
            () => Step(S11, 1).Success,
        ],
        ["G5"] =
        [
            () => UniversalConstants.EscapeBeta(Bits),
            () => UniversalConstants.LaplacePoint.Enclose(Bits),
            () => Sigma(-(N("2") * UniversalConstants.LaplacePoint.Enclose(Bits))).Success,
        ],
        ["G6"] =
        [
            () => UniversalConstants.NonConvergenceBeta(Bits),
            () => Unsmoothed.Flip(UniversalConstants.NonConvergenceBeta(Bits)),
            () => Sigma(Unsmoothed.Flip(UniversalConstants.NonConvergenceBeta(Bits))).Success,
        ],
        ["G7"] = [() => UniversalConstants.SaddleNodeMeeting.Enclose(Bits)],
        ["G8"] =
        [
            () => Unsmoothed.CycleReference(N("5"), N("1"), N("2")),
            () => Unsmoothed.CycleCentre(N("5"), N("2")),
            () => Unsmoothed.CycleMultiplier(N("5"), N("2")),
        ],
        ["G9"] =
        [
            () => ParametricConstants.SecondDoubling(2).Enclose(Bits),
            () => Unsmoothed.CycleReference(ParametricConstants.SecondDoubling(2).Enclose(Bits), N("1"), N("2")),
        ],
        ["G10"] = [() => Step(At("1e-4", "1", "0"), 1).Success, () => Step(At("1e-4", "1", "0"), 1).Failure],
    };
}
