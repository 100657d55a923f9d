namespace GrpoVerified.Claims.Catalogue;

internal static class H07TwoKl
{
    public static Claim Claim { get; } = new()
    {
        Id = "H7",
        Title = "Two-KL recurrence",
        Statement = "beta(alpha KL(pi||pi_ref) + (1-alpha) KL(pi||pi_{n-1})), pi_0 = pi_ref (or equal within-class conditionals): x_n = alpha x_0 + (1-alpha) x_{n-1} + G(x_{n-1})/beta; p_n > p_ref for n >= 1 when p_0 >= p_ref.",
        Source = "paper v4 (variant)",
        Expected = CatalogueStatus.TrueOnDomain,
        Proof = "The anchor pi_ref^alpha pi_{n-1}^(1-alpha) is (p_ref^alpha p_{n-1}^(1-alpha)) mu_i on each class. It fails for unequal conditionals: I2, I3.",
        Checks =
        [
            Check.Agree("the recurrence from the explicit two-KL policy with equal conditionals, n = 1, 2", g => Enumerable.Range(1, 2).Select(n =>
            {
                var old = g.Iterate(n - 1);
                var anchor = ExplicitPolicies.GeometricAnchor([g.Reference.Success, g.Reference.Failure], [old.Success, old.Failure], g.Bound.AnchorWeight);
                var policy = ExplicitPolicies.Maximiser(anchor, [true, false], Whitening.WeightPlus(old, g.Eps), Whitening.WeightMinus(old, g.Eps), g.Beta);
                return (policy.Success.LogOdds, g.Iterate(n).LogOdds);
            }), IsTwoKl),
            Check.Holds("p_n > p_ref", g => All(Enumerable.Range(1, GridPoint.OrbitLength).Select(n => Less(g.Iterate(n).Failure, g.Reference.Failure))), IsTwoKl),
        ],
    };

    internal static bool IsTwoKl(GridPoint g) => g.Parameters is { Regulariser: Regulariser.TwoKl, Clip: null, IsPaperWhitening: true };
}
