namespace GrpoVerified.Claims.Catalogue;

internal static class L03ShapeAndRange
{
    public static Claim Claim { get; } = new()
    {
        Id = "L3",
        Title = "Shape and range of the finite-group factor",
        Statement = "Omega_G is symmetric, convex, minimal at 1/2, maximal at p in {0,1}: Omega_G(0) = ((G-1)/G)/sqrt(v_1+eps), so it is bounded even for eps = 0.",
        Source = "new",
        Proof = "The Bernstein coefficients are a convex symmetric sequence.",
        Checks =
        [
            Check.Agree("Omega_8(p) = Omega_8(1-p)", g => AtSamples(g, p => (FiniteGroups.Omega(g, p, 8, GroupDeviation.Population), FiniteGroups.Omega(g, p.Swapped, 8, GroupDeviation.Population)))),
            Check.Holds("Omega_8(1/2) <= Omega_8(p) <= Omega_8(0)", g => All(g.Samples.Where(p => p != new Rational(1, 2)).Select(g.Probability).Select(p =>
                Less(FiniteGroups.Omega(g, g.Probability(new(1, 2)), 8, GroupDeviation.Population), FiniteGroups.Omega(g, p, 8, GroupDeviation.Population))
                & Less(FiniteGroups.Omega(g, p, 8, GroupDeviation.Population), FiniteGroups.Omega(g, g.Probability(0), 8, GroupDeviation.Population))))),
        ],
    };
}
