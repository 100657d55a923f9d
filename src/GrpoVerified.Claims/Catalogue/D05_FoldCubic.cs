namespace GrpoVerified.Claims.Catalogue;

internal static class D05FoldCubic
{
    public static Claim Claim { get; } = new()
    {
        Id = "D5",
        Title = "The fold equation is a cubic",
        Statement = "Solutions of G'(x) = beta, x > 0, correspond to the roots s in (0,1/4) of 4beta^2(s+eps)^3 + 4s^3 - s^2 = 0, with x = 2artanh sqrt(1-4s).",
        Source = "new",
        Proof = "Square G' = beta.",
        Checks =
        [
            Check.Agree("4(s+eps)^3 (beta^2 - G'^2) is the cubic, at the samples", g => AtSamples(g, p => (
                Integer(4) * Ball.Pow(p.Variance + g.Eps, 3) * (Ball.Square(g.Beta) - Ball.Square(SuccessMap.OmegaOfLogOddsDerivative(p.LogOdds, g.Eps))),
                Stability.FoldPolynomial(p.Variance, g.Beta, g.Eps)))),
            Check.Agree("x = 2artanh sqrt(1-4s) inverts s, x > 0", g => g.Samples.Where(p => p > new Rational(1, 2)).Select(p => (
                Stability.LogOddsOfVariance(g.Probability(p).Variance), g.Probability(p).LogOdds))),
        ],
    };
}
