namespace GrpoVerified.Claims.Catalogue;

internal static class F08UniversalThreshold
{
    public static Claim Claim { get; } = new()
    {
        Id = "F8",
        Title = "Universal convergence threshold",
        Statement = "If p_ref >= p_u = 1/(1+(1+sqrt2)^2 e^(2sqrt2)) = 0.010039..., then p_n converges for every beta > 0 and every eps >= 0.",
        Source = "new",
        Proof = "Flip-instability at p < 1/2 forces x_0 < logit p - 2/(1-2p), which is largest at s = 1/8.",
        Checks =
        [
            Check.Exactly("the regime converges", g => g.Regime.Period == 1, g => OnReferenceMap(g) && AllFound(g) && Less(Unsmoothed.SafeReference(Ball.One), g.X0).IsCertain),
        ],
    };
}
