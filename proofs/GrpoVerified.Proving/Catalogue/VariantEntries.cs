using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Catalogue.Vocabulary;
using static GrpoVerified.Proving.Tactics.Proofs;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>Variants of the regulariser, perturbations, practical regime (claims H, I, K, M).</summary>
internal static class VariantEntries
{
    private static readonly Expr M = Stability.LipschitzConstant(Eps);
    private static readonly Expr Alpha = Expr.Variable("alpha");
    private static readonly Expr X0 = Expr.Variable("x0");

    // T(x) = α x₀ + (1−α) x + G(x)/β.
    private static readonly Expr TwoKl = (Alpha * X0) + ((Expr.One - Alpha) * X) + (SuccessMap.OmegaOfLogOdds(X, Eps) / Beta);
    private static readonly Axis[] Box = [In("alpha", "(0, 1]"), .. LogOdds()];

    public static IEnumerable<CatalogueEntry> All()
    {
        yield return new("H01-mirror-increases", "H1", "The mirror step increases the log-odds by at least 2/(beta sqrt(1+4eps))", NonNegative(
            LogOdds(), (SuccessMap.OmegaOfLogOdds(X, Eps) / Beta) - (Whitening.OmegaMinimum(Eps) / Beta)));
        yield return new("H02-mirror-upper", "H2", "The mirror step increases the log-odds by at most 1/(beta sqrt eps)", NonNegative(
            LogOdds(), (Whitening.OmegaMaximum(Eps) / Beta) - (SuccessMap.OmegaOfLogOdds(X, Eps) / Beta)));
        yield return new("H03-mirror-unsmoothed", "H3", "At eps = 0 the mirror step increases the log-odds by at least 2/beta", NonNegative(
            [In("x", "(-inf, inf)"), In("beta", "(0, inf)")], (SuccessMap.OmegaOfLogOdds(X, Expr.Zero) / Beta) - (Integer(2) / Beta)));
        yield return new("H07-amplification", "H7", "T(x) > x0 for x >= x0", Positive(
            [In("x0", "(-inf, inf)"), .. Box], TwoKl - X0, new Condition(X - X0, Relation.NonNegative)))
        {
            Script = _ => Rewrite(((Expr.One - Alpha) * (X - X0)) + (SuccessMap.OmegaOfLogOdds(X, Eps) / Beta), Sign),
        };
        yield return new("H08-fixed-points", "H8", "x - T(x) = alpha (x - F(x)) with beta' = alpha beta", Equal(
            [In("x0", "(-inf, inf)"), .. Box], X - TwoKl, Alpha * (X - SuccessMap.NextLogOdds(X, X0, Alpha * Beta, Eps)))
        );
        yield return new("H09-multiplier", "H9", "T' = 1 - alpha + G'/beta", Equal(
            Box, D(TwoKl, "x"), Expr.One - Alpha + (SuccessMap.OmegaOfLogOddsDerivative(X, Eps) / Beta)));
        var slope = D(SuccessMap.OmegaOfLogOdds(X, Eps) / Beta, "x");
        var above = new Condition(((Integer(2) - Alpha) * Beta) - M, Relation.NonNegative);
        yield return new("H10-no-two-cycle", "H10", "(2-alpha) beta >= M_eps implies T' >= -1", NonNegative(Box, D(TwoKl, "x") + Expr.One, above))
        {
            Script = auto => Have((M / Beta) + slope, Relation.NonNegative, auto, Have(Integer(2) - Alpha - (M / Beta), Relation.NonNegative, Rewrite((((Integer(2) - Alpha) * Beta) - M) / Beta, Sign),
                Rewrite((Integer(2) - Alpha - (M / Beta)) + ((M / Beta) + slope), Sign))),
        };
        var monotone = new Condition(((Expr.One - Alpha) * Beta) - M, Relation.NonNegative);
        yield return new("H11-monotone", "H11", "(1-alpha) beta >= M_eps implies T' >= 0", NonNegative(Box, D(TwoKl, "x"), monotone))
        {
            Script = auto => Have((M / Beta) + slope, Relation.NonNegative, auto, Have(Expr.One - Alpha - (M / Beta), Relation.NonNegative, Rewrite((((Expr.One - Alpha) * Beta) - M) / Beta, Sign),
                Rewrite((Expr.One - Alpha - (M / Beta)) + ((M / Beta) + slope), Sign))),
        };
        yield return new("H13-euler", "H13", "T(x) - x = alpha (x0 - x + G(x)/(alpha beta))", Equal(
            [In("x0", "(-inf, inf)"), .. Box], TwoKl - X, Alpha * (X0 - X + (SuccessMap.OmegaOfLogOdds(X, Eps) / (Alpha * Beta)))));
        var e = Expr.Variable("e");
        Axis[] outside = [In("p", "[0, 1]"), In("e", "(0, inf)")];
        yield return new("H14-minimum", "H14", "std+e: the factor is at least 2/(1+2e)", NonNegative(
            outside, Whitening.OmegaOutside(Success, e) - (Integer(2) / (Expr.One + (Integer(2) * e)))));
        yield return new("H14-maximum", "H14", "std+e: the factor is at most 1/e", NonNegative(
            outside, (Expr.One / e) - Whitening.OmegaOutside(Success, e)));
        yield return OutsideLipschitz(e);
        yield return new("I03-amplification-fails", "I3", "Two-KL with unequal conditionals: p_n < p_ref = 1/2", Positive(
            [], Number("1/2") - Probability<Expr>.FromFailureOdds(Expr.One / (Number("4/5") * Expr.Exp(Number("1/5")))).Success));
        yield return new("K05-logistic", "K5", "The logistic function is 1/4-Lipschitz", NonNegative(
            [In("x", "(-inf, inf)")], Number("1/4") - D(Expr.Logistic(X), "x")));
        yield return new("M02-pass-at-8", "M2", "1-(1-p_n)^8 > 1-(1-p_ref)^8", Positive(
            Whole(), Expr.Pow(Expr.One - Ref, 8) - Expr.Pow(Expr.One - H(P), 8)))
        {
            Script = auto => Have(H(P) - Ref, Relation.Positive, auto, Have(Expr.One - H(P), Relation.Positive, auto, goal => PassAt(goal))),
        };
        yield return new("M04-threshold", "M4", "beta = 1/25, eps = 1e-6: h(1/2) >= 1/2 for p_ref = 193/100 e-22", Positive(
            [], H(Number("1/2"), "1.93e-22", "1/25", "1/1000000") - Number("1/2")));
    }

    // a^8 − b^8 = (a − b)(a + b)(a² + b²)(a⁴ + b⁴) with a = 1 − p_ref and b = 1 − h.
    private static Certificates.ProofStep? PassAt(Goals.Goal goal)
    {
        var (a, b) = (Expr.One - Ref, Expr.One - H(P));
        return Rewrite(
            (H(P) - Ref) * (a + b) * (Expr.Square(a) + Expr.Square(b)) * (Expr.Pow(a, 4) + Expr.Pow(b, 4)), Sign)(goal);
    }

    // With r = sqrt(1+32e^2), k = 1+r, y = sqrt(s): M^2 - slope^2 is (ky-2e)^2 times a polynomial with positive coefficients, over 32e^2(r+3)^3(y+e)^4.
    private static CatalogueEntry OutsideLipschitz(Expr e)
    {
        var m = Stability.LipschitzConstantOutside(e);
        var slope = P * Success.Failure * D(Whitening.OmegaOutside(Success, e), "p");
        var (r, y) = (Expr.Sqrt(Expr.One + (Integer(32) * Expr.Square(e))), Expr.Sqrt(Success.Variance));
        var (k, three) = (Expr.One + r, r + Integer(3));
        var inside = Expr.One - (Integer(4) * Expr.Square(Stability.LipschitzRootOutside(e)));
        var factor = ((Expr.Pow(k, 3) + (Integer(128) * Expr.Square(e) * three / k)) * Expr.Square(y)) + (Integer(4) * e * (r + Integer(5)) * k * y) + (Integer(4) * Expr.Square(e) * k);
        var product = Expr.Square((k * y) - (Integer(2) * e)) * factor / (Integer(32) * Expr.Square(e) * Expr.Pow(three, 3) * Expr.Pow(y + e, 4));
        Tactics.Tactic Side(Expr b) => Rewrite(m - b, Square(Sign, Rewrite(product, Sign)));
        return new("H14-lipschitz", "H14", "std+e: |dG/dx| <= M_e for all p in (0,1), e > 0", NonNegative(
            [In("p", "(0, 1)"), In("e", "(0, inf)")], m - Expr.Abs(slope)))
        {
            Script = _ => Have(inside, Relation.Positive, Rewrite(three / (Integer(2) * k), Sign), Abs(Side(slope), Side(-slope))),
        };
    }
}
