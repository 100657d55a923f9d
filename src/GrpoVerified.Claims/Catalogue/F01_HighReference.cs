namespace GrpoVerified.Claims.Catalogue;

internal static class F01HighReference
{
    public static Claim Claim { get; } = new()
    {
        Id = "F1",
        Title = "p_ref >= 1/2: monotone convergence",
        Statement = "If p_ref >= 1/2, p_n is strictly increasing and converges to the smallest fixed point, which exceeds p_ref; if eps = 0 and there is none, to 1.",
        Source = "natural reading of the paper",
        Proof = "x_1 > x_0 >= 0 and F increases on [0,inf): induction; bounded by the smallest fixed point.",
        Checks =
        [
            Check.Holds("p_0 < p_1 <= ... <= p_6 <= smallest fixed point (after the first step within 10^-20)", Increases, High),
            Check.Exactly("the regime is monotone with that limit", g => g.Regime.Kind == RegimeKind.Monotone && LimitIsSmallest(g), g => High(g) && AllFound(g)),
        ],
    };

    private static bool High(GridPoint g) => OnReferenceMap(g) && g.Parameters.Reference >= new Rational(1, 2);

    private static Truth Increases(GridPoint g)
    {
        var steps = Enumerable.Range(1, g.Reach(6) - 1).Select(n => AtMostWithin(g.Iterate(n + 1).Failure, g.Iterate(n).Failure));
        var bound = g.FixedPoints.Points[0].Probability(g.Precision).Failure;
        return Less(g.Iterate(1).Failure, g.Iterate(0).Failure) & All(steps)
            & All(Enumerable.Range(0, g.Reach(6) + 1).Select(n => AtMostWithin(bound, g.Iterate(n).Failure)));
    }

    private static bool LimitIsSmallest(GridPoint g)
        => Ball.Overlap(g.Regime.Limit!(128).Failure, g.FixedPoints.Points[0].Probability(128).Failure);
}
