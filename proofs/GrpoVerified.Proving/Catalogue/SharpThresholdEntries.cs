using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using static GrpoVerified.Proving.Catalogue.Vocabulary;
using static GrpoVerified.Proving.Tactics.Proofs;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>The universal thresholds with their exact constants (claims F8, F9): the extremal point is made the number 1 of a scaled variable.</summary>
internal static class SharpThresholdEntries
{
    private static readonly Expr W = Expr.Variable("w");

    public static IEnumerable<CatalogueEntry> All()
    {
        yield return Convergence();
        yield return NoJump();
    }

    // (1−p)/p = 1 + t, so 1 − 2p = t/(2+t); the extremal p has s = 1/8, t = 2(1+√2). With t = 2(1+√2) w it is w = 1.
    private static CatalogueEntry Convergence()
    {
        var root = Expr.Sqrt(Expr.Square(Expr.One) + Expr.One);
        var scale = Integer(2) * (Expr.One + root);
        var t = scale * W;
        var s = Probability<Expr>.FromFailureOdds(Expr.One + t).Variance;
        var bias = t / (Integer(2) + t);
        var flip = -Expr.Log(Expr.One + t) - (Integer(2) * (s + Eps) / (s * bias));
        var smoothing = Integer(2) * Eps / (s * bias);

        // The slope in w is 4(1+√2)² (w−1)(t + 2/(1+√2))/((1+t)t²), and what belongs to ε = 0 is 0.
        Tactics.Tactic Slope(int sign) => Rewrite(
            (Expr.Square(scale) * (sign > 0 ? W - Expr.One : Expr.One - W) * (t + (Integer(2) / (Expr.One + root))) / ((Expr.One + t) * Expr.Square(t)))
            + (Eps * (sign > 0 ? D(Integer(2) / (s * bias), "w") : -D(Integer(2) / (s * bias), "w"))), Sign);

        // At w = 1: 1 + t = (1+√2)² = exp(2 asinh 1).
        var twice = Expr.Asinh(Expr.One) + Expr.Asinh(Expr.One);
        var logarithms = Expr.Log(Expr.One + t) - twice;
        var end = Have(logarithms, Relation.NonNegative, Rewrite(Expr.Log(Expr.One + t) - Expr.Log(Expr.Exp(twice)), Monotone(Rewrite(scale * (W - Expr.One), Sign))),
            Rewrite(logarithms + (Integer(4) * (Expr.One - W) / t) + smoothing, Sign));
        return new("F08-sharp-threshold", "F8", "logit p - 2(s+eps)/(s(1-2p)) <= -2 asinh 1 - 2 sqrt 2 for (1-p)/p = 1 + 2(1+sqrt 2) w, all w > 0, eps >= 0: all p < 1/2", NonNegative(
            [In("w", "(0, inf)"), In("eps", "[0, inf)")], Theory.Formulas.Unsmoothed.SafeReference(Expr.One) - flip))
        {
            Script = _ => Vary("eps", towardLower: true, Sign, Cut("w", 1,
                Vary("w", towardLower: false, Slope(-1), end), Vary("w", towardLower: true, Slope(1), end))),
        };
    }

    // b = b₁ w, where b₁ tanh(b₁/2) = 1. With X = e^(b/2), Y = e^(b₁/2) both sides meet at w = 1, X = Y.
    private static CatalogueEntry NoJump()
    {
        var b1 = Expr.Variable("b1");
        Expr Sinh(Expr x) => (Expr.Exp(x) - Expr.Exp(-x)) / Integer(2);
        Expr Cosh(Expr x) => (Expr.Exp(x) + Expr.Exp(-x)) / Integer(2);
        var half = Integer(2);
        var b = b1 * W;
        var defining = new Condition((b1 * Sinh(b1 / half)) - Cosh(b1 / half), Relation.Zero);
        var margin = (Integer(2) * Cosh(b / half)) - ((b + b1) * Sinh(b / half));
        var (x, y) = (Expr.Exp(b / half), Expr.Exp(b1 / half));
        var atEnd = ((y - x) * (b1 - Expr.One + (b1 / half * (W - Expr.One)) + ((Expr.One + (b1 / half * (W + Expr.One))) / (x * y))))
            - (Integer(2) * Lowering.Lower(defining.Expression))
            - (b1 / half * (W - Expr.One) * (y - (Expr.One / y)));
        return new("F09-sharp-threshold", "F9", "min(-b, b - 2 coth(b/2)) <= -b1 for all b = b1 w > 0, where b1 tanh(b1/2) = 1: a jump needs logit p_ref <= -b1", NonNegative(
            [In("b1", "[1, 2]"), In("w", "(0, inf)")], Expr.Max(b - b1, margin), defining))
        {
            Script = auto => Cut("w", 1,
                Maximum(leftSide: false, Vary("w", towardLower: false,
                    Rewrite(b1 * b1 / half * (W + Expr.One) * Cosh(b / half), Sign),
                    Have(y - x, Relation.NonNegative, Monotone(Rewrite(b1 / half * (Expr.One - W), Sign)), Rewrite(atEnd, Sign)))),
                Maximum(leftSide: true, Rewrite(b1 * (W - Expr.One), Sign))),
        };
    }
}
