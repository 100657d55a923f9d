namespace GrpoVerified.Claims.Catalogue;

internal static class B05BernoulliDivergences
{
    public static Claim Claim { get; } = new()
    {
        Id = "B5",
        Title = "Divergences reduce to Bernoulli",
        Statement = "KL(pi_n||pi_ref) = kl(p_n||p_ref), TV(pi_n,pi_ref) = |p_n - p_ref|, and KL(pi_n||pi_{n-1}) = kl(p_n||p_{n-1}) when pi_0 = pi_ref.",
        Source = "new",
        Proof = "B4: the density ratio is constant on each class.",
        Checks =
        [
            Check.Agree("KL(pi_n||pi_ref) = kl(p_n||p_ref)", g => SamplePolicies.Each(g).Select(s => (
                SamplePolicies.Divergence(s.Optimal.Probabilities, s.Reference), Divergences.Bernoulli(s.Optimal.Success, g.Reference)))),
            Check.Agree("TV(pi_n,pi_ref) = |p_n - p_ref|", g => SamplePolicies.Each(g).Select(s => (
                s.Optimal.Probabilities.Zip(s.Reference, static (a, b) => Ball.Abs(a - b)).Aggregate(Ball.Zero, static (a, b) => a + b) / Ball.FromInteger(2),
                Ball.Abs(s.Optimal.Success.Success - g.Reference.Success)))),
        ],
    };
}
