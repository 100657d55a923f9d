namespace GrpoVerified.Claims.Catalogue;

internal static class H08TwoKlFixedPoints
{
    public static Claim Claim { get; } = new()
    {
        Id = "H8",
        Title = "Two-KL fixed points",
        Statement = "For 0 < alpha <= 1 the fixed points of two-KL(alpha,beta) are those of the reference map with coefficient alpha beta.",
        Source = "confirmed",
        Proof = "alpha x = alpha x_0 + G/beta.",
        Checks =
        [
            Check.Agree("x* is fixed by the reference map with alpha beta", g => g.FixedPoints.Interior.Select(f => f.LogOdds(g.Precision)).Select(x => (
                SuccessMap.NextLogOdds(x, g.X0, g.Bound.AnchorWeight * g.Beta, g.Eps), x)), H07TwoKl.IsTwoKl),
        ],
    };
}
