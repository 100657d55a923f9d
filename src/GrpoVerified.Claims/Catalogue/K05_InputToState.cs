namespace GrpoVerified.Claims.Catalogue;

internal static class K05InputToState
{
    public static Claim Claim { get; } = new()
    {
        Id = "K5",
        Title = "Input-to-state stability",
        Statement = "If eps > 0, L = M_eps/beta < 1 and |x~_n - F(x~_{n-1})| <= eta for all n: |x~_n - x_n| <= eta(1-L^n)/(1-L) + L^n|x~_0-x_0|; limsup |x~_n - x*| <= eta/(1-L); |p~-p| <= |x~-x|/4. The errors need not be summable.",
        Source = "new",
        Proof = "Contraction and a geometric series; sigma is 1/4-Lipschitz.",
        Checks =
        [
            Check.Holds("the bound for errors of alternating sign eta = 1/100, n <= 8, and |p~-p| <= |x~-x|/4", Bound, g => WhereSmoothed(g) && g.IsContractive && Less(Stability.LipschitzConstant(g.Eps), g.Beta).IsCertain),
        ],
    };

    private static Truth Bound(GridPoint g)
    {
        var eta = g.Enclose(new(1, 100));
        var l = Stability.LipschitzConstant(g.Eps) / g.Beta;
        var (x, perturbed) = (g.X0, g.X0);
        var truth = Truth.True;
        for (var n = 1; n <= 8; n++)
        {
            x = g.Bound.NextUnclipped(x);
            perturbed = g.Bound.NextUnclipped(perturbed) + (n % 2 == 0 ? eta : -eta);
            var distance = Ball.Abs(perturbed - x);
            var (p, q) = (Probability<Ball>.FromLogOdds(perturbed), Probability<Ball>.FromLogOdds(x));
            truth &= AtMostWithin(distance, eta * (Ball.One - Ball.Pow(l, n)) / (Ball.One - l)) & AtMostWithin(Ball.Abs(p.Success - q.Success), distance / Integer(4));
        }

        return truth;
    }
}
