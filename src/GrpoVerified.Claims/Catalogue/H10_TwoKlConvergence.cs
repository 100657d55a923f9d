namespace GrpoVerified.Claims.Catalogue;

internal static class H10TwoKlConvergence
{
    public static Claim Claim { get; } = new()
    {
        Id = "H10",
        Title = "Two-KL: sufficient condition for global convergence",
        Statement = "If eps > 0, 0 < alpha <= 1 and (2-alpha)beta >= M_eps, two-KL has no 2-cycle and every orbit from every start converges to a fixed point.",
        Source = "new",
        Proof = "T' >= -1 with equality at one point only excludes 2-cycles; Coppel's theorem.",
        Checks =
        [
            Check.Exactly("the regime converges", g => g.Regime.Period == 1, g => H07TwoKl.IsTwoKl(g) && g.IsSmoothed && Condition(g)),
        ],
    };

    private static bool Condition(GridPoint g)
        => AtMost(Stability.LipschitzConstant(g.Eps), (Integer(2) - g.Bound.AnchorWeight) * g.Beta).IsCertain;
}
