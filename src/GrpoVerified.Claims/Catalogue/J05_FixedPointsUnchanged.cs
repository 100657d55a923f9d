namespace GrpoVerified.Claims.Catalogue;

internal static class J05FixedPointsUnchanged
{
    public static Claim Claim { get; } = new()
    {
        Id = "J5",
        Title = "Clipping changes no fixed point",
        Statement = "For every e_lo, e_hi > 0 the fixed points of C in (0,1) are exactly those of F.",
        Source = "new",
        Proof = "At a fixed point p = p_old < lo, the free regime; conversely F(x*) = x* < l.",
        Checks =
        [
            Check.Agree("C(x*) = x* at every fixed point of F", g => g.FixedPoints.Interior.Select(f => f.Probability(g.Precision)).Select(p => (
                J02OneDimension.Update(g, p).FailureOdds / p.FailureOdds, Ball.One)), OnReferenceMap),
        ],
    };
}
