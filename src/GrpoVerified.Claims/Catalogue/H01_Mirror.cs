namespace GrpoVerified.Claims.Catalogue;

internal static class H01Mirror
{
    public static Claim Claim { get; } = new()
    {
        Id = "H1",
        Title = "Mirror recurrence",
        Statement = "KL to pi_{n-1}: x_n = x_{n-1} + G(x_{n-1})/beta, for every pi_0; p_n increases strictly to 1 for all eps >= 0.",
        Source = "paper v4",
        Proof = "Each increment is at least 2/(beta sqrt(1+4eps)).",
        Checks =
        [
            Check.Holds("p_0 < p_1 < ... < p_4", g => All(Enumerable.Range(0, 4).Select(n => Less(g.Iterate(n + 1).Failure, g.Iterate(n).Failure))), g => g.Parameters.Regulariser == Regulariser.Mirror),
            Check.Agree("x_2 - x_1 = G(x_1)/beta", g => Sides(g.Iterate(2).LogOdds - g.Iterate(1).LogOdds, Whitening.Omega(g.Iterate(1), g.Eps) / g.Beta), IsPaperMirror),
        ],
    };

    internal static bool IsPaperMirror(GridPoint g) => g.Parameters is { Regulariser: Regulariser.Mirror, Clip: null, IsPaperWhitening: true };
}
