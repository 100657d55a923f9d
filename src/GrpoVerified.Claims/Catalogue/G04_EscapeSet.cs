namespace GrpoVerified.Claims.Catalogue;

internal static class G04EscapeSet
{
    public static Claim Claim { get; } = new()
    {
        Id = "G4",
        Title = "Exact escape set from p_ref at eps = 0",
        Statement = "p_n -> 1 iff x_0 > x_SN(beta), or x_0 < -2asinh(beta) and beta|x_0| < cosh(x_0/2). When p_n -> 1 it does so increasingly.",
        Source = "new",
        Proof = "F5 and F7 with c = +inf.",
        Checks =
        [
            Check.Holds("the certified limit is 1 iff the closed-form test says so", g =>
            {
                var y = -g.X0;
                var escapes = Less(Unsmoothed.SaddleNode(g.Beta), g.X0)
                    | (Less(Integer(2) * Ball.Asinh(g.Beta), y) & Less(Ball.Zero, Unsmoothed.EscapeMargin(y, g.Beta)));
                return g.Regime.Limit is { } limit && limit(64).Failure.IsExact ? escapes : !escapes;
            }, g => WhereUnsmoothed(g) && AllFound(g) && (g.Regime.Kind != RegimeKind.Undecided || g.FixedPoints.Points[0].Stability == FixedPointStability.Repelling)),
            Check.Holds("and then p_0 < p_1 < p_2 < p_3", g => All(Enumerable.Range(0, 3).Select(n => Less(g.Iterate(n + 1).Failure, g.Iterate(n).Failure))), g => WhereUnsmoothed(g) && g.Regime.Limit is { } limit && limit(64).Failure.IsExact),
        ],
    };
}
