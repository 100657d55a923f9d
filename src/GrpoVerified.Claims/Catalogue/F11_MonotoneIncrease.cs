namespace GrpoVerified.Claims.Catalogue;

internal static class F11MonotoneIncrease
{
    public static Claim Claim { get; } = new()
    {
        Id = "F11",
        Title = "\"p_n increases monotonically to p*\"",
        Statement = "For 0 < p_ref < 1 the sequence p_n is monotone.",
        Source = "natural reading of \"amplification\"; not claimed verbatim",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "If h(1/2) < 1/2 then p_0 < p* < p_1 (or the orbit jumps) and p_n - p* alternates.",
        Corrected = "p_n is monotone for p_ref >= 1/2 (F1), from n = 1 for h(1/2) >= 1/2 (F2), and otherwise alternates (F12), jumps (F5(II)) or cycles (F10).",
        Checks =
        [
            Check.Holds("where the regime alternates, p_1 > p_2", g => Less(g.Iterate(1).Failure, g.Iterate(2).Failure), g => OnReferenceMap(g) && g.Regime.Kind == RegimeKind.Alternating),
        ],
        Counterexamples =
        [
            new("p_ref = 1/10, beta = 1, eps = 1/1000: p_1 = 0.75357 > p_2 = 0.52924 > p_3 = 0.45071 < p_4 = 0.45227", static () =>
            {
                var p = Orbit.Enclose(GrpoParameters.Of(new(1, 10), 1, new(1, 1000)), 4, 128).Select(q => q.Success).ToList();
                return Less(p[0], p[1]) & Less(p[2], p[1]) & Less(p[3], p[2]) & Less(p[3], p[4]);
            }),
        ],
    };
}
