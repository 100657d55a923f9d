namespace GrpoVerified.Claims.Catalogue;

internal static class E05CrossRatio
{
    private static readonly (int U, int A, int V)[] Triples = [(-5, -3, -1), (-4, -2, 0), (-1, -1, 0), (-30, -2, -1), (-9, -8, -1)];

    public static Claim Claim { get; } = new()
    {
        Id = "E5",
        Title = "Elementary cross-ratio inequality",
        Statement = "For u < a < v <= 0 and every eps >= 0: |G'(a)| |G(v)-G(u)|/(v-u) > (|G(a)-G(u)|/(a-u)) (|G(v)-G(a)|/(v-a)).",
        Source = "new",
        Proof = "eps = 0 by hyperbolic addition formulas and t coth t >= 1; eps > 0 because G^2 is Moebius in cosh x.",
        Checks =
        [
            Check.Holds("at integer and half-integer triples u < a < v <= 0", g => All(Triples.Select(t => Holds(g, new(t.U, 1), t.A == t.U ? new(-1, 2) : new(t.A, 1), new(t.V, 1))))),
        ],
    };

    private static Truth Holds(GridPoint g, Rational u, Rational a, Rational v)
    {
        Ball Value(Rational x) => SuccessMap.OmegaOfLogOdds(g.Enclose(x), g.Eps);
        Ball Slope(Rational x, Rational y) => (Value(x) - Value(y)) / g.Enclose(y - x);
        return Less(Slope(u, a) * Slope(a, v), -SuccessMap.OmegaOfLogOddsDerivative(g.Enclose(a), g.Eps) * Slope(u, v));
    }
}
