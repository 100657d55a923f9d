namespace GrpoVerified.Claims.Catalogue;

internal static class D01Existence
{
    public static Claim Claim { get; } = new()
    {
        Id = "D1",
        Title = "Existence and enclosure of fixed points",
        Statement = "For eps > 0, h maps [0,1] continuously into itself, so a fixed point exists; all lie in [sigma(x_0 + 2/(beta sqrt(1+4eps))), sigma(x_0 + 1/(beta sqrt(eps)))].",
        Source = "paper (continuity and Brouwer); the enclosure is new",
        Proof = "C3, C5 and the intermediate value theorem.",
        Checks =
        [
            Check.Exactly("at least one fixed point is isolated", g => g.FixedPoints.Interior.Any(), g => WhereSmoothed(g) && AllFound(g)),
            Check.Holds("every fixed point lies in the enclosure (its upper end within 10^-20)", g => All(g.FixedPoints.Interior.Select(f =>
                Less(SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps), f.LogOdds(g.Precision)) & AtMostWithin(f.LogOdds(g.Precision), SuccessMap.UpperEnvelope(g.X0, g.Beta, g.Eps)))), g => WhereSmoothed(g) && AllFound(g)),
            Check.Agree("h(p*) = p*", g => g.FixedPoints.Interior.Select(f => f.Probability(g.Precision)).Select(p => (
                SuccessMap.Next(p, g.Reference, g.Beta, g.Eps).Failure / p.Failure, Ball.One)), OnReferenceMap),
        ],
    };
}
