namespace GrpoVerified.Claims.Catalogue;

internal static class H06NoNormalisation
{
    public static Claim Claim { get; } = new()
    {
        Id = "H6",
        Title = "No normalisation is mean-only",
        Statement = "Unclipped: A = r and A = r - p have the same maximiser (a constant shift of A shifts the objective by a constant), so all no-normalisation recurrences coincide with H4, H5 and two-KL with G = 1.",
        Source = "new",
        Proof = "E_pi[c] = c.",
        Checks =
        [
            Check.Agree("the explicit policies for A = r and A = r - p agree", g => AtSamples(g, p =>
            {
                var raw = ExplicitPolicies.Maximiser([g.Reference.Success, g.Reference.Failure], [true, false], Ball.One, Ball.Zero, g.Beta);
                var centred = ExplicitPolicies.Maximiser([g.Reference.Success, g.Reference.Failure], [true, false], p.Failure, p.Success, g.Beta);
                return (raw.Success.Failure / centred.Success.Failure, Ball.One);
            })),
        ],
    };
}
