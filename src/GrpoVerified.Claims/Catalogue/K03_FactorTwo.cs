namespace GrpoVerified.Claims.Catalogue;

internal static class K03FactorTwo
{
    public static Claim Claim { get; } = new()
    {
        Id = "K3",
        Title = "The paper's bound 2 delta*",
        Statement = "lim |p~_n - p*| <= 2 delta*: valid, but the factor 2 is not sharp under TV = (1/2)L1 (K1); with TV := L1 even delta*/2 holds.",
        Source = "paper v4, Theorem 5",
        Expected = CatalogueStatus.TrueOnDomain,
        Proof = "K1.",
        Checks =
        [
            Check.Exactly("|p~ - p| <= L1/2 <= 2 TV on the sampled exact policies", g => PerturbedPolicies.Pairs(g).All(static p =>
                (p.Perturbed.Success - p.Original.Success).Abs() <= 2 * PerturbedPolicies.TotalVariation(p.Original, p.Perturbed))),
        ],
    };
}
