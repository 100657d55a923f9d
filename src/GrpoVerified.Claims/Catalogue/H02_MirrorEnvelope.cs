namespace GrpoVerified.Claims.Catalogue;

internal static class H02MirrorEnvelope
{
    public static Claim Claim { get; } = new()
    {
        Id = "H2",
        Title = "Mirror envelope and rate",
        Statement = "eps > 0: x_0 + 2n/(beta sqrt(1+4eps)) <= x_n <= x_0 + n/(beta sqrt(eps)); x_n - n/(beta sqrt(eps)) decreases to a finite constant, so 1-p_n ~ C e^(-n/(beta sqrt(eps))).",
        Source = "new",
        Proof = "1/sqrt(eps) - G(x) = O(e^-x) is summable.",
        Checks =
        [
            Check.Holds("both envelopes at n = 1..12", g => All(Enumerable.Range(1, GridPoint.OrbitLength).Select(n =>
                Less(g.X0 + (Integer(n) * Whitening.OmegaMinimum(g.Eps) / g.Beta), g.Iterate(n).LogOdds)
                & Less(g.Iterate(n).LogOdds, g.X0 + (Integer(n) * Whitening.OmegaMaximum(g.Eps) / g.Beta)))), g => H01Mirror.IsPaperMirror(g) && g.IsSmoothed),
        ],
    };
}
