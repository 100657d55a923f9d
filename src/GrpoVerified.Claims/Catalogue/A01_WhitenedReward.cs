namespace GrpoVerified.Claims.Catalogue;

internal static class A01WhitenedReward
{
    public static Claim Claim { get; } = new()
    {
        Id = "A1",
        Title = "Whitened binary reward",
        Statement = "For r in {0,1}, p = P_old(r=1), s = p(1-p) and eps > 0 (or eps = 0 and 0 < p < 1): A = (r-p)/sqrt(s+eps) is w+(p) on r = 1 and -w-(p) on r = 0, has mean 0 and variance s/(s+eps).",
        Source = "paper, all versions; the value of the variance is new",
        Proof = "The mean of r is p and its variance s; divide.",
        Checks =
        [
            Check.Agree("A(1) = w+ and A(0) = -w-", g => AtSamples(g, p => (Whitening.Advantage(Integer(1), p, g.Eps), Whitening.WeightPlus(p, g.Eps)))
                .Concat(AtSamples(g, p => (Whitening.Advantage(Integer(0), p, g.Eps), -Whitening.WeightMinus(p, g.Eps))))),
            Check.Agree("E[A] = 0", g => AtSamples(g, p => ((p.Success * Whitening.WeightPlus(p, g.Eps)) - (p.Failure * Whitening.WeightMinus(p, g.Eps)), Integer(0)))),
            Check.Agree("Var[A] = s/(s+eps)", g => AtSamples(g, p => (
                (p.Success * Ball.Square(Whitening.WeightPlus(p, g.Eps))) + (p.Failure * Ball.Square(Whitening.WeightMinus(p, g.Eps))),
                Whitening.WhitenedVariance(p, g.Eps)))),
        ],
    };
}
