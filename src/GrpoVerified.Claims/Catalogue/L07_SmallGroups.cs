namespace GrpoVerified.Claims.Catalogue;

internal static class L07SmallGroups
{
    public static Claim Claim { get; } = new()
    {
        Id = "L7",
        Title = "Groups of 2 and 3 are constant",
        Statement = "Omega_2 = (1/2)/sqrt(1/4+eps) and Omega_3 = (2/3)/sqrt(2/9+eps) (ddof 0) for every p: GRPO with G <= 3 is a mean-only scheme with rescaled beta, converging in one step.",
        Source = "new",
        Proof = "L2 with one coefficient, or two equal ones.",
        Checks =
        [
            Check.Agree("Omega_2 and Omega_3 at the samples", g => AtSamples(g, p => (
                FiniteGroups.Omega(g, p, 2, GroupDeviation.Population), g.Enclose(new(1, 2)) * Ball.ReciprocalSqrt(g.Enclose(new(1, 4)) + g.Eps)))
                .Concat(AtSamples(g, p => (
                FiniteGroups.Omega(g, p, 3, GroupDeviation.Population), g.Enclose(new(2, 3)) * Ball.ReciprocalSqrt(g.Enclose(new(2, 9)) + g.Eps))))),
        ],
    };
}
