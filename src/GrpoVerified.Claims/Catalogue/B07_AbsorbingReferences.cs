namespace GrpoVerified.Claims.Catalogue;

internal static class B07AbsorbingReferences
{
    public static Claim Claim { get; } = new()
    {
        Id = "B7",
        Title = "Absorbing references",
        Statement = "p_ref = 0 gives p_n = 0 for all n and p_ref = 1 gives p_n = 1 (eps > 0, or by support when the advantage is 0/0): amplification needs 0 < p_ref < 1.",
        Source = "scope of the paper's statement",
        Proof = "Support is inherited from pi_ref.",
        Checks =
        [
            Check.Exactly("the explicit policy of a reference with p_ref = 0 has p_1 = 0", g => Success(g, success: false) is { IsExact: true } p && p.Contains(BigFloat.Zero), g => g.IsSmoothed),
            Check.Exactly("the explicit policy of a reference with p_ref = 1 has 1 - p_1 = 0", g => Failure(g) is { IsExact: true } q && q.Contains(BigFloat.Zero), g => g.IsSmoothed),
        ],
    };

    private static Ball Success(GridPoint g, bool success) => Update(g, success).Success;

    private static Ball Failure(GridPoint g) => Update(g, success: true).Failure;

    private static Probability<Ball> Update(GridPoint g, bool success)
    {
        var p = g.Probability(success ? Rational.One : Rational.Zero);
        return ExplicitPolicies.Maximiser(
            [g.Enclose(new(1, 3)), g.Enclose(new(2, 3))],
            [success, success],
            Whitening.WeightPlus(p, g.Eps),
            Whitening.WeightMinus(p, g.Eps),
            g.Beta).Success;
    }
}
