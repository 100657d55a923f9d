namespace GrpoVerified.Claims.Catalogue;

internal static class A02WeightIdentities
{
    public static Claim Claim { get; } = new()
    {
        Id = "A2",
        Title = "Weight identities",
        Statement = "p w+ = (1-p) w-; w+ + w- = Omega = 1/sqrt(s+eps); w+ - w- = (1-2p) Omega; w+ w- = s/(s+eps).",
        Source = "paper (weights); the products are new",
        Proof = "Definitions.",
        Checks =
        [
            Check.Agree("p w+ = (1-p) w-", g => AtSamples(g, p => (p.Success * Plus(g, p), p.Failure * Minus(g, p)))),
            Check.Agree("w+ + w- = Omega", g => AtSamples(g, p => (Plus(g, p) + Minus(g, p), Whitening.Omega(p, g.Eps)))),
            Check.Agree("w+ - w- = (1-2p) Omega", g => AtSamples(g, p => (Plus(g, p) - Minus(g, p), p.Bias * Whitening.Omega(p, g.Eps)))),
            Check.Agree("w+ w- = s/(s+eps)", g => AtSamples(g, p => (Plus(g, p) * Minus(g, p), Whitening.WhitenedVariance(p, g.Eps)))),
        ],
    };

    private static Ball Plus(GridPoint g, Probability<Ball> p) => Whitening.WeightPlus(p, g.Eps);

    private static Ball Minus(GridPoint g, Probability<Ball> p) => Whitening.WeightMinus(p, g.Eps);
}
