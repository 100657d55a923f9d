namespace GrpoVerified.Claims.Catalogue;

internal static class L01EffectiveWeights
{
    public static Claim Claim { get; } = new()
    {
        Id = "L1",
        Title = "Effective weights of a finite group",
        Statement = "E[(1/G) sum rho_i A_i] = w+_G P_pi(r=1) - w-_G P_pi(r=0) with w+_G = (1-p)Omega_G(p), w-_G = p Omega_G(p); degenerate groups contribute 0 and have probability p^G + (1-p)^G.",
        Source = "new",
        Proof = "Condition on the own reward.",
        Checks =
        [
            Check.Agree("w+_G by enumerating all 2^G groups exactly, G = 5", g => AtSamples(g, p => (Enumerated(g, p, success: true), p.Failure * FiniteGroups.Omega(g, p, 5, GroupDeviation.Population)))),
            Check.Agree("w-_G likewise", g => AtSamples(g, p => (-Enumerated(g, p, success: false), p.Success * FiniteGroups.Omega(g, p, 5, GroupDeviation.Population)))),
        ],
    };

    // E[A_1 | r_1] over all reward patterns of the other four, straight from the definition of the advantage.
    private static Ball Enumerated(GridPoint g, Probability<Ball> p, bool success)
    {
        var sum = Ball.Zero;
        for (var pattern = 0; pattern < 16; pattern++)
        {
            Rational[] rewards = [success ? 1 : 0, .. Enumerable.Range(0, 4).Select(i => (Rational)((pattern >> i) & 1))];
            var others = System.Numerics.BitOperations.PopCount((uint)pattern);
            var weight = Ball.Pow(p.Success, others) * Ball.Pow(p.Failure, 4 - others);
            sum += weight * GroupAdvantage.Of(rewards[0], GroupMoments.Of(rewards), AdvantageConvention.Paper(g.Parameters.Epsilon), g.Context);
        }

        return sum;
    }
}
