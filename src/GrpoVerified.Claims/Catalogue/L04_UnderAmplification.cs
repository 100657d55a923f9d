namespace GrpoVerified.Claims.Catalogue;

internal static class L04UnderAmplification
{
    public static Claim Claim { get; } = new()
    {
        Id = "L4",
        Title = "Finite groups always under-amplify",
        Statement = "Omega_G(p) <= ((G-1)/G)/sqrt(s(G-1)/G+eps) < Omega(p) (ddof 0); Omega_G(p) <= ((G-1)/G)Omega(p) (ddof 1); all eps >= 0, 0 < p < 1.",
        Source = "new",
        Proof = "v -> v/sqrt(v+eps) is concave and increasing; Jensen.",
        Checks =
        [
            Check.Holds("both bounds, G = 2, 8, 32", g => All(from size in new[] { 2, 8, 32 }
                                                             from p in g.Samples.Select(g.Probability)
                                                             select Bounds(g, p, size))),
        ],
    };

    private static Truth Bounds(GridPoint g, Probability<Ball> p, int size)
    {
        var shrink = g.Enclose(new Rational(size - 1, size));
        var upper = shrink * Ball.ReciprocalSqrt((p.Variance * shrink) + g.Eps);
        return AtMostWithin(FiniteGroups.Omega(g, p, size, GroupDeviation.Population), upper)
            & Less(upper, Whitening.Omega(p, g.Eps))
            & AtMostWithin(FiniteGroups.Omega(g, p, size, GroupDeviation.Sample), shrink * Whitening.Omega(p, g.Eps));
    }
}
