namespace GrpoVerified.Claims.Catalogue;

internal static class C07LipschitzConstant
{
    public static Claim Claim { get; } = new()
    {
        Id = "C7",
        Title = "Global log-odds Lipschitz constant",
        Statement = "For eps > 0: sup |G'(x)| = M_eps = 1/(3 sqrt3 sqrt(eps)(1+4eps)), attained exactly at s = 2eps/(1+12eps). Certificate: 4(s+eps)^3 - 27 eps(1+4eps)^2 s^2(1-4s) = (s(1+12eps)-2eps)^2 (s(4+12eps)+eps) >= 0.",
        Source = "new",
        Proof = "G' = s sqrt(1-4s)/(2(s+eps)^(3/2)) up to sign; square and factor.",
        Checks =
        [
            Check.Exactly("the polynomial certificate, exactly, at the samples", g => g.Samples.All(p => Certificate(p * (Rational.One - p), g.Parameters.Epsilon))),
            Check.Holds("|G'| <= M_eps at the samples", g => ForSamples(g, p => AtMost(Ball.Abs(SuccessMap.OmegaOfLogOddsDerivative(p.LogOdds, g.Eps)), Stability.LipschitzConstant(g.Eps))), g => g.IsSmoothed),
            Check.Agree("|G'| = M_eps at p = 1/2 + sqrt((1+4eps)/(1+12eps))/2", g => Sides(
                Stability.Threshold(Probability<Ball>.FromSuccess(Stability.LipschitzPoint(g.Eps)), g.Eps), Stability.LipschitzConstant(g.Eps)), g => g.IsSmoothed),
        ],
    };

    private static bool Certificate(Rational s, Rational e)
    {
        var left = (4 * Rational.Pow(s + e, 3)) - (27 * e * Rational.Pow(1 + (4 * e), 2) * s * s * (1 - (4 * s)));
        return left == Rational.Pow((s * (1 + (12 * e))) - (2 * e), 2) * ((s * (4 + (12 * e))) + e) && left >= Rational.Zero;
    }
}
