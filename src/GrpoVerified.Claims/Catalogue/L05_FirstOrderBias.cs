namespace GrpoVerified.Claims.Catalogue;

internal static class L05FirstOrderBias
{
    public static Claim Claim { get; } = new()
    {
        Id = "L5",
        Title = "First-order bias of finite groups",
        Statement = "Omega_G(p) = Omega(p) - (s+4eps(1-s)+8eps^2)/(8G(s+eps)^(5/2)) + O(G^-2) (ddof 0); at eps = 0: -1/(8G s^(3/2)); ddof 1 at eps = 0: a further -1/(2G sqrt(s)).",
        Source = "new",
        Proof = "Delta method on L2.",
        Checks =
        [
            Check.Holds("at p = 1/2 the bias times G is within 30/G of the coefficient, G = 64, 128", static g => All(new[] { 64, 128 }.Select(size => Close(g, size))), static g => g.Parameters.Epsilon <= new Rational(1, 4)),
        ],
    };

    private static Truth Close(GridPoint g, int size)
    {
        var p = g.Probability(new(1, 2));
        var bias = Integer(size) * (FiniteGroups.Omega(g, p, size, GroupDeviation.Population) - Whitening.Omega(p, g.Eps));
        var (s, e) = (p.Variance, g.Eps);
        var coefficient = -(s + (Integer(4) * e * (Ball.One - s)) + (Integer(8) * Ball.Square(e))) * Ball.Pow(Whitening.Omega(p, e), 5) / Integer(8);
        return Less(Ball.Abs(bias - coefficient), g.Enclose(new Rational(30, size)));
    }
}
