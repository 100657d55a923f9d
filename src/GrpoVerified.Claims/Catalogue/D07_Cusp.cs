namespace GrpoVerified.Claims.Catalogue;

internal static class D07Cusp
{
    public static Claim Claim { get; } = new()
    {
        Id = "D7",
        Title = "Cusp point in closed form",
        Statement = "For fixed eps > 0 the two saddle-node branches meet at beta = M_eps, x_c = 2artanh sqrt((1+4eps)/(1+12eps)), x_0 = x_c - 3 sqrt((1+4eps)(1+12eps)).",
        Source = "new",
        Proof = "s = 2eps/(1+12eps) there, and G/M_eps = 3 sqrt((1+12eps)(1+4eps)).",
        Checks =
        [
            Check.Agree("x_c is a fixed point for beta = M_eps and this x_0", g => Sides(
                SuccessMap.NextLogOdds(Stability.CuspLogOdds(g.Eps), Stability.CuspReference(g.Eps), Stability.LipschitzConstant(g.Eps), g.Eps),
                Stability.CuspLogOdds(g.Eps)), g => g.IsSmoothed),
            Check.Agree("with multiplier 1", g => Sides(
                Stability.Multiplier(Probability<Ball>.FromLogOdds(Stability.CuspLogOdds(g.Eps)), Stability.LipschitzConstant(g.Eps), g.Eps), Ball.One), g => g.IsSmoothed),
            Check.Agree("where s = 2eps/(1+12eps)", g => Sides(
                Probability<Ball>.FromLogOdds(Stability.CuspLogOdds(g.Eps)).Variance,
                g.Enclose(2 * g.Parameters.Epsilon / (1 + (12 * g.Parameters.Epsilon)))), g => g.IsSmoothed),
        ],
    };
}
