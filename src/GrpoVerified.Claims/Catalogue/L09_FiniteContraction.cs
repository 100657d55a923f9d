namespace GrpoVerified.Claims.Catalogue;

internal static class L09FiniteContraction
{
    public static Claim Claim { get; } = new()
    {
        Id = "L9",
        Title = "Finite-group contraction constant",
        Statement = "M_G = sup |dOmega_G(sigma(x))/dx|: beta > M_G gives global geometric convergence even at eps = 0. M_2 = M_3 = 0, M_4 = 1/3 - sqrt3/6 (eps = 0, ddof 0, at p = 1/2 + 1/(2sqrt3)); M_8 = 0.28847..., M_16 = 0.63894..., M_64 = 1.66547...; M_G/sqrt(G) tends to 0.225047... (Poisson limit, numerical).",
        Source = "new",
        Proof = "Maximise a polynomial; Poisson limit near p = 1.",
        Checks =
        [
            Check.Holds("eps = 0: |dOmega_4/dx| <= 1/3 - sqrt3/6 at the samples", g => ForSamples(g, p =>
            {
                var x = Dual<Ball>.Variable(p.LogOdds);
                var deviations = FiniteGroups.Deviations(g, 4, GroupDeviation.Population).Select(Dual<Ball>.Constant).ToList();
                var slope = EffectiveWeight.Omega(Probability<Dual<Ball>>.FromLogOdds(x), deviations).Derivative;
                return AtMostWithin(Ball.Abs(slope), g.Enclose(new(1, 3)) - (Ball.Sqrt(g.Enclose(3)) / Integer(6)));
            }), g => !g.IsSmoothed),
        ],
    };
}
