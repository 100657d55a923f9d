namespace GrpoVerified.Claims.Catalogue;

internal static class L02BernsteinForm
{
    public static Claim Claim { get; } = new()
    {
        Id = "L2",
        Title = "Bernstein form of the finite-group factor",
        Statement = "Omega_G(p) = ((G-1)/G) sum_j C(G-2,j) p^j (1-p)^(G-2-j) om_{j+1}, om_k = 1/sqrt(v_k+eps), v_k = k(G-k)/G^2 (ddof 0) or k(G-k)/(G(G-1)) (ddof 1); equivalently (1/(p(1-p))) sum_k C(G,k) p^k (1-p)^(G-k) (k(G-k)/G^2) om_k.",
        Source = "new",
        Proof = "C(G,k) k(G-k)/G^2 = ((G-1)/G) C(G-2,k-1).",
        Checks =
        [
            Check.Agree("both forms, G = 8", g => AtSamples(g, p => (FiniteGroups.Omega(g, p, 8, GroupDeviation.Population), SecondForm(g, p, 8)))),
        ],
    };

    private static Ball SecondForm(GridPoint g, Probability<Ball> p, int size)
    {
        var deviations = FiniteGroups.Deviations(g, size, GroupDeviation.Population);
        var sum = Ball.Zero;
        var binomial = 1L;
        for (var k = 1; k < size; k++)
        {
            binomial = binomial * (size - k + 1) / k;
            sum += Integer(binomial) * Ball.Pow(p.Success, k) * Ball.Pow(p.Failure, size - k) * g.Enclose(new Rational(k * (size - k), size * size)) * deviations[k - 1];
        }

        return sum / p.Variance;
    }
}
