namespace GrpoVerified.Claims.Catalogue;

internal static class H03MirrorUnsmoothed
{
    public static Claim Claim { get; } = new()
    {
        Id = "H3",
        Title = "Mirror at eps = 0",
        Statement = "x_{n+1} >= x_n + 2/beta and x_{n+1} >= e^(|x_n|/2)/beta + x_n: growth like a tower of exponentials.",
        Source = "new",
        Proof = "2cosh(x/2) >= max(2, e^(|x|/2)).",
        Checks =
        [
            Check.Holds("2cosh(x/2) >= 2 and > e^(|x|/2) at the samples", g => All(g.Samples.Where(p => p != new Rational(1, 2)).Select(p => g.Probability(p).LogOdds).Select(x =>
                Less(Integer(2), SuccessMap.OmegaOfLogOdds(x, Ball.Zero)) & Less(Ball.Exp(Ball.Abs(x) / Integer(2)), SuccessMap.OmegaOfLogOdds(x, Ball.Zero))))),
        ],
    };
}
