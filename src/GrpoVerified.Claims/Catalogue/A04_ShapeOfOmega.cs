namespace GrpoVerified.Claims.Catalogue;

internal static class A04ShapeOfOmega
{
    public static Claim Claim { get; } = new()
    {
        Id = "A4",
        Title = "Shape of Omega",
        Statement = "Omega(p) = Omega(1-p) is strictly convex on (0,1), with minimum 2/sqrt(1+4eps) at 1/2 and supremum 1/sqrt(eps) at 0 and 1; in log-odds G(x) = 2cosh(x/2)/sqrt(1+4eps cosh^2(x/2)) is even and strictly increasing in |x|.",
        Source = "new (used implicitly by the paper)",
        Proof = "t -> t^(-1/2) is convex and decreasing, s strictly concave; s = 1/(4cosh^2(x/2)).",
        Checks =
        [
            Check.Agree("Omega(p) = Omega(1-p)", g => AtSamples(g, p => (Whitening.Omega(p, g.Eps), Whitening.Omega(p.Swapped, g.Eps)))),
            Check.Holds("2/sqrt(1+4eps) <= Omega(p)", g => All(g.Samples.Where(p => p != new Rational(1, 2)).Select(p => AtMost(Whitening.OmegaMinimum(g.Eps), Whitening.Omega(g.Probability(p), g.Eps))))),
            Check.Holds("Omega(p) < 1/sqrt(eps)", g => ForSamples(g, p => Less(Whitening.Omega(p, g.Eps), Whitening.OmegaMaximum(g.Eps))), g => g.IsSmoothed),
            Check.Agree("G(x) = 2cosh(x/2)/sqrt(1+4eps cosh^2(x/2))", g => AtSamples(g, p => (Whitening.Omega(p, g.Eps), Closed(p.LogOdds, g.Eps)))),
            Check.Holds("Omega is convex between samples", g => All(g.Samples.Where(p => p != new Rational(1, 3)).Select(p => Less(
                Integer(2) * Whitening.Omega(g.Probability((p + new Rational(1, 3)) / 2), g.Eps),
                Whitening.Omega(g.Probability(p), g.Eps) + Whitening.Omega(g.Probability(new(1, 3)), g.Eps))))),
        ],
    };

    private static Ball Closed(Ball x, Ball eps)
    {
        var cosh = Ball.Cosh(x / Integer(2));
        return Integer(2) * cosh * Ball.ReciprocalSqrt(Integer(1) + (Integer(4) * eps * Ball.Square(cosh)));
    }
}
