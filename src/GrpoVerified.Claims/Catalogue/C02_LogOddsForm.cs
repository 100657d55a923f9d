namespace GrpoVerified.Claims.Catalogue;

internal static class C02LogOddsForm
{
    public static Claim Claim { get; } = new()
    {
        Id = "C2",
        Title = "Log-odds form of the recurrence",
        Statement = "x_n = x_0 + G(x_{n-1})/beta with x = logit p and G(x) = Omega(sigma(x)).",
        Source = "new form of C1",
        Proof = "The logit of C1.",
        Checks =
        [
            Check.Agree("logit h(p) = x_0 + G(logit p)/beta", g => AtSamples(g, p => (
                SuccessMap.Next(p, g.Reference, g.Beta, g.Eps).LogOdds, SuccessMap.NextLogOdds(p.LogOdds, g.X0, g.Beta, g.Eps)))),
        ],
    };
}
