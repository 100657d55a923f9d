namespace GrpoVerified.Claims.Catalogue;

internal static class E01Multiplier
{
    public static Claim Claim { get; } = new()
    {
        Id = "E1",
        Title = "Multiplier and linear stability",
        Statement = "At a fixed point h'(p*) = F'(x*) = p*(1-p*)(2p*-1)/(2beta(p*(1-p*)+eps)^(3/2)); |h'(p*)| < 1 iff beta > B(p*), and then p* is locally exponentially attracting.",
        Source = "paper (local fixed-point convergence)",
        Proof = "C4 with h(p*) = p*; a multiplier does not depend on the coordinate.",
        Checks =
        [
            Check.Agree("h'(p*) = F'(x*) by differentiation of the map", g => Interior(g).Select(f => (
                SuccessMap.Derivative(f.Probability(g.Precision), g.Reference, g.Beta, g.Eps), f.Multiplier(g.Precision))), OnReferenceMap),
            Check.Exactly("attracting iff beta > B(p*)", g => Interior(g).All(f => f.Stability switch
            {
                FixedPointStability.Attracting => Less(Stability.Threshold(f.Probability(256), g.At(256).Eps), g.At(256).Beta).IsCertain,
                FixedPointStability.Repelling => Less(g.At(256).Beta, Stability.Threshold(f.Probability(256), g.At(256).Eps)).IsCertain,
                _ => true,
            }), g => OnReferenceMap(g) && AllFound(g)),
        ],
    };

    private static IEnumerable<FixedPoint> Interior(GridPoint g) => g.FixedPoints.Interior;
}
