using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Constants;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Theory.Tests.Reference.Points;

namespace GrpoVerified.Theory.Tests.Reference;

internal static partial class ReferenceExpressions
{
    private static Dictionary<string, Func<Ball>[]> Global() => new(StringComparer.Ordinal)
    {
        ["F1"] =
        [
            () => Step(S3, 2).Success - Step(S3, 1).Success,
            () => FixedP(At("3/5", "3", "1/10"), 0).Success,
            () => Step(At("3/5", "3", "1/10"), 3).Success,
        ],
        ["F2"] = [() => Step(S12, 1).Success, () => Step(S12, 2).Success, () => Limit(S12).Success, () => Step(S6, 1).Success, () => Limit(S6).Success],
        ["F3"] =
        [
            () => Stability.LipschitzConstant(N("1/10")) / N("4"),
            () => Stability.LipschitzConstant(N("1e-6")),
            () => Stability.LipschitzConstant(N("1e-4")),
        ],
        ["F5"] = [() => Step(S10, 1).Success, () => FixedP(S10, 1).Success, () => Limit(S10).Failure, () => Limit(S1).Success],
        ["F6"] =
        [
            () => SuccessMap.Psi(-Fold(2, "1", "1/100", logOdds: true), N("1"), N("1/100")),
            () => SuccessMap.Psi(-Fold(1, "1", "1/100", logOdds: true), N("1"), N("1/100")),
            () => SuccessMap.Psi(Fold(2, "1", "1/100", logOdds: true), N("1"), N("1/100")),
        ],
        ["F7"] =
        [
            () => SuccessMap.OmegaOfLogOdds(-P("1/100").LogOdds, N("1/1000")) + (N("2") * P("1/100").LogOdds),
            () => Unsmoothed.EscapeMargin(-P("1/10").LogOdds, N("7/10")),
        ],
        ["F8"] = [() => Sigma(Unsmoothed.SafeReference(N("1"))).Success, () => Unsmoothed.SafeReference(N("1"))],
        ["F9"] = [() => UniversalConstants.NoJumpLogOdds.Enclose(Bits), () => Sigma(-UniversalConstants.NoJumpLogOdds.Enclose(Bits)).Success],
        ["F10"] =
        [
            () => Cycle(S2).Points(Bits)[0].Success,
            () => Cycle(S2).Points(Bits)[1].Success,
            () => Cycle(S2).Multiplier(Bits),
            () => FixedP(S2, 0).Success,
            () => Cycle(S7).Points(Bits)[0].Success,
            () => Cycle(S7).Points(Bits)[1].Success,
            () => Cycle(S7).Multiplier(Bits),
            () => Cycle(At("1/500", "2", "0")).Points(Bits)[0].Success,
            () => Cycle(At("1/500", "2", "0")).Points(Bits)[1].Success,
        ],
        ["F11"] =
        [
            () => Step(S1, 1).Success, () => Step(S1, 2).Success, () => Step(S1, 3).Success, () => Step(S1, 4).Success, () => Step(S1, 5).Success,
            () => FixedP(S1, 0).Success,
        ],
        ["F12"] = [() => FixedX(S1, 0), () => B(S1).NextUnclipped(B(S1).NextUnclipped(Ball.Zero))],
        ["F13"] = [() => Limit(S10).Failure, () => Limit(S1).Success],
        ["F14"] = [() => Step(S10, 1).Success, () => Step(S1, 1).Success],
        ["F15"] =
        [
            () => Cycle(At("1/2500", "2/3", "1/100")).Points(Bits)[0].Success,
            () => Cycle(At("1/2500", "2/3", "1/100")).Points(Bits)[1].Success,
            () => Cycle(At("1/2500", "2/3", "1/100")).Points(Bits)[2].Success,
            () => FromHalf(At("1/10000", "3/5", "1/100"), 1),
            () => FromHalf(At("1/340000", "23", "0"), 3),
            () => -Unsmoothed.EscapeMargin(-P("1/340000").LogOdds, N("23")),
            () => FromHalf(At("1/10000", "3/5", "1/100"), 3),
        ],
        ["K1"] = [() => FixedP(S1, 0).Success + N("1/100")],
        ["K5"] = [() => Ball.One / (Ball.One - (Stability.LipschitzConstant(N("1/10")) / N("4")))],
        ["M2"] = [() => Ball.One - Ball.Pow(FixedP(S1, 0).Failure, 8)],
        ["M4"] = [() => SafeReference("1/25", "1e-6"), () => SafeReference("1/10", "1e-4")],
    };

    private static Ball FromHalf(GrpoParameters parameters, int steps)
    {
        var x = Ball.Zero;
        for (var n = 0; n < steps; n++)
        {
            x = B(parameters).NextUnclipped(x);
        }

        return Sigma(x).Success;
    }
}
