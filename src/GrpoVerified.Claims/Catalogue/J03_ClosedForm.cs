namespace GrpoVerified.Claims.Catalogue;

internal static class J03ClosedForm
{
    public static Claim Claim { get; } = new()
    {
        Id = "J3",
        Title = "Closed form of the clipped update",
        Statement = "With lo, hi = min, max of c+, c-, l = logit lo, u = logit hi (+inf at or above 1), w_mid = w- if c+ < c- else w+: x_n = min(x_0 + Omega/beta, max(l, min(x_0 + w_mid/beta, max(u, x_0)))): five regimes, free / stuck at lo / middle / stuck at hi / stuck at p_ref.",
        Source = "new",
        Proof = "0 in the subdifferential of j.",
        Checks =
        [
            Check.Agree("the update without a branch is the five-regime formula with one", g => g.Samples.Select(p => (
                J02OneDimension.Update(g, g.Probability(p)).FailureOdds, Branching(g, p)))),
        ],
    };

    // The same update in odds of failure with the order of the kinks decided exactly.
    private static Ball Branching(GridPoint g, Rational old)
    {
        var p = g.Probability(old);
        var (plus, minus) = (Whitening.WeightPlus(p, g.Eps), Whitening.WeightMinus(p, g.Eps));
        var upper = old * (1 + J01ClippedPolicy.Clip.High);
        var lower = old + (J01ClippedPolicy.Clip.Low * (1 - old));
        var anchor = g.Reference.FailureOdds;
        var (lo, hi, middle) = upper < lower ? (upper, lower, minus) : (lower, upper, plus);
        var inner = Ball.Min(Odds(hi), anchor);
        inner = Ball.Max(anchor * Ball.Exp(-(middle / g.Beta)), inner);
        inner = Ball.Min(Odds(lo), inner);
        return Ball.Max(anchor * Ball.Exp(-((plus + minus) / g.Beta)), inner);

        Ball Odds(Rational c) => c >= Rational.One ? Ball.Zero : g.Enclose((1 - c) / c);
    }
}
