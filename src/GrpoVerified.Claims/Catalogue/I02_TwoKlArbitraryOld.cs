namespace GrpoVerified.Claims.Catalogue;

internal static class I02TwoKlArbitraryOld
{
    public static Claim Claim { get; } = new()
    {
        Id = "I2",
        Title = "Two-KL with an arbitrary old policy",
        Statement = "x_n = alpha x_0 + (1-alpha) x_old + Omega(p_old)/beta + log(A_1/A_0), A_i = sum over class i of mu_ref(o)^alpha mu_old(o)^(1-alpha) <= 1 (for 0 < alpha < 1, = 1 iff the conditionals agree).",
        Source = "new",
        Proof = "Factor the anchor class-wise; Hoelder.",
        Checks =
        [
            Check.Agree("the formula at alpha = 1/3", g => SamplePolicies.Each(g).Select(s =>
            {
                var (policy, plus, minus, alpha) = TwoKl(g, s);
                var formula = (alpha * g.X0) + ((Ball.One - alpha) * s.OldSuccess.LogOdds) + (Whitening.Omega(s.OldSuccess, g.Eps) / g.Beta) + Ball.Log(plus / minus);
                return (policy, formula);
            })),
            Check.Holds("A_1 < 1 and A_0 < 1 for unequal conditionals", g => All(SamplePolicies.Each(g).Select(s => TwoKl(g, s)).Select(t => Less(t.Plus, Ball.One) & Less(t.Minus, Ball.One)))),
        ],
    };

    private static (Ball LogOdds, Ball Plus, Ball Minus, Ball Alpha) TwoKl(GridPoint g, SamplePolicies s)
    {
        var alpha = g.Enclose(new(1, 3));
        var anchor = ExplicitPolicies.GeometricAnchor(s.Reference, s.Old, alpha);
        var policy = ExplicitPolicies.Maximiser(anchor, SamplePolicies.Rewards, s.Plus, s.Minus, g.Beta);
        return (policy.Success.LogOdds, Affinity(true, g.Reference.Success, s.OldSuccess.Success), Affinity(false, g.Reference.Failure, s.OldSuccess.Failure), alpha);

        Ball Affinity(bool success, Ball reference, Ball old)
            => ExplicitPolicies.Mass(anchor, SamplePolicies.Rewards, success) / Ball.Exp((alpha * Ball.Log(reference)) + ((Ball.One - alpha) * Ball.Log(old)));
    }
}
