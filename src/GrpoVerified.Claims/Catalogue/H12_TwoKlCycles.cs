namespace GrpoVerified.Claims.Catalogue;

internal static class H12TwoKlCycles
{
    private static readonly Rational[] HalfDistances = [new(1, 10), 1, 3, 6];

    public static Claim Claim { get; } = new()
    {
        Id = "H12",
        Title = "Two-KL at eps = 0: 2-cycles",
        Statement = "With kappa = (2-alpha)beta all 2-cycles are m +- d, m = -2asinh(kappa q), x_0 = m - (2/(alpha beta))sqrt(1+kappa^2q^2)cosh(d/2), strictly decreasing in d; so one exists iff x_0 < -2asinh(kappa) - (2/(alpha beta))sqrt(1+kappa^2). Safe for all beta: x_0 >= -2asinh(sqrt r) - 2sqrt(r(1+r)), r = (2-alpha)/alpha.",
        Source = "new",
        Proof = "As G8.",
        Checks =
        [
            Check.Agree("T(m-d) = m+d and T(m+d) = m-d at that x_0, alpha = 1/3", g => HalfDistances.Select(g.Enclose).SelectMany(d =>
            {
                var alpha = g.Enclose(new(1, 3));
                var m = Unsmoothed.CycleCentre(d, (Integer(2) - alpha) * g.Beta);
                var x0 = Unsmoothed.CycleReference(d, alpha, g.Beta);
                return new[] { (Step(m - d), m + d), (Step(m + d), m - d) };
                Ball Step(Ball x) => (alpha * x0) + ((Ball.One - alpha) * x) + (SuccessMap.OmegaOfLogOdds(x, Ball.Zero) / g.Beta);
            })),
            Check.Holds("x_0 decreases in d, from below the flip threshold", g =>
            {
                var alpha = g.Enclose(new(1, 3));
                var x = HalfDistances.Select(d => Unsmoothed.CycleReference(g.Enclose(d), alpha, g.Beta)).ToList();
                return All(x.Zip(x.Skip(1), static (a, b) => Less(b, a))) & Less(x[0], Unsmoothed.TwoKlFlip(alpha, g.Beta));
            }),
        ],
    };
}
