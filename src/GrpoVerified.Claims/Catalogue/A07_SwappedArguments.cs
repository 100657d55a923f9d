namespace GrpoVerified.Claims.Catalogue;

internal static class A07SwappedArguments
{
    private static readonly Rational[] Ratios = [new(1, 2), new(4, 5), 1, new(11, 10), new(6, 5), 3];

    public static Claim Claim { get; } = new()
    {
        Id = "A7",
        Title = "Clipping formula with ratio and advantage swapped",
        Statement = "f_e(x,y) = x min(y,1+e), x the ratio and y the advantage, is the clipped surrogate for y > 0.",
        Source = "paper v4, printed formula",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "Evaluate at x = 3, y = 1, e = 1/5.",
        Corrected = "f_e(x,y) = y min(x,1+e) for y > 0 and y max(x,1-e) for y < 0.",
        Checks =
        [
            Check.Exactly("min(xy, clip(x)y) is y min(x,1+e) for y > 0, y max(x,1-e) for y < 0", g =>
            {
                var e = g.Parameters.Clip?.High ?? new Rational(1, 5);
                return Ratios.All(x => Surrogate(x, Rational.One, e) == Rational.Min(x, Rational.One + e)
                    && Surrogate(x, -Rational.One, e) == -Rational.Max(x, Rational.One - e));
            }),
        ],
        Counterexamples =
        [
            new("x = 3, y = 1, e = 1/5: the surrogate is 6/5, the printed formula gives 3", static () =>
                Truth.Of(Surrogate(3, 1, new(1, 5)) == new Rational(6, 5) && 3 * Rational.Min(1, new(6, 5)) == 3)),
        ],
    };

    private static Rational Surrogate(Rational x, Rational y, Rational e)
        => Rational.Min(x * y, Rational.Max(Rational.One - e, Rational.Min(x, Rational.One + e)) * y);
}
