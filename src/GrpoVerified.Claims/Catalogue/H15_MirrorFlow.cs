namespace GrpoVerified.Claims.Catalogue;

internal static class H15MirrorFlow
{
    public static Claim Claim { get; } = new()
    {
        Id = "H15",
        Title = "Mirror flow at eps = 0",
        Statement = "For p_0 > 0 and t <= 2beta arccos sqrt(p_0): dp/dt = sqrt(p(1-p))/beta gives p(t) = sin^2(arcsin sqrt(p_0) + t/(2beta)), reaching 1 at the finite time 2beta arccos sqrt(p_0).",
        Source = "new",
        Proof = "theta = arcsin sqrt(p), theta' = 1/(2beta).",
        Checks =
        [
            Check.Agree("p(t) = 1 at t = 2beta arccos sqrt(p_0)", g => Sides(
                MirrorFlow.Success(g.Reference, MirrorFlow.HittingTime(g.Reference, g.Beta), g.Beta), Ball.One)),
            Check.Agree("p(0) = p_0", g => Sides(MirrorFlow.Success(g.Reference, Ball.Zero, g.Beta), g.Reference.Success)),
        ],
    };
}
