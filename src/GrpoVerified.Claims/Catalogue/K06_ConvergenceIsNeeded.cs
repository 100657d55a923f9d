namespace GrpoVerified.Claims.Catalogue;

internal static class K06ConvergenceIsNeeded
{
    public static Claim Claim { get; } = new()
    {
        Id = "K6",
        Title = "Convergence of p_n is needed",
        Statement = "Without p_n -> p*, Theorem 5 says nothing: the cycle CE1 of F10 with all delta_n = 0.",
        Source = "scope",
        Proof = "p~_n = p_n.",
        Checks =
        [
            Check.Exactly("CE1 re-certifies: p_n has no limit", static _ => F10UnconditionalConvergence.Claim.Counterexamples[0].Certify().IsCertain, static g => g.Parameters == DefaultGrid.NamedPoints[1]),
        ],
    };
}
