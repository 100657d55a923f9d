namespace GrpoVerified.Claims.Catalogue;

internal static class D08WhereMultistable
{
    public static Claim Claim { get; } = new()
    {
        Id = "D8",
        Title = "Where multistability exists",
        Statement = "For every eps > 0 and beta < M_eps there are three fixed points iff x_0 lies in (psi(x2), psi(x1)). For fixed beta this is possible iff 3 sqrt3 sqrt(eps)(1+4eps) beta < 1; for fixed p_ref (beta free) iff logit p_ref < x_0c(eps), which decreases in eps.",
        Source = "new",
        Proof = "Both psi(x_i) increase in beta and meet at the cusp.",
        Checks =
        [
            Check.Holds("three fixed points only left of the cusp: logit p_ref < x_0c(eps)", g => Less(g.X0, Stability.CuspReference(g.Eps)), g => WhereSmoothed(g) && AllFound(g) && g.FixedPoints.Points.Count == 3),
            Check.Exactly("three fixed points only for beta < M_eps", g => !g.IsContractive, g => WhereSmoothed(g) && AllFound(g) && g.FixedPoints.Points.Count == 3),
        ],
    };
}
