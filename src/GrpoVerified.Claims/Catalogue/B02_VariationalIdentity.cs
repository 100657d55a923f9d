namespace GrpoVerified.Claims.Catalogue;

internal static class B02VariationalIdentity
{
    public static Claim Claim { get; } = new()
    {
        Id = "B2",
        Title = "Variational identity",
        Statement = "For every pi << pi_ref: L(pi_n) - L(pi) = beta KL(pi||pi_n) exactly (reference, mirror and two-KL objectives alike).",
        Source = "new as a row",
        Proof = "log pi_n = log(anchor) + A/beta - log Z; sum against pi.",
        Checks =
        [
            Check.Agree("L(pi_n) - L(pi_old) = beta KL(pi_old||pi_n)", g => SamplePolicies.Each(g).Select(s => (
                s.Objective(s.Optimal.Probabilities) - s.Objective(s.Old),
                g.Beta * SamplePolicies.Divergence(s.Old, s.Optimal.Probabilities)))),
        ],
    };
}
