namespace GrpoVerified.Claims.Catalogue;

internal static class B01ExplicitPolicy
{
    public static Claim Claim { get; } = new()
    {
        Id = "B1",
        Title = "Explicit optimal policy, reference KL",
        Statement = "Finite outcomes, pi_ref > 0, 0 < p_ref < 1, beta > 0, any p_old (0 < p_old < 1 when eps = 0): the maximiser of w+ P(r=1) - w- P(r=0) - beta KL(pi||pi_ref) is unique and equals pi_ref exp((w+ 1{r=1} - w- 1{r=0})/beta)/Z, Z = p_ref e^(w+/beta) + (1-p_ref) e^(-w-/beta).",
        Source = "paper (optimal GRPO policy)",
        Proof = "The Gibbs variational identity B2 and KL >= 0 with equality iff equal.",
        Checks =
        [
            Check.Agree("the explicit policy sums to 1", g => SamplePolicies.Each(g).Select(s => (s.Optimal.Probabilities.Aggregate(Ball.Zero, static (a, b) => a + b), Ball.One))),
            Check.Agree("Z = p_ref e^(w+/beta) + (1-p_ref) e^(-w-/beta)", g => SamplePolicies.Each(g).Select(s => (s.Optimal.Partition, ExplicitPolicies.Partition(g.Reference, s.OldSuccess, g.Beta, g.Eps)))),
            Check.Holds("the reference and the old policy have a smaller objective", g => All(SamplePolicies.Each(g).Select(s =>
                Less(s.Objective(s.Reference), s.Objective(s.Optimal.Probabilities)) & Less(s.Objective(s.Old), s.Objective(s.Optimal.Probabilities))))),
        ],
    };
}
