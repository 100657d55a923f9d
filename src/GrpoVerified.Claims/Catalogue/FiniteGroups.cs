namespace GrpoVerified.Claims.Catalogue;

/// <summary>The finite-group whitening factor at a grid point.</summary>
internal static class FiniteGroups
{
    /// <summary>Ω_G(p) with the grid point's ε inside the root.</summary>
    public static Ball Omega(GridPoint g, Probability<Ball> p, int size, GroupDeviation deviation)
        => EffectiveWeight.Omega(p, Deviations(g, size, deviation));

    /// <summary>The reciprocal deviations ω_1..ω_{G−1}.</summary>
    public static IReadOnlyList<Ball> Deviations(GridPoint g, int size, GroupDeviation deviation)
        => EffectiveWeight.ReciprocalDeviations(size, g.Eps, deviation, EpsilonPlacement.Inside, g.Context);
}
