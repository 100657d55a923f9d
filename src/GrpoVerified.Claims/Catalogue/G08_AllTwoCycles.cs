namespace GrpoVerified.Claims.Catalogue;

internal static class G08AllTwoCycles
{
    private static readonly Rational[] HalfDistances = [new(1, 10), 1, 3, 5, 8];

    public static Claim Claim { get; } = new()
    {
        Id = "G8",
        Title = "All 2-cycles at eps = 0, explicitly",
        Statement = "For d > 0, q = d/(2sinh(d/2)): {m-d, m+d} with m = -2asinh(beta q) is a 2-cycle iff x_0 = X(d) = m - (2/beta)sqrt(1+beta^2q^2)cosh(d/2). X is strictly decreasing with X(0+) = x_FL, so a 2-cycle exists iff x_0 < x_FL(beta), and it is unique; its multiplier is q^2 - sinh^2(d/2)/beta^2.",
        Source = "new",
        Proof = "Sum and difference of the two equations; X'(d) has one sign because sinh(d/2) > d/2.",
        Checks =
        [
            Check.Agree("F(m-d) = m+d and F(m+d) = m-d at x_0 = X(d)", g => HalfDistances.Select(g.Enclose).SelectMany(d =>
            {
                var m = Unsmoothed.CycleCentre(d, g.Beta);
                var x0 = Unsmoothed.CycleReference(d, Ball.One, g.Beta);
                return new[]
                {
                    (SuccessMap.NextLogOdds(m - d, x0, g.Beta, Ball.Zero), m + d),
                    (SuccessMap.NextLogOdds(m + d, x0, g.Beta, Ball.Zero), m - d),
                };
            })),
            Check.Holds("X decreases along d = 1/10, 1, 3, 5, 8 from below x_FL", g =>
            {
                var x = HalfDistances.Select(d => Unsmoothed.CycleReference(g.Enclose(d), Ball.One, g.Beta)).ToList();
                return All(x.Zip(x.Skip(1), static (a, b) => Less(b, a))) & Less(x[0], Unsmoothed.Flip(g.Beta));
            }),
            Check.Agree("its multiplier", g => HalfDistances.Select(g.Enclose).Select(d =>
            {
                var m = Unsmoothed.CycleCentre(d, g.Beta);
                var product = SuccessMap.OmegaOfLogOddsDerivative(m - d, Ball.Zero) * SuccessMap.OmegaOfLogOddsDerivative(m + d, Ball.Zero);
                return (product / Ball.Square(g.Beta), Unsmoothed.CycleMultiplier(d, g.Beta));
            })),
        ],
    };
}
