namespace GrpoVerified.Claims.Catalogue;

internal static class H11TwoKlMonotone
{
    public static Claim Claim { get; } = new()
    {
        Id = "H11",
        Title = "Two-KL: monotone regime",
        Statement = "If eps > 0, 0 < alpha <= 1 and (1-alpha)beta >= M_eps, T is increasing and p_n increases monotonically from p_ref to the smallest fixed point.",
        Source = "new",
        Proof = "T' >= 1-alpha-M_eps/beta >= 0 and T(x_0) > x_0.",
        Checks =
        [
            Check.Exactly("the regime is monotone", g => g.Regime.Kind == RegimeKind.Monotone, Condition),
            Check.Holds("p_0 < p_1 < ... < p_6", g => All(Enumerable.Range(0, 6).Select(n => Less(g.Iterate(n + 1).Failure, g.Iterate(n).Failure))), Condition),
        ],
    };

    private static bool Condition(GridPoint g)
        => H07TwoKl.IsTwoKl(g) && g.IsSmoothed && AtMost(Stability.LipschitzConstant(g.Eps), g.Bound.PreviousWeight * g.Beta).IsCertain;
}
