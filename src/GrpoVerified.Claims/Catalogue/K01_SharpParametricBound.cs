namespace GrpoVerified.Claims.Catalogue;

internal static class K01SharpParametricBound
{
    public static Claim Claim { get; } = new()
    {
        Id = "K1",
        Title = "Sharp parametric bound",
        Statement = "If pi~_0 = pi_0, TV(pi~_n,pi_n) <= TV(pi~_{n-1},pi_{n-1}) + delta_n, delta_n >= 0, sum delta_n = delta*, p_n -> p*, TV = (1/2)L1: limsup |p~_n - p*| <= delta*, and |p~_n - p_n| <= sum of the first n delta_i.",
        Source = "paper v4, Theorem 5, with 2 delta*; the factor 1 is new",
        Proof = "|p~ - p| = |pi~(E) - pi(E)| <= TV for the event E = {r = 1}.",
        Checks =
        [
            Check.Exactly("|p~ - p| <= TV on the sampled exact policies", g => PerturbedPolicies.Pairs(g).All(static p =>
                (p.Perturbed.Success - p.Original.Success).Abs() <= PerturbedPolicies.TotalVariation(p.Original, p.Perturbed))),
        ],
    };
}
