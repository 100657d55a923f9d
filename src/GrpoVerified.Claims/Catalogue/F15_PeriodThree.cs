namespace GrpoVerified.Claims.Catalogue;

internal static class F15PeriodThree
{
    public static Claim Claim { get; } = new()
    {
        Id = "F15",
        Title = "Period three and chaos occur",
        Statement = "(i) p_ref = 1/2500, beta = 2/3, eps = 1/100: the orbit of p_ref is attracted to a 3-cycle, so h has cycles of every period. (ii) If the orbit is trapped (F5 IV), h(1/2) < 1/2 and h^3(1/2) >= 1/2, then h has a point of period 3; e.g. p_ref = 1/10000, beta = 3/5, eps = 1/100. (iii) eps = 0: p_ref = 1/340000, beta = 23.",
        Source = "new",
        Proof = "(i) a trapping box; (ii) intermediate values and Li-Yorke.",
        Checks =
        [
            Check.Holds("(i) the orbit is attracted to a certified 3-cycle", _ => F10UnconditionalConvergence.Cycle("", "1/2500", "2/3", "1/100", 3, "0.0076102574283418424543", "0.0076102574283418424544").Certify(), IsFirst),
            Check.Holds("(ii) and (iii): h(1/2) < 1/2 <= h^3(1/2)", _ => Criterion("1/10000", "3/5", "1/100") & Criterion("1/340000", "23", "0"), IsFirst),
        ],
    };

    // The statement is about named parameters: evaluated once, at the catalogue's own point.
    private static bool IsFirst(GridPoint g) => g.Parameters == DefaultGrid.NamedPoints[0];

    private static Truth Criterion(string pRef, string beta, string epsilon)
    {
        var parameters = GrpoParameters.Of(Rational.Parse(pRef), Rational.Parse(beta), Rational.Parse(epsilon));
        var bound = BoundParameters<Ball>.Bind(parameters, new BallContext(256));
        var once = bound.NextUnclipped(Ball.Zero);
        return Less(once, Ball.Zero) & AtMost(Ball.Zero, bound.NextUnclipped(bound.NextUnclipped(once)));
    }
}
