using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Catalogue.Vocabulary;
using static GrpoVerified.Proving.Tactics.Proofs;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>The success map, its fixed points and their stability (claims C, D, E).</summary>
internal static class MapEntries
{
    private static readonly Expr Half = Number("1/2");
    private static readonly Expr M = Stability.LipschitzConstant(Eps);
    private static readonly Expr Slope = D(SuccessMap.NextLogOdds(X, Expr.Variable("x0"), Beta, Eps), "x");
    private static readonly Condition FixedPoint = new(H(P) - P, Relation.Zero);

    public static IEnumerable<CatalogueEntry> All() => Map().Concat(FixedPoints()).Concat(StabilityOfFixedPoints());

    private static IEnumerable<CatalogueEntry> Map()
    {
        yield return new("C03-symmetry", "C3", "h(p) = h(1-p)", Equal(Whole(), H(P), H(Expr.One - P)));
        yield return new("C03-decreases", "C3", "h is strictly decreasing on [0,1/2)", Positive(Whole("[0, 1/2)"), -D(H(P), "p")));
        yield return new("C03-increases", "C3", "h is strictly increasing on (1/2,1]", Positive(Whole("(1/2, 1]"), D(H(P), "p")));
        yield return new("C04-derivative", "C4", "h' = h(1-h)(2p-1)/(2 beta (s+eps)^(3/2))", Equal(
            Whole(), D(H(P), "p"), SuccessMap.Derivative(Success, Probability<Expr>.FromSuccess(Ref), Beta, Eps)));
        yield return new("C05-amplification", "C5", "h(p) > p_ref on the whole domain", Positive(Whole(), H(P) - Ref));
        yield return new("C05-lower-envelope", "C5", "h(p) >= h(1/2) on the whole domain", NonNegative(Whole(), H(P) - H(Half)));
        yield return new("C05-upper-envelope", "C5", "h(p) <= h(1) on the whole domain", NonNegative(Whole(), H(Expr.One) - H(P)));
        yield return new("C05-lower-envelope-log-odds", "C5", "F(x) >= x0 + 2/(beta sqrt(1+4 eps))", NonNegative(
            [In("x0", "(-inf, inf)"), .. LogOdds()], SuccessMap.NextLogOdds(X, Expr.Variable("x0"), Beta, Eps) - SuccessMap.LowerEnvelope(Expr.Variable("x0"), Beta, Eps)));
        yield return new("C05-upper-envelope-log-odds", "C5", "F(x) <= x0 + 1/(beta sqrt eps)", NonNegative(
            [In("x0", "(-inf, inf)"), .. LogOdds()], SuccessMap.UpperEnvelope(Expr.Variable("x0"), Beta, Eps) - SuccessMap.NextLogOdds(X, Expr.Variable("x0"), Beta, Eps)));
        yield return new("C06-amplification", "C6", "Every fixed point exceeds p_ref", Positive(Whole(), P - Ref, FixedPoint));
        yield return new("C06-lower-bound", "C6", "Every fixed point is at least h(1/2)", NonNegative(Whole(), P - H(Half), FixedPoint));
        yield return new("C07-lipschitz", "C7", "|dx'/dx| <= M_eps/beta on the whole domain", NonNegative(LogOdds(), (M / Beta) - Expr.Abs(Slope)));
        yield return new("C07-factorisation", "C7", "4(s+eps)^3 - 27 eps(1+4eps)^2 s^2(1-4s) = (s(1+12eps)-2eps)^2 (s(4+12eps)+eps)", Factorisation());
        yield return new("C07-attained", "C7", "At p = (1+sqrt((1+4eps)/(1+12eps)))/2 the variance is 2eps/(1+12eps)", Equal(
            [In("eps", "(0, inf)")], Probability<Expr>.FromSuccess(Stability.LipschitzPoint(Eps)).Variance, Integer(2) * Eps / (Expr.One + (Integer(12) * Eps))));
    }

    private static QuantifiedStatement Factorisation()
    {
        var (s, one) = (Expr.Variable("s"), Expr.One);
        var twelve = one + (Integer(12) * Eps);
        return Equal(
            [In("s", "[0, 1/4]"), In("eps", "[0, inf)")],
            (Integer(4) * Expr.Pow(s + Eps, 3)) - (Integer(27) * Eps * Expr.Square(one + (Integer(4) * Eps)) * Expr.Square(s) * (one - (Integer(4) * s))),
            Expr.Square((s * twelve) - (Integer(2) * Eps)) * ((s * (Integer(4) + (Integer(12) * Eps))) + Eps));
    }

    private static IEnumerable<CatalogueEntry> FixedPoints()
    {
        yield return new("D01-existence", "D1", "For all parameters there is a fixed point in [0,1]", new QuantifiedStatement(
            [In("p_ref", "(0, 1)"), In("beta", "(0, inf)"), In("eps", "(0, inf)")], [In("p", "[0, 1]")], [], Conclusion.Root, H(P) - P));
        yield return new("D02-one-is-not-fixed", "D2", "1 - h(1) > 0 for all parameters with eps > 0", Positive(
            [In("p_ref", "(0, 1)"), In("beta", "(0, inf)"), In("eps", "(0, inf)")], Expr.One - H(Expr.One)));
        yield return new("D02-counterexample", "D2", "p = 1 is no fixed point at p_ref = 1/2, beta = 1, eps = 1", Exists(
            [In("p_ref", "(0, 1)"), In("beta", "(0, inf)"), In("eps", "(0, inf)")], Expr.Square(Expr.One - H(Expr.One)) - Number("0.07")))
        { At = Point(("p_ref", "1/2"), ("beta", "1"), ("eps", "1")) };
        foreach (var (name, pRef, beta, eps, box, point) in new[]
        {
            ("D03-S1-lower", "1/10", "1", "1/1000", "[9/20, 91/200]", "the lowest fixed point of S1"),
            ("D03-S1-middle", "1/10", "1", "1/1000", "[96/100, 97/100]", "the middle fixed point of S1"),
            ("D03-S1-upper", "1/10", "1", "1/1000", "[999/1000, 1]", "the upper fixed point of S1"),
            ("D03-S6", "2/5", "4", "1/10", "[1/2, 51/100]", "the fixed point of S6"),
            ("D03-S2-lower", "1/200", "3/2", "1/1000", "[6/100, 7/100]", "the lowest fixed point of S2"),
        })
        {
            yield return new(name, "D3", $"Exactly one fixed point in {box}: {point}", new QuantifiedStatement(
                [], [In("p", box)], [], Conclusion.UniqueRoot, P - H(P, pRef, beta, eps)));
        }

        foreach (var (name, box, sign) in new[] { ("D03-S1-gap-below", "[0, 9/20]", -1), ("D03-S1-gap-middle", "[91/200, 96/100]", 1), ("D03-S1-gap-above", "[97/100, 999/1000]", -1) })
        {
            var e = P - H(P, "1/10", "1", "1/1000");
            yield return new(name, "D3", $"No fixed point of S1 in {box}", Positive([In("p", box)], sign > 0 ? e : -e));
        }

        yield return new("D05-fold-cubic", "D5", "4(s+eps)^3 (G'^2 - beta^2) = -(4 beta^2 (s+eps)^3 + 4s^3 - s^2)", Equal(
            Whole("[0, 1]").Where(a => a.Name != "p_ref").ToArray(),
            Integer(4) * Expr.Pow(Success.Variance + Eps, 3) * (Expr.Square(Beta * Stability.Multiplier(Success, Beta, Eps)) - Expr.Square(Beta)),
            -Stability.FoldPolynomial(Success.Variance, Beta, Eps)));
        yield return new("D07-cusp", "D7", "At the cusp B^2 = M_eps^2", Equal(
            [In("eps", "(0, inf)")],
            Expr.Square(Stability.Multiplier(Probability<Expr>.FromSuccess(Stability.LipschitzPoint(Eps)), Expr.One, Eps)), Expr.Square(M)));
        var stable = new Condition(Expr.One - Stability.Multiplier(Success, Beta, Eps), Relation.Positive);
        yield return new("D09-reference", "D9", "Where lambda < 1 a fixed point increases with p_ref", Positive(
            Whole("(0, 1)"), Stability.SensitivityToReference(Success, Probability<Expr>.FromSuccess(Ref), Beta, Eps), stable));
        yield return new("D09-beta", "D9", "Where lambda < 1 a fixed point decreases with beta", Positive(
            Whole("(0, 1)"), -Stability.SensitivityToBeta(Success, Beta, Eps), stable));
        yield return new("D09-epsilon", "D9", "Where lambda < 1 a fixed point decreases with eps", Positive(
            Whole("(0, 1)"), -Stability.SensitivityToEpsilon(Success, Beta, Eps), stable));
    }

    private static IEnumerable<CatalogueEntry> StabilityOfFixedPoints()
    {
        var multiplier = Stability.Multiplier(Success, Beta, Eps);
        yield return new("E01-multiplier", "E1", "At a fixed point h' = s(2p-1)/(2 beta (s+eps)^(3/2))", Equal(Whole("(0, 1)"), D(H(P), "p"), multiplier, FixedPoint))
        {
            // h' − λ is (h − p)(1 − h − p) times a common factor, and h − p = 0.
            Script = _ => Rewrite(
                (H(P) - P) * (Expr.One - H(P) - P) * -Success.Bias * Expr.Pow(Whitening.Omega(Success, Eps), 3) / (Integer(2) * Beta), Sign),
        };
        yield return new("E01-bound", "E1", "|lambda| <= M_eps/beta on the whole domain", NonNegative(
            Whole().Where(a => a.Name != "p_ref").ToArray(), (M / Beta) - Expr.Abs(multiplier)));
        yield return new("E02-lower-half", "E2", "lambda < 0 for 0 < p < 1/2", Positive(Whole("(0, 1/2)"), -multiplier));
        yield return new("E02-upper-half", "E2", "lambda > 0 for 1/2 < p < 1", Positive(Whole("(1/2, 1)"), multiplier));
        yield return new("E04-schwarzian", "E4", "The Schwarzian derivative of F is at most -1/8 for x > 0 and all eps >= 0", NonNegative(
            [In("x", "(0, inf)"), In("eps", "[0, inf)")], Number("-1/8") - SuccessMap.Schwarzian(X, Eps)));
    }
}
