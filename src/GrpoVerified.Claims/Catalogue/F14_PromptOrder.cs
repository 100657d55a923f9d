namespace GrpoVerified.Claims.Catalogue;

internal static class F14PromptOrder
{
    public static Claim Claim { get; } = new()
    {
        Id = "F14",
        Title = "One GRPO step preserves prompt order iff beta >= M_eps",
        Statement = "p_1 as a function of p_ref (p_0 = p_ref), reference or mirror KL, is strictly increasing on (0,1) iff beta >= M_eps (eps > 0); for eps = 0 never: p_1 -> 1 as p_ref -> 0.",
        Source = "new",
        Proof = "dx_1/dx_0 = 1 + G'(x_0)/beta and min G' = -M_eps.",
        Checks =
        [
            Check.Holds("beta >= M_eps: x_1 increases along the samples", g => All(Sorted(g).Zip(Sorted(g).Skip(1), (a, b) => Less(Step(g, a), Step(g, b)))), g => g.IsSmoothed && g.IsContractive),
            Check.Holds("beta < M_eps: dx_1/dx_0 < 0 at the maximiser of |G'| below 1/2", g =>
            {
                var p = Probability<Ball>.FromSuccess(Stability.LipschitzPoint(g.Eps)).Swapped;
                return Less(Ball.One + (SuccessMap.OmegaOfLogOddsDerivative(p.LogOdds, g.Eps) / g.Beta), Ball.Zero);
            }, g => g.IsSmoothed && !g.IsContractive),
        ],
    };

    private static IEnumerable<Rational> Sorted(GridPoint g) => g.Samples.Distinct().Order();

    private static Ball Step(GridPoint g, Rational p) => SuccessMap.NextLogOdds(g.Probability(p).LogOdds, g.Probability(p).LogOdds, g.Beta, g.Eps);
}
