namespace GrpoVerified.Claims.Catalogue;

internal static class K04LimitNeedNotExist
{
    public static Claim Claim { get; } = new()
    {
        Id = "K4",
        Title = "The limit in Theorem 5 need not exist",
        Statement = "lim |p~_n - p*| exists under the hypotheses of K1.",
        Source = "paper v4, Theorem 5, as printed",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "TV_n - sum delta_i is non-increasing, but |p~_n - p*| may alternate.",
        Corrected = "Read limsup (K1).",
        Counterexamples =
        [
            new("pi_n = (1/2,1/4,1/4); pi~_n alternates between (3/5,3/20,1/4) and (1/2,7/20,3/20), delta_1 = 1/10: |p~_n - p*| alternates 1/10, 0", static () =>
            {
                var original = PerturbedPolicies.Policy(new(1, 2), new(1, 2));
                var odd = new OutcomeSpace([new(3, 5), new(3, 20), new(1, 4)], PerturbedPolicies.Rewards);
                var even = new OutcomeSpace([new(1, 2), new(7, 20), new(3, 20)], PerturbedPolicies.Rewards);
                return Truth.Of(PerturbedPolicies.TotalVariation(original, odd) == new Rational(1, 10)
                    && PerturbedPolicies.TotalVariation(original, even) == new Rational(1, 10)
                    && odd.Success - original.Success == new Rational(1, 10)
                    && even.Success == original.Success);
            }),
        ],
    };
}
