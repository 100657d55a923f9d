namespace GrpoVerified.Claims.Catalogue;

internal static class A06ConditionalReading
{
    public static Claim Claim { get; } = new()
    {
        Id = "A6",
        Title = "Conditional-expectation reading of the contrastive loss",
        Statement = "The display with E[. | r=1] and E[. | r=0] in place of E[. 1{r}] equals the GRPO surrogate.",
        Source = "paper v4, first display (event masses omitted)",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "Conditional expectations divide by p and 1-p; the surrogate has p w+ and (1-p) w- in front.",
        Corrected = "A5: unconditional expectations with indicators.",
        Checks =
        [
            Check.Holds(
                "on policy the wrong reading is (1-2p) Omega, not 0",
                g => All(g.Samples.Where(p => p != new Rational(1, 2)).Select(p => Differ(WrongReading(g.Probability(p), g.Eps), Ball.Zero)))),
        ],
        Counterexamples =
        [
            new("pi = pi_old = (1/4, 3/4), r = (1,0), eps = 1/100: the surrogate is 0, the conditional reading 1.12508...", static () =>
            {
                var context = new BallContext(256);
                return Between("1.125087900926023905074866", WrongReading(Probability<Ball>.FromRational(new(1, 4), context), context.Enclose(new(1, 100))), "1.125087900926023905074867");
            }),
        ],
    };

    private static Ball WrongReading(Probability<Ball> p, Ball eps) => Whitening.WeightPlus(p, eps) - Whitening.WeightMinus(p, eps);

    private static Truth Differ(Ball a, Ball b) => Less(a, b) | Less(b, a);
}
