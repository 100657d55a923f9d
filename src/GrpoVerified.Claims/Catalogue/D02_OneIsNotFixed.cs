namespace GrpoVerified.Claims.Catalogue;

internal static class D02OneIsNotFixed
{
    public static Claim Claim { get; } = new()
    {
        Id = "D2",
        Title = "\"p* = 1 is almost always a fixed point\"",
        Statement = "For eps > 0 and 0 < p_ref < 1, p = 1 is a fixed point of h.",
        Source = "paper v4",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "1 - h(1) = 1/(1 + (p_ref/(1-p_ref)) e^(1/(beta sqrt(eps)))) > 0.",
        Corrected = "For eps > 0 and 0 < p_ref < 1, h(1) < 1: p = 1 is never fixed. It is only for eps = 0 (in the limit, G2) or p_ref = 1.",
        Checks =
        [
            Check.Holds("1 - h(1) > 0", g => Less(Ball.Zero, SuccessMap.Next(g.Probability(1), g.Reference, g.Beta, g.Eps).Failure), g => g.IsSmoothed),
        ],
        Counterexamples =
        [
            new("p_ref = 1/2, beta = 1, eps = 1: h(1) = 1/(1+1/e) = 0.7310585...", static () =>
            {
                var context = new BallContext(256);
                var half = Probability<Ball>.FromRational(new(1, 2), context);
                return Between("0.7310585786300048792511", SuccessMap.Next(Probability<Ball>.FromRational(1, context), half, context.Enclose(1), context.Enclose(1)).Success, "0.7310585786300048792512");
            }),
        ],
    };
}
