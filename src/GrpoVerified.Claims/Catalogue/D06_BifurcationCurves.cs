namespace GrpoVerified.Claims.Catalogue;

internal static class D06BifurcationCurves
{
    public static Claim Claim { get; } = new()
    {
        Id = "D6",
        Title = "Parametric bifurcation curves",
        Statement = "Away from the cusp: saddle-node set (p in (1/2,1)): beta = B(p), x_0 = logit p - 2(s+eps)/(s(2p-1)); flip set (p in (0,1/2)): beta = B(p), x_0 = logit p - 2(s+eps)/(s(1-2p)).",
        Source = "new",
        Proof = "h'(p) = +1 or -1 at a fixed point; G/|G'| = 2(s+eps)/(s|2p-1|).",
        Checks =
        [
            Check.Agree("with beta = B(p) and this x_0, p is a fixed point", g => OffHalf(g).Select(p => (
                SuccessMap.NextLogOdds(p.LogOdds, Stability.CurveReference(p, g.Eps), Stability.Threshold(p, g.Eps), g.Eps), p.LogOdds))),
            Check.Agree("and its multiplier is +1 (p > 1/2) or -1 (p < 1/2)", g => OffHalf(g).Select(p => (
                Stability.Multiplier(p, Stability.Threshold(p, g.Eps), g.Eps), Less(p.Success, p.Failure).IsCertain ? -Ball.One : Ball.One))),
        ],
    };

    private static IEnumerable<Probability<Ball>> OffHalf(GridPoint g)
        => g.Samples.Where(p => p != new Rational(1, 2)).Select(g.Probability);
}
