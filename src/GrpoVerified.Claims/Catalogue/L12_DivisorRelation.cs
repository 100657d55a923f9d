namespace GrpoVerified.Claims.Catalogue;

internal static class L12DivisorRelation
{
    public static Claim Claim { get; } = new()
    {
        Id = "L12",
        Title = "Relation of the two divisors",
        Statement = "eps = 0: Omega_G (ddof 1) = sqrt((G-1)/G) Omega_G (ddof 0); generally ddof 1 with eps is sqrt((G-1)/G) times ddof 0 with eps(G-1)/G.",
        Source = "new",
        Proof = "v_k scales.",
        Checks =
        [
            Check.Agree("G = 8, with the rescaled eps", g => AtSamples(g, p => (
                FiniteGroups.Omega(g, p, 8, GroupDeviation.Sample),
                Ball.Sqrt(g.Enclose(new(7, 8))) * EffectiveWeight.Omega(p, EffectiveWeight.ReciprocalDeviations(
                    8, g.Enclose(g.Parameters.Epsilon * new Rational(7, 8)), GroupDeviation.Population, EpsilonPlacement.Inside, g.Context))))),
        ],
    };
}
