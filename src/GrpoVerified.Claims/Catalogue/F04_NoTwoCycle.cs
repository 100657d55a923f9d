namespace GrpoVerified.Claims.Catalogue;

internal static class F04NoTwoCycle
{
    public static Claim Claim { get; } = new()
    {
        Id = "F4",
        Title = "No 2-cycle iff the lower fixed point is weakly stable",
        Statement = "Let a be the smallest fixed point, a < 0. Any 2-cycle u < v with u < a < v has |F'(a)| > 1. Hence if beta >= B(p*_low) there is none in the trapped region; if beta < B, F^2 has a fixed point in (a,-a).",
        Source = "new",
        Proof = "E5 on u < a < v (v <= 0) or on u < a < -v (v > 0); the converse by the sign of F^2 - id at the two ends.",
        Checks =
        [
            Check.Holds("beta < B(p*): F^2(x) > x just right of a and F^2(-a) = a < -a", g =>
            {
                var a = g.FixedPoints.Points[0].LogOdds(g.Precision);
                var right = a + g.Enclose(new(1, 1_000_000));
                return Less(right, Twice(g, right)) & Less(Twice(g, -a), -a);
            }, g => LowIs(g, FixedPointStability.Repelling)),
            Check.Holds("beta > B(p*): F^2(x) < x at ten points of (a,-a)", g =>
            {
                var a = g.FixedPoints.Points[0].LogOdds(g.Precision);
                return All(Enumerable.Range(1, 9).Select(i => a - (Integer(2) * a * Integer(i) / Integer(10))).Select(x => Less(Twice(g, x), x)));
            }, g => LowIs(g, FixedPointStability.Attracting)),
        ],
    };

    private static bool LowIs(GridPoint g, FixedPointStability stability)
        => OnReferenceMap(g) && AllFound(g) && g.FixedPoints.Interior.FirstOrDefault() is { } low
            && Less(low.LogOdds(128), Ball.Zero).IsCertain && low.Stability == stability;

    private static Ball Twice(GridPoint g, Ball x) => g.Bound.NextUnclipped(g.Bound.NextUnclipped(x));
}
