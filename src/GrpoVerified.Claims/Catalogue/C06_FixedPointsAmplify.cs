namespace GrpoVerified.Claims.Catalogue;

internal static class C06FixedPointsAmplify
{
    public static Claim Claim { get; } = new()
    {
        Id = "C6",
        Title = "Fixed points amplify, quantitatively",
        Statement = "Every fixed point p* of h in [0,1] has p* > p_ref, and p* >= sigma(x_0 + 2/(beta sqrt(1+4eps))) with equality iff p* = 1/2; the inequality holds for every point of every cycle.",
        Source = "paper (GRPO amplifies the probability of success); the sharpening is new",
        Proof = "C5.",
        Checks =
        [
            Check.Holds("p* > p_ref at every fixed point", g => All(g.FixedPoints.Points.Select(f => Less(f.Probability(g.Precision).Failure, g.Reference.Failure))), g => OnReferenceMap(g) && AllFound(g)),
            Check.Holds("x* > x_0 + 2/(beta sqrt(1+4eps)) at every fixed point", g => All(g.FixedPoints.Interior.Select(f => Less(
                SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps), f.LogOdds(g.Precision)))), g => OnReferenceMap(g) && AllFound(g)),
            Check.Holds("p > p_ref at every point of a certified cycle", g => All(g.Regime.Cycle!.Points(g.Precision).Select(p => Less(p.Failure, g.Reference.Failure))), g => OnReferenceMap(g) && g.Regime.Cycle is not null),
        ],
    };
}
