namespace GrpoVerified.Claims.Catalogue;

internal static class A09AffineRecoding
{
    public static Claim Claim { get; } = new()
    {
        Id = "A9",
        Title = "Affine reward recoding",
        Statement = "For 0 < p < 1, replacing r by a r + b (a > 0) leaves A, hence the dynamics, unchanged iff eps is replaced by a^2 eps; at eps = 0 GRPO is exactly invariant.",
        Source = "new (metamorphic)",
        Proof = "A = a(r-p)/sqrt(a^2 s + eps).",
        Checks =
        [
            Check.Agree("rewards {-1, 1} with smoothing eps give weights with smoothing eps/4", g => AtSamples(g, p => (
                GroupAdvantage.Whitened(Integer(2) * p.Failure, Integer(4) * p.Variance, g.Eps, EpsilonPlacement.Inside),
                Whitening.WeightPlus(p, g.Eps / Integer(4))))),
            Check.Holds(
                "with eps unchanged the advantage of a success differs",
                g => ForSamples(g, p => Less(Whitening.WeightPlus(p, g.Eps), GroupAdvantage.Whitened(Integer(2) * p.Failure, Integer(4) * p.Variance, g.Eps, EpsilonPlacement.Inside))),
                g => g.Parameters.Epsilon > Rational.Zero),
        ],
    };
}
