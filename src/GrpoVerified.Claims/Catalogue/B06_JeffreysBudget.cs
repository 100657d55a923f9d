namespace GrpoVerified.Claims.Catalogue;

internal static class B06JeffreysBudget
{
    public static Claim Claim { get; } = new()
    {
        Id = "B6",
        Title = "Jeffreys budget identity",
        Statement = "Omega(p_{n-1})(p_n - p_ref) = beta [kl(p_n||p_ref) + kl(p_ref||p_n)] (reference KL); for mirror the same with p_{n-1} for p_ref.",
        Source = "new",
        Proof = "Both sides equal beta (p_n - p_ref)(x_n - x_0).",
        Checks =
        [
            Check.Agree("both sides at n = 1, 2, 3", g => Enumerable.Range(1, g.Reach(3)).Select(n => (
                Whitening.Omega(g.Iterate(n - 1), g.Eps) * (g.Iterate(n).Success - g.Reference.Success),
                g.Beta * (Divergences.Bernoulli(g.Iterate(n), g.Reference) + Divergences.Bernoulli(g.Reference, g.Iterate(n))))), OnReferenceMap),
        ],
    };
}
