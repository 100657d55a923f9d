namespace GrpoVerified.Claims.Catalogue;

internal static class F07JumpTest
{
    public static Claim Claim { get; } = new()
    {
        Id = "F7",
        Title = "Closed-form jump test",
        Statement = "With y = -x_0 > 0 and b existing: jump (y > b) iff y > x2, or x1 < y <= x2 and G(y) > 2beta y. (eps = 0: x1 = 2asinh beta, x2 = inf, test beta y < cosh(y/2).)",
        Source = "new",
        Proof = "F(y) > y iff y < a or b < y < c; on (x1,x2] only b can be crossed.",
        Checks =
        [
            Check.Holds("eps = 0: the regime jumps iff y > 2asinh beta and cosh(y/2) > beta y (with F0 < 0)", g =>
            {
                var y = -g.X0;
                var jumps = Less(Integer(2) * Ball.Asinh(g.Beta), y) & Less(Ball.Zero, Unsmoothed.EscapeMargin(y, g.Beta));
                return g.Regime.Kind == RegimeKind.Jump ? jumps : !jumps;
            }, g => WhereUnsmoothed(g) && AllFound(g) && g.FixedPoints.Interior.Any() && Less(SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps), Ball.Zero).IsCertain),
            Check.Holds("eps > 0: where the regime jumps, y >= x1 and the first step increases past it", g => Less(-g.X0, g.Bound.NextUnclipped(-g.X0)) | Less(g.FixedPoints.Points[2].LogOdds(g.Precision), -g.X0), g => WhereSmoothed(g) && g.Regime.Kind == RegimeKind.Jump),
        ],
    };
}
