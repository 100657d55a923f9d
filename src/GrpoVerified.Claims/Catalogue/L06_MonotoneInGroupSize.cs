namespace GrpoVerified.Claims.Catalogue;

internal static class L06MonotoneInGroupSize
{
    private static readonly int[] Sizes = [4, 5, 8, 16];

    public static Claim Claim { get; } = new()
    {
        Id = "L6",
        Title = "Monotone in the group size",
        Statement = "Omega_G(p) is strictly increasing in G (ddof 0 and 1) and tends to Omega(p), uniformly on [0,1] if eps > 0.",
        Source = "new",
        Proof = "Convex order of the empirical means; Bernstein convergence.",
        Checks =
        [
            Check.Holds("Omega_4 < Omega_5 < Omega_8 < Omega_16 < Omega, ddof 0", g => ForSamples(g, p => Chain(g, p, GroupDeviation.Population))),
            Check.Holds("the same, ddof 1", g => ForSamples(g, p => Chain(g, p, GroupDeviation.Sample))),
        ],
    };

    private static Truth Chain(GridPoint g, Probability<Ball> p, GroupDeviation deviation)
    {
        var values = Sizes.Select(size => FiniteGroups.Omega(g, p, size, deviation)).Append(Whitening.Omega(p, g.Eps)).ToList();
        return All(values.Zip(values.Skip(1), Less));
    }
}
