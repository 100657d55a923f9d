namespace GrpoVerified.Claims.Catalogue;

internal static class I01NoAssumption
{
    public static Claim Claim { get; } = new()
    {
        Id = "I1",
        Title = "Reference and mirror recurrences need no assumption on the old policy",
        Statement = "C1 holds for any pi_{n-1}; H1 holds for any pi_{n-1} as anchor.",
        Source = "new (scope)",
        Proof = "Only p_{n-1} enters the exponent; the anchor is pi_ref resp. pi_{n-1} itself.",
        Checks =
        [
            Check.Agree("reference: the old conditionals do not matter", g => SamplePolicies.Each(g).Select(s => (
                s.Optimal.Success.LogOdds, SuccessMap.NextLogOdds(s.OldSuccess.LogOdds, g.X0, g.Beta, g.Eps)))),
            Check.Agree("mirror from an old policy with other conditionals", g => SamplePolicies.Each(g).Select(s => (
                ExplicitPolicies.Maximiser(s.Old, SamplePolicies.Rewards, s.Plus, s.Minus, g.Beta).Success.LogOdds,
                s.OldSuccess.LogOdds + (Whitening.Omega(s.OldSuccess, g.Eps) / g.Beta)))),
        ],
    };
}
