namespace GrpoVerified.Claims.Catalogue;

internal static class D04SupremumOfThreshold
{
    public static Claim Claim { get; } = new()
    {
        Id = "D4",
        Title = "Supremum of the stability threshold",
        Statement = "sup B(p) = M_eps over [0,1], B(p) = s|2p-1|/(2(s+eps)^(3/2)), attained at p = 1/2 +- sqrt((1+4eps)/(1+12eps))/2; eps > 0.",
        Source = "new",
        Proof = "C7.",
        Checks =
        [
            Check.Holds("B <= M_eps at the samples", g => ForSamples(g, p => AtMost(Stability.Threshold(p, g.Eps), Stability.LipschitzConstant(g.Eps))), g => g.IsSmoothed),
            Check.Agree("B = M_eps at both maximisers", g => Maximisers(g).Select(p => (Stability.Threshold(p, g.Eps), Stability.LipschitzConstant(g.Eps))), g => g.IsSmoothed),
        ],
    };

    private static IEnumerable<Probability<Ball>> Maximisers(GridPoint g)
    {
        var p = Probability<Ball>.FromSuccess(Stability.LipschitzPoint(g.Eps));
        return [p, p.Swapped];
    }
}
