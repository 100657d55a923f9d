namespace GrpoVerified.Claims.Catalogue;

internal static class H04MeanOnlyMirror
{
    public static Claim Claim { get; } = new()
    {
        Id = "H4",
        Title = "Mean-only (Dr. GRPO), mirror",
        Statement = "With w+ = 1-p, w- = p, Omega = 1: p_n = sigma(x_0 + n/beta) exactly.",
        Source = "paper v4 (variant)",
        Proof = "G is 1.",
        Checks =
        [
            Check.Agree("n = 1..12 mean-only mirror steps from the map", g =>
            {
                var bound = BoundParameters<Ball>.Bind(g.Parameters with { Regulariser = Regulariser.Mirror, Normalisation = Normalisation.MeanOnly, Clip = null, GroupSize = null }, g.Context);
                return Orbit.LogOdds(bound, 12).Select((x, n) => (x, g.X0 + (Integer(n) / g.Beta)));
            }),
        ],
    };
}
