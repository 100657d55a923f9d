namespace GrpoVerified.Claims.Catalogue;

internal static class F03GlobalContraction
{
    public static Claim Claim { get; } = new()
    {
        Id = "F3",
        Title = "Global contraction",
        Statement = "If eps > 0 and beta >= M_eps: every start converges to the unique fixed point; if beta > M_eps, |x_n - x*| <= L^n |x_0 - x*| and |x_n - x*| <= L^n/(1-L) |x_1 - x_0|, L = M_eps/beta.",
        Source = "new",
        Proof = "|F'| <= M_eps/beta by C7; at equality |F(x)-F(y)| < |x-y| on a compact invariant interval.",
        Checks =
        [
            Check.Holds("|x_n - x*| <= L^n |x_0 - x*| for n = 1..4", g =>
            {
                var target = g.FixedPoints.Points[0].LogOdds(g.Precision);
                var l = Stability.LipschitzConstant(g.Eps) / g.Beta;
                return All(Enumerable.Range(1, 4).Select(n => Less(Ball.Abs(g.Iterate(n).LogOdds - target), Ball.Pow(l, n) * Ball.Abs(g.X0 - target))));
            }, Contracts),
            Check.Exactly("the regime converges to the only fixed point", g => g.FixedPoints.Points.Count == 1 && g.Regime.Period == 1, Contracts),
        ],
    };

    private static bool Contracts(GridPoint g) => WhereSmoothed(g) && g.IsContractive && Less(Stability.LipschitzConstant(g.Eps), g.Beta).IsCertain;
}
