namespace GrpoVerified.Claims.Catalogue;

internal static class H13DampedIteration
{
    public static Claim Claim { get; } = new()
    {
        Id = "H13",
        Title = "Two-KL is a damped (Euler) iteration",
        Statement = "x_n - x_{n-1} = alpha [x_0 - x_{n-1} + G(x_{n-1})/(alpha beta)]: an explicit Euler step alpha of x' = x_0 - x + G(x)/beta'. The flow from x_0 increases to the smallest fixed point (or to 1): oscillation and jumps are artefacts of discretisation.",
        Source = "new",
        Proof = "Algebra; a one-dimensional autonomous differential equation.",
        Checks =
        [
            Check.Agree("the Euler form at the samples", g => AtSamples(g, p => (
                g.Bound.NextUnclipped(p.LogOdds) - p.LogOdds,
                g.Bound.AnchorWeight * (g.X0 - p.LogOdds + (SuccessMap.OmegaOfLogOdds(p.LogOdds, g.Eps) / (g.Bound.AnchorWeight * g.Beta))))), H07TwoKl.IsTwoKl),
        ],
    };
}
