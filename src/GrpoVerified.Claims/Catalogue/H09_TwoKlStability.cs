namespace GrpoVerified.Claims.Catalogue;

internal static class H09TwoKlStability
{
    public static Claim Claim { get; } = new()
    {
        Id = "H9",
        Title = "Two-KL stability",
        Statement = "The multiplier is 1-alpha+G'(x*)/beta; exponentially attracting iff -(2-alpha)beta < G'(x*) < alpha beta: the flip threshold is relaxed from B < beta' to B(p*) < (2/alpha - 1)beta', beta' = alpha beta.",
        Source = "new",
        Proof = "Direct.",
        Checks =
        [
            Check.Agree("multiplier = 1-alpha+G'(x*)/beta", g => g.FixedPoints.Interior.Select(f => (
                f.Multiplier(g.Precision), g.Bound.PreviousWeight + (SuccessMap.OmegaOfLogOddsDerivative(f.LogOdds(g.Precision), g.Eps) / g.Beta))), H07TwoKl.IsTwoKl),
        ],
    };
}
