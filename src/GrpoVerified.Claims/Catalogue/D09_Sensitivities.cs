namespace GrpoVerified.Claims.Catalogue;

internal static class D09Sensitivities
{
    public static Claim Claim { get; } = new()
    {
        Id = "D9",
        Title = "Sensitivities of a fixed point",
        Statement = "With lambda = G'(x*)/beta < 1: dx*/dx_0 = 1/(1-lambda) > 0, dx*/dbeta = -(G/beta^2)/(1-lambda) < 0, dx*/deps = -(s+eps)^(-3/2)/(2beta(1-lambda)) < 0; for the middle fixed point (lambda > 1) all three signs reverse.",
        Source = "new",
        Proof = "Implicit function theorem; globally, F increases in x_0 and decreases in beta and eps.",
        Checks =
        [
            Check.Holds("signs at the outer fixed points", g => All(Outer(g).Select(p =>
                Less(Ball.Zero, Stability.SensitivityToReference(p, g.Reference, g.Beta, g.Eps))
                & Less(Stability.SensitivityToBeta(p, g.Beta, g.Eps), Ball.Zero)
                & Less(Stability.SensitivityToEpsilon(p, g.Beta, g.Eps), Ball.Zero))), g => OnReferenceMap(g) && AllFound(g) && g.FixedPoints.Interior.Any()),
            Check.Holds("the smallest fixed point falls when beta grows by 1/1000 of itself", g =>
            {
                var other = FixedPointSet.Find(g.Parameters with { Beta = g.Parameters.Beta * new Rational(1001, 1000) });
                return Less(other.Points[0].LogOdds(g.Precision), g.FixedPoints.Points[0].LogOdds(g.Precision));
            }, g => WhereSmoothed(g) && AllFound(g)),
        ],
    };

    private static IEnumerable<Probability<Ball>> Outer(GridPoint g)
        => g.FixedPoints.Interior.Where((_, i) => i != 1).Select(f => f.Probability(g.Precision));
}
