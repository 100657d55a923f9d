using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Constants;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Theory.Tests.Reference.Points;

namespace GrpoVerified.Theory.Tests.Reference;

internal static partial class ReferenceExpressions
{
    private static Dictionary<string, Func<Ball>[]> FixedPoints() => new(StringComparer.Ordinal)
    {
        ["C6"] = [() => FixedP(S1, 0).Success, () => FixedP(S3, 0).Failure, () => FixedP(S5, 0).Success, () => FixedP(S6, 0).Success],
        ["D1"] = [() => FixedP(S1, 0).Success, () => FixedP(S1, 1).Success, () => FixedP(S1, 2).Failure],
        ["D2"] =
        [
            () => SuccessMap.Next(P("1"), P("1/2"), N("1"), N("1")).Failure,
            () => SuccessMap.Next(P("1"), P("1/10"), N("1"), N("1/1000")).Failure,
            () => SuccessMap.Next(P("1"), P("1/1000"), N("1"), N("1/100")).Failure,
        ],
        ["D3"] =
        [
            () => Fold(1, "1", "1/1000", logOdds: true),
            () => Fold(2, "1", "1/1000", logOdds: true),
            () => SuccessMap.Psi(Fold(1, "1", "1/1000", logOdds: true), N("1"), N("1/1000")),
            () => SuccessMap.Psi(Fold(2, "1", "1/1000", logOdds: true), N("1"), N("1/1000")),
        ],
        ["D4"] =
        [
            () => Stability.Threshold(P("9/10"), N("1/1000")),
            () => Stability.LipschitzConstant(N("1/10000")),
        ],
        ["D5"] = [() => Fold(1, "1", "1/1000", logOdds: false), () => Fold(2, "1", "1/1000", logOdds: false)],
        ["D6"] =
        [
            () => Stability.Threshold(P("9/10"), N("1/100")),
            () => Stability.CurveReference(P("9/10"), N("1/100")),
            () => Stability.CurveReference(P("1/10"), N("1/100")),
        ],
        ["D7"] =
        [
            () => Stability.CuspReference(N("1/100")),
            () => Sigma(Stability.CuspReference(N("1/100"))).Success,
            () => Sigma(Stability.CuspLogOdds(N("1/100"))).Success,
        ],
        ["D8"] =
        [
            () => ParametricConstants.MultistabilityEpsilon(1).Enclose(Bits),
            () => ParametricConstants.MultistabilityEpsilon(new(1, 25)).Enclose(Bits),
            () => ParametricConstants.CuspEpsilon(new(1, 2)).Enclose(Bits),
            () => ParametricConstants.CuspEpsilon(new(1, 10)).Enclose(Bits),
        ],
        ["D9"] =
        [
            () => Stability.SensitivityToReference(FixedP(S1, 0), P("1/10"), N("1"), N("1/1000")),
            () => Stability.SensitivityToBeta(FixedP(S1, 0), N("1"), N("1/1000")),
        ],
        ["D10"] =
        [
            () => FixedX(At("1/10", "1000", "1/1000"), 0) - P("1/10").LogOdds,
            () => Whitening.Omega(P("1/10"), N("1/1000")) / N("1000"),
        ],
        ["D11"] = [() => SafeReference("1", "1/1000"), () => SafeReference("1/25", "1e-6")],
        ["E1"] =
        [
            () => Fixed(S1, 0).Multiplier(Bits),
            () => Stability.Threshold(FixedP(S1, 0), N("1/1000")),
            () => Fixed(S2, 0).Multiplier(Bits),
            () => Stability.Threshold(FixedP(S2, 0), N("1/1000")),
        ],
        ["E2"] = [() => Fixed(S1, 1).Multiplier(Bits), () => Fixed(S1, 2).Multiplier(Bits)],
        ["E3"] = [() => Stability.Threshold(P("1/10"), N("1/100")), () => Stability.CurveReference(P("1/10"), N("1/100"))],
        ["E4"] = [() => SuccessMap.Schwarzian(N("2"), N("1/100")), () => SuccessMap.Schwarzian(N("2"), N("0"))],
        ["E5"] = [() => CrossRatio("0"), () => CrossRatio("1/100")],
        ["E6"] =
        [
            () => (Step(S1, 12).LogOdds - FixedX(S1, 0)) / (Step(S1, 11).LogOdds - FixedX(S1, 0)),
            () => Fixed(S1, 0).Multiplier(Bits),
        ],
    };

    // x_i or s(x_i) of the fold equation G' = beta, isolated here by the cubic alone.
    private static Ball Fold(int index, string beta, string eps, bool logOdds)
    {
        var split = 2 * Rational.Parse(eps) / (1 + (12 * Rational.Parse(eps)));
        var (lower, upper) = index == 1 ? (split, new Rational(1, 4)) : (Rational.Zero, split);
        EnclosedFunction cubic = precision =>
        {
            var (b, e) = (Dual<Ball>.Constant(Ball.FromRational(Rational.Parse(beta), precision)), Dual<Ball>.Constant(Ball.FromRational(Rational.Parse(eps), precision)));
            return s => Stability.FoldPolynomial(Dual<Ball>.Variable(s), b, e);
        };
        var root = new Root(cubic, Ball.Hull(Ball.FromRational(lower, 64), Ball.FromRational(upper, 64)), index == 1 ? -1 : 1).Enclose(Bits);
        return logOdds ? Stability.LogOddsOfVariance(root) : root;
    }

    private static Ball SafeReference(string beta, string eps) => Sigma(-(Whitening.OmegaMinimum(N(eps)) / N(beta))).Success;

    private static Ball CrossRatio(string eps)
    {
        Ball Value(string x) => SuccessMap.OmegaOfLogOdds(N(x), N(eps));
        Ball Slope(string a, string b) => Ball.Abs(Value(a) - Value(b)) / Ball.Abs(N(a) - N(b));
        return Ball.Abs(SuccessMap.OmegaOfLogOddsDerivative(N("-3"), N(eps))) * Slope("-5", "-1") / (Slope("-5", "-3") * Slope("-3", "-1"));
    }
}
