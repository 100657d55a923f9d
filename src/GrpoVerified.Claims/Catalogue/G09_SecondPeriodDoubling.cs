namespace GrpoVerified.Claims.Catalogue;

internal static class G09SecondPeriodDoubling
{
    public static Claim Claim { get; } = new()
    {
        Id = "G9",
        Title = "Second period doubling at eps = 0",
        Statement = "The 2-cycle attracts for 0 < d < d_2 and loses stability at sinh^2(d/2) = beta^2(1+q^2) (multiplier -1); it is superstable at sinh(d/2) = beta q.",
        Source = "new",
        Proof = "The multiplier is strictly decreasing in d.",
        Checks =
        [
            Check.Holds("the multiplier decreases along d = 1/10, 1, 2, 4", g =>
            {
                var values = new Rational[] { new(1, 10), 1, 2, 4 }.Select(d => Unsmoothed.CycleMultiplier(g.Enclose(d), g.Beta)).ToList();
                return All(values.Zip(values.Skip(1), static (a, b) => Less(b, a)));
            }),
        ],
    };
}
