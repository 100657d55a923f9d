namespace GrpoVerified.Claims.Catalogue;

internal static class H05MeanOnlyReference
{
    public static Claim Claim { get; } = new()
    {
        Id = "H5",
        Title = "Mean-only, reference KL",
        Statement = "p_n = sigma(x_0 + 1/beta) for all n >= 1: one-step convergence to the only fixed point (multiplier 0).",
        Source = "paper v4 (variant)",
        Proof = "G is 1.",
        Checks =
        [
            Check.Agree("x_1 = x_2 = x_0 + 1/beta", g => [(g.Iterate(1).LogOdds, g.X0 + (Ball.One / g.Beta)), (g.Iterate(2).LogOdds, g.X0 + (Ball.One / g.Beta))], IsMeanOnly),
            Check.Exactly("one fixed point, with multiplier 0", g => g.FixedPoints.Points.Count == 1 && g.FixedPoints.Points[0].Multiplier(128).Contains(BigFloat.Zero), IsMeanOnly),
        ],
    };

    private static bool IsMeanOnly(GridPoint g) => g.Parameters is { Regulariser: Regulariser.Reference, Normalisation: Normalisation.MeanOnly, Clip: null, GroupSize: null };
}
