using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Catalogue.Vocabulary;
using static GrpoVerified.Proving.Tactics.Proofs;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>Closed forms, bifurcation curves, the cross-ratio inequality and single evaluations (claims C1, C2, D4, D6, D8, D11, E5, F12, G4, G9, G10).</summary>
internal static class ClosedFormEntries
{
    private static readonly Expr Half = Number("1/2");

    public static IEnumerable<CatalogueEntry> All() => Curves().Concat(Evaluations()).Append(CrossRatio());

    private static IEnumerable<CatalogueEntry> Curves()
    {
        var x0 = Expr.Variable("x0");
        var next = SuccessMap.Next(Probability<Expr>.FromLogOdds(X), Probability<Expr>.FromLogOdds(x0), Beta, Eps);
        yield return new("C02-log-odds", "C2", "The odds of h are exp(x0 + G(x)/beta)", Equal(
            [In("x0", "(-inf, inf)"), .. LogOdds()], next.Success / next.Failure, Expr.Exp(SuccessMap.NextLogOdds(X, x0, Beta, Eps))));
        yield return new("D04-threshold", "D4", "B(p) <= M_eps for all p and eps > 0", NonNegative(
            Smoothed(), Stability.LipschitzConstant(Eps) - Stability.Threshold(Success, Eps)));
        yield return new("D06-curves", "D6", "With beta = B(p) the reference logit p - G/beta is logit p - 2(s+eps)/(s|2p-1|)", Equal(
            Smoothed("(1/2, 1)"), Success.LogOdds - (Whitening.Omega(Success, Eps) / Stability.Threshold(Success, Eps)), Stability.CurveReference(Success, Eps)));
        yield return new("D08-eps-max", "D8", "At beta = 1 exactly one eps in [1/40, 1/20] has M_eps = beta", new QuantifiedStatement(
            [], [In("eps", "[1/40, 1/20]")], [], Conclusion.UniqueRoot, Expr.One - Stability.LipschitzConstant(Eps)));
        yield return new("D11-side-of-half", "D11", "If h(1/2) >= 1/2, every fixed point is at least 1/2", NonNegative(
            Whole(), P - Half, new Condition(H(P) - P, Relation.Zero), new Condition(H(Half) - Half, Relation.NonNegative)))
        {
            Script = auto => Have(H(P) - H(Half), Relation.NonNegative, auto, Rewrite((H(P) - H(Half)) + (H(Half) - Half) - (H(P) - P), Sign)),
        };
        yield return new("G09-second-doubling", "G9", "At beta = 1 exactly one d in [1, 3] gives the 2-cycle the multiplier -1", new QuantifiedStatement(
            [], [In("d", "[1, 3]")], [], Conclusion.UniqueRoot, Expr.One + Theory.Formulas.Unsmoothed.CycleMultiplier(Expr.Variable("d"), Expr.One)));
    }

    private static IEnumerable<CatalogueEntry> Evaluations()
    {
        var orbit = new List<Expr> { Number("1/10") };
        while (orbit.Count < 6)
        {
            orbit.Add(H(orbit[^1], "1/10", "1", "1/1000"));
        }

        yield return new("C01-orbit-S1", "C1", "At S1 p_1 lies in (0.75356, 0.75358) and p_2 in (0.52923, 0.52925)", Positive(
            [], Expr.Min(Within(orbit[1], "0.75356", "0.75358"), Within(orbit[2], "0.52923", "0.52925"))));
        yield return new("F12-alternation-S1", "F12", "At S1 p_3 < p* < p_4 and p_5 < p*, with p* between 0.45213 and 0.45214", Positive(
            [], Expr.Min(Number("0.45213") - orbit[3], Expr.Min(orbit[4] - Number("0.45214"), Number("0.45213") - orbit[5]))));
        var y = Expr.Log(Number("109"));
        yield return new("G04-escape-S15", "G4", "At S15 the orbit escapes: y = -x0 exceeds 2 asinh 1 and cosh(y/2) > y", Positive(
            [], Expr.Min(y - (Integer(2) * Expr.Asinh(Expr.One)), Theory.Formulas.Unsmoothed.EscapeMargin(y, Expr.One))));
        yield return new("G10-hard-prompt", "G10", "At eps = 0, beta = 1, p_ref = 1e-6 one step leads beyond 1 - 1e-100", Positive(
            [], Number("1e-100") - SuccessMap.Next(Probability<Expr>.FromSuccess(Number("1/1000000")), Probability<Expr>.FromSuccess(Number("1/1000000")), Expr.One, Expr.Zero).Failure));
    }

    private static Expr Within(Expr e, string low, string high) => Expr.Min(e - Number(low), Number(high) - e);

    // |G'(a)| |G(v)-G(u)|/(v-u) > (|G(a)-G(u)|/(a-u)) (|G(v)-G(a)|/(v-a)), times the three distances; G decreases on x <= 0.
    private static CatalogueEntry CrossRatio()
    {
        var (u, a, v) = (Expr.Variable("u"), Expr.Variable("a"), Expr.Variable("v"));
        Expr G(Expr x) => SuccessMap.OmegaOfLogOdds(x, Eps);
        var left = -SuccessMap.OmegaOfLogOddsDerivative(a, Eps) * (G(u) - G(v)) / (v - u);
        var right = (G(u) - G(a)) / (a - u) * ((G(a) - G(v)) / (v - a));
        return new("E05-cross-ratio", "E5", "The cross-ratio inequality for u in [-5,-19/4], a in [-5/2,-9/4], v in [-1/2,0], eps in [0,1/100]", Positive(
            [In("u", "[-5, -19/4]"), In("a", "[-5/2, -9/4]"), In("v", "[-1/2, 0]"), In("eps", "[0, 1/100]")], left - right));
    }
}
