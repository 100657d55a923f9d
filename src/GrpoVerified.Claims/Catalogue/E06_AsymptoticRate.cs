namespace GrpoVerified.Claims.Catalogue;

internal static class E06AsymptoticRate
{
    public static Claim Claim { get; } = new()
    {
        Id = "E6",
        Title = "Asymptotic rate",
        Statement = "If |lambda| < 1 and x_n -> x* without hitting it, |x_n - x*|^(1/n) -> |lambda|; the sign of x_n - x* alternates eventually iff lambda < 0 and is eventually constant iff lambda >= 0.",
        Source = "new",
        Proof = "Linearisation; F is analytic.",
        NotPointwise = "a limit; the sign pattern is checked by F12",
        Witness = new("p_ref = 1/10, beta = 1, eps = 1/1000: the orbit tends to the lowest fixed point, |lambda| < 1", static () =>
        {
            var g = GrpoParameters.Of(new(1, 10), 1, new(1, 1000));
            return Less(Ball.Abs(FixedPointSet.Find(g).Points[0].Multiplier(128)), Integer(1)) & Truth.Of(Regime.Classify(g).Kind == RegimeKind.Alternating);
        }),
    };
}
