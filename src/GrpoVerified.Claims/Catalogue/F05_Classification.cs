namespace GrpoVerified.Claims.Catalogue;

internal static class F05Classification
{
    public static Claim Claim { get; } = new()
    {
        Id = "F5",
        Title = "Complete classification of the orbit of p_ref",
        Statement = "F0 = x_0 + 2/(beta sqrt(1+4eps)), a lowest and b middle fixed point in log-odds. (I) F0 >= 0: F2. (II) F0 < 0, b exists, -x_0 > b: p_n is monotone from n = 1 and converges to the upper fixed point (1 if eps = 0). (III) -x_0 = b: constant from n = 1. (IV) otherwise: if beta >= B(p*_low), p_n -> p*_low; if beta < B(p*_low), p_n converges only if some p_n equals p*_low, and a 2-cycle exists.",
        Source = "new",
        Proof = "F is even and [-b,b] invariant in (IV); F4 and a limsup/liminf argument.",
        Checks =
        [
            Check.Exactly("the orbit is decided: a regime is certified unless F5(IV) forbids convergence", g =>
                g.Regime.Kind != RegimeKind.Undecided || g.FixedPoints.Points[0].Stability == FixedPointStability.Repelling, g => OnReferenceMap(g) && AllFound(g)),
            Check.Holds("a simulated tail of 400 certified steps stays at the certified limit", Stays, g => OnReferenceMap(g) && AllFound(g) && Settles(g)),
        ],
    };

    // Where the multiplier at the limit is not too close to 1 in modulus.
    private static bool Settles(GridPoint g)
        => g.Regime.Limit is { } limit && g.FixedPoints.Points.Any(f => !f.IsOne
            && Ball.Overlap(f.Probability(128).Failure, limit(128).Failure)
            && Less(Ball.Abs(f.Multiplier(128)), g.Enclose(new(9, 10))).IsCertain);

    private static Truth Stays(GridPoint g)
    {
        var orbit = Orbit.Enclose(g.Parameters, 400, g.Precision * 2).Last();
        var distance = Ball.Abs(orbit.Failure - g.Regime.Limit!(g.Precision * 2).Failure);
        return Less(distance, g.Regime.Limit(g.Precision).Failure * g.Enclose(Rational.Parse("1e-9")));
    }
}
