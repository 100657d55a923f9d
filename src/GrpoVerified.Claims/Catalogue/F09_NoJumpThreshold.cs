namespace GrpoVerified.Claims.Catalogue;

internal static class F09NoJumpThreshold
{
    public static Claim Claim { get; } = new()
    {
        Id = "F9",
        Title = "Universal no-jump threshold",
        Statement = "If p_ref >= p_j = sigma(-b_1), b_1 tanh(b_1/2) = 1 (p_j = 0.17604...), then for every beta > 0, eps >= 0 the limit is the smallest fixed point (or 1 if eps = 0 and there is none), non-decreasing in p_ref and non-increasing in beta and eps.",
        Source = "new",
        Proof = "A jump needs x_0 < -b and beta <= G'(b), so x_0 <= b - G/G'(b); the best case is eps = 0.",
        Checks =
        [
            Check.Exactly("the regime does not jump and its limit is the smallest fixed point", g => g.Regime.Kind != RegimeKind.Jump
                && Ball.Overlap(g.Regime.Limit!(128).Failure, g.FixedPoints.Points[0].Probability(128).Failure), g => OnReferenceMap(g) && AllFound(g) && g.Parameters.Reference >= new Rational(17605, 100000)),
        ],
    };
}
