namespace GrpoVerified.Claims.Catalogue;

internal static class L08FiniteRecurrence
{
    public static Claim Claim { get; } = new()
    {
        Id = "L8",
        Title = "Finite-group recurrence",
        Statement = "x_n = x_0 + Omega_G(p_{n-1})/beta. For every eps >= 0, p = 1 is not a fixed point; every fixed point is at most sigma(x_0 + Omega_G(0)/beta); p_n > p_ref; the smallest fixed point is strictly below the population one and increases with G; monotone from n = 1 if x_0 + Omega_G(1/2)/beta >= 0.",
        Source = "new",
        Proof = "L3, L4, L6 and comparison of maps.",
        Checks =
        [
            Check.Holds("all fixed points found, each above p_ref and at most sigma(x_0 + Omega_G(0)/beta)", g => All(g.FixedPoints.Points.Select(f => Less(g.X0, f.LogOdds(g.Precision))
                & AtMostWithin(f.LogOdds(g.Precision), g.X0 + (g.Bound.WhiteningFactor(g.Probability(0)) / g.Beta)))) & Truth.Of(g.FixedPoints.Points.All(f => !f.IsOne)), IsFinite),
            Check.Holds("p_n > p_ref", g => All(Enumerable.Range(1, GridPoint.OrbitLength).Select(n => Less(g.Iterate(n).Failure, g.Reference.Failure))), IsFinite),
            Check.Holds("the smallest fixed point lies below the population one", g => Less(
                g.FixedPoints.Points[0].LogOdds(g.Precision),
                FixedPointSet.Find(g.Parameters with { GroupSize = null }).Points[0].LogOdds(g.Precision)), g => IsFinite(g) && g.IsSmoothed && AllFound(g)),
        ],
    };

    private static bool IsFinite(GridPoint g) => g.Parameters is { GroupSize: not null, Regulariser: Regulariser.Reference, Normalisation: Normalisation.Whitened };
}
