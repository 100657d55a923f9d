namespace GrpoVerified.Claims.Catalogue;

internal static class F16AtMostTwoAttractors
{
    public static Claim Claim { get; } = new()
    {
        Id = "F16",
        Title = "Two attracting regimes at most",
        Statement = "At most two attracting cycles coexist: the upper fixed point (at eps = 0: p = 1) and at most one other cycle, which attracts the orbit of p = 1/2.",
        Source = "new",
        Proof = "E4 and Singer's theorem.",
        Checks =
        [
            Check.Exactly("at most two fixed points attract", g => g.FixedPoints.Points.Count(f => f.Stability == FixedPointStability.Attracting) <= 2, g => OnReferenceMap(g) && AllFound(g)),
            Check.Exactly("where a cycle attracts, no fixed point below the upper one does", g => g.FixedPoints.Points.Take(2).All(f => f.IsOne || f.Stability != FixedPointStability.Attracting), g => OnReferenceMap(g) && AllFound(g) && g.Regime.Kind == RegimeKind.Cycle),
        ],
    };
}
