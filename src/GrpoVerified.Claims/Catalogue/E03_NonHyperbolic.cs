namespace GrpoVerified.Claims.Catalogue;

internal static class E03NonHyperbolic
{
    public static Claim Claim { get; } = new()
    {
        Id = "E3",
        Title = "Non-hyperbolic cases",
        Statement = "beta = B(p*), p* < 1/2 (lambda = -1): asymptotically stable, for every eps >= 0. beta = B(p*), p* > 1/2 (lambda = 1): semi-stable (from below only at x1, from above only at x2), except at the cusp, which attracts globally.",
        Source = "new",
        Proof = "Flip: F4 and F5 include equality. lambda = 1: psi - x_0 has a strict local extremum. Cusp: |F(x)-F(y)| < |x-y|.",
        NotPointwise = "holds on surfaces beta = B(p*) that no grid of rational parameters meets",
        Witness = new("p* = 1/5, eps = 0, beta = B(1/5) = 3/4 (lambda = -1), p_ref = sigma(-log 4 - 10/3)", static () =>
        {
            Rational p = new(1, 5), beta = new(3, 4);
            var s = p * (1 - p);

            // B(p)^2 = (1-2p)^2/(4s) at eps = 0.
            return Truth.Of(Rational.Square(1 - (2 * p)) == 4 * s * Rational.Square(beta));
        }),
    };
}
