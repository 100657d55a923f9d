namespace GrpoVerified.Claims.Catalogue;

internal static class L10MeanOnlyFinite
{
    public static Claim Claim { get; } = new()
    {
        Id = "L10",
        Title = "Mean-only finite groups",
        Statement = "r - mean over the group (own sample included): Omega_G = (G-1)/G, p_n = sigma(x_0 + (G-1)/(G beta)); a leave-one-out baseline gives Omega = 1 exactly.",
        Source = "new",
        Proof = "L2 with om = 1.",
        Checks =
        [
            Check.Agree("the mean-only map with G = 8", g => Sides(
                BoundParameters<Ball>.Bind(GrpoParameters.Of(g.Parameters.Reference, g.Parameters.Beta, g.Parameters.Epsilon) with { GroupSize = 8, Normalisation = Normalisation.MeanOnly }, g.Context).NextUnclipped(g.X0),
                g.X0 + (g.Enclose(new(7, 8)) / g.Beta))),
            Check.Agree("the Bernstein sum with om = 1 is (G-1)/G", g => AtSamples(g, p => (EffectiveWeight.Omega(p, [.. Enumerable.Repeat(Ball.One, 7)]), g.Enclose(new(7, 8))))),
        ],
    };
}
