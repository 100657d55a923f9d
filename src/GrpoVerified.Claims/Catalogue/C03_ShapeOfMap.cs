namespace GrpoVerified.Claims.Catalogue;

internal static class C03ShapeOfMap
{
    private static readonly Rational[] Falling = [new(1, 100), new(1, 10), new(1, 4), new(2, 5), new(1, 2)];

    public static Claim Claim { get; } = new()
    {
        Id = "C3",
        Title = "Shape of the success map",
        Statement = "h(p) = h(1-p); h is strictly decreasing on [0,1/2] and strictly increasing on [1/2,1] (eps = 0: on (0,1)); its range is [h(1/2), h(0)].",
        Source = "natural reading; new",
        Proof = "A4 and the logistic function is increasing.",
        Checks =
        [
            Check.Agree("h(p) = h(1-p)", g => AtSamples(g, p => (
                SuccessMap.Next(p, g.Reference, g.Beta, g.Eps).Failure, SuccessMap.Next(p.Swapped, g.Reference, g.Beta, g.Eps).Failure))),
            Check.Holds("1 - h increases along 1/100 < 1/10 < 1/4 < 2/5 < 1/2", g => All(Falling.Zip(Falling.Skip(1), (a, b) => Less(
                SuccessMap.Next(g.Probability(a), g.Reference, g.Beta, g.Eps).Failure,
                SuccessMap.Next(g.Probability(b), g.Reference, g.Beta, g.Eps).Failure)))),
        ],
    };
}
