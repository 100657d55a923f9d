namespace GrpoVerified.Claims.Catalogue;

internal static class F12Alternation
{
    public static Claim Claim { get; } = new()
    {
        Id = "F12",
        Title = "Alternation around the lowest fixed point",
        Statement = "If h(1/2) < 1/2 and p_n -> p*_low non-trivially, then eventually (p_n - p*)(p_{n+1} - p*) < 0; always (p_0 - p*)(p_1 - p*) < 0.",
        Source = "new",
        Proof = "F decreases on x < 0 and a < 0.",
        Checks =
        [
            Check.Holds("p_0 < p* < p_1", g => Less(g.X0, Low(g)) & Less(Low(g), g.Iterate(1).LogOdds), Alternates),
            Check.Holds("p_n - p* changes sign at each of three late steps", g => All(Enumerable.Range(9, 3).Select(n => Less((g.Iterate(n).LogOdds - Low(g)) * (g.Iterate(n + 1).LogOdds - Low(g)), Ball.Zero))), Alternates),
        ],
    };

    private static bool Alternates(GridPoint g) => OnReferenceMap(g) && g.Regime.Kind == RegimeKind.Alternating;

    private static Ball Low(GridPoint g) => g.FixedPoints.Points[0].LogOdds(g.Precision + 64);
}
