namespace GrpoVerified.Claims.Catalogue;

internal static class L11DynamicSampling
{
    public static Claim Claim { get; } = new()
    {
        Id = "L11",
        Title = "Dynamic sampling (degenerate groups discarded)",
        Statement = "Omega_G^DS = Omega_G/(1-p^G-(1-p)^G) ~ Omega_G(0)/(Gp) as p -> 0, so it exceeds the population weight for small p, and p = 1 becomes super-attracting again for every eps >= 0.",
        Source = "new",
        Proof = "Condition on 0 < k < G.",
        Checks =
        [
            Check.Holds("G = 8: Omega_8 < Omega_8^DS at the samples, and Omega_8^DS > Omega at p = 1/1000 (eps = 0)", g =>
            {
                var deviations = FiniteGroups.Deviations(g, 8, GroupDeviation.Population);
                var rare = g.Probability(new(1, 1000));
                return ForSamples(g, p => Less(EffectiveWeight.Omega(p, deviations), EffectiveWeight.OmegaDynamicSampling(p, deviations)))
                    & (g.IsSmoothed ? Truth.True : Less(Whitening.Omega(rare, g.Eps), EffectiveWeight.OmegaDynamicSampling(rare, deviations)));
            }),
        ],
    };
}
