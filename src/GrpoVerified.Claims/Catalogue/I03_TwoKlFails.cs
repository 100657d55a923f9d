namespace GrpoVerified.Claims.Catalogue;

internal static class I03TwoKlFails
{
    public static Claim Claim { get; } = new()
    {
        Id = "I3",
        Title = "Two-KL recurrence and amplification for a general old policy",
        Statement = "x_n = alpha x_0 + (1-alpha) x_old + G(x_old)/beta and p_n > p_ref for arbitrary pi_old.",
        Source = "natural reading",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "I2 with A_1 < 1.",
        Corrected = "I2; the recurrence holds iff A_1 = A_0, in particular for equal conditionals (H7).",
        Checks =
        [
            Check.Holds("the plain formula differs from the true update when A_1 and A_0 differ", g => All(SamplePolicies.Each(g).Select(s =>
            {
                var alpha = g.Enclose(new(1, 3));
                var anchor = ExplicitPolicies.GeometricAnchor(s.Reference, s.Old, alpha);
                var truth = ExplicitPolicies.Maximiser(anchor, SamplePolicies.Rewards, s.Plus, s.Minus, g.Beta).Success.LogOdds;
                var plain = (alpha * g.X0) + ((Ball.One - alpha) * s.OldSuccess.LogOdds) + (Whitening.Omega(s.OldSuccess, g.Eps) / g.Beta);
                return Less(truth, plain) | Less(plain, truth);
            }))),
        ],
        Counterexamples =
        [
            new("pi_ref = (1/4,1/4,1/2), pi_old = (49/100,1/100,1/2), r = (1,1,0), alpha = 1/2, eps = 0, beta = 10: p_n = 0.49421... < 1/2 = p_ref", static () =>
            {
                var context = new BallContext(256);
                Ball[] reference = [context.Enclose(new(1, 4)), context.Enclose(new(1, 4)), context.Enclose(new(1, 2))];
                Ball[] old = [context.Enclose(new(49, 100)), context.Enclose(new(1, 100)), context.Enclose(new(1, 2))];
                var anchor = ExplicitPolicies.GeometricAnchor(reference, old, context.Enclose(new(1, 2)));
                var p = ExplicitPolicies.Maximiser(anchor, [true, true, false], Ball.One, Ball.One, context.Enclose(10)).Success.Success;
                return Between("0.4942143704126317076363", p, "0.4942143704126317076364");
            }),
        ],
    };
}
