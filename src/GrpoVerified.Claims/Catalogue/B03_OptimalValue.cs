namespace GrpoVerified.Claims.Catalogue;

internal static class B03OptimalValue
{
    public static Claim Claim { get; } = new()
    {
        Id = "B3",
        Title = "Optimal value",
        Statement = "L(pi_n) = beta log Z; for two-KL Z = sum pi_ref^alpha pi_old^(1-alpha) e^(A/beta).",
        Source = "new",
        Proof = "B2 at pi = pi_n.",
        Checks =
        [
            Check.Agree("L(pi_n) = beta log Z", g => SamplePolicies.Each(g).Select(s => (
                s.Objective(s.Optimal.Probabilities), g.Beta * Ball.Log(s.Optimal.Partition)))),
        ],
    };
}
