namespace GrpoVerified.Claims.Catalogue;

internal static class J02OneDimension
{
    public static Claim Claim { get; } = new()
    {
        Id = "J2",
        Title = "Reduction of the clipped problem to one dimension",
        Statement = "If pi_old and pi_ref have equal within-class conditionals mu_1, mu_0, the maximiser is p_n mu_1 + (1-p_n) mu_0 with p_n the unique maximiser of j(p) = w+ min(p,c+) - w- max(1-p,1-c-) - beta kl(p||p_ref), c+ = p_old(1+e_hi), c- = p_old + e_lo(1-p_old); the property is inherited.",
        Source = "new",
        Proof = "Sums of minima are at most minima of sums; chain rule of KL; all equal at equal conditionals.",
        Checks =
        [
            Check.Agree("the finite-outcome solution with equal conditionals has the success rate of the one-dimensional update", g => g.Samples.Select(p => Both(g, g.Probability(p)))),
            Check.Holds("no sampled p has a larger j (within 10^-20)", g => All(g.Samples.SelectMany(old => g.Samples.Select(p => NotBetter(g, g.Probability(old), g.Probability(p)))))),
        ],
    };

    internal static Probability<Ball> Update(GridPoint g, Probability<Ball> old)
        => Probability<Ball>.FromFailureOdds(Clipping.NextFailureOdds(
            old, g.Reference.FailureOdds, Whitening.WeightPlus(old, g.Eps), Whitening.WeightMinus(old, g.Eps), g.Beta, g.Enclose(J01ClippedPolicy.Clip.Low), g.Enclose(J01ClippedPolicy.Clip.High)));

    private static (Ball Left, Ball Right) Both(GridPoint g, Probability<Ball> old)
    {
        Ball[] shares = [g.Enclose(new(1, 3)), g.Enclose(new(2, 3)), Ball.One];
        Ball[] Spread(Probability<Ball> p) => [p.Success * shares[0], p.Success * shares[1], p.Failure * shares[2]];
        var finite = new ClippedPolicy(
            Spread(g.Reference), Spread(old), [true, true, false], Whitening.WeightPlus(old, g.Eps), Whitening.WeightMinus(old, g.Eps),
            g.Beta, g.Enclose(J01ClippedPolicy.Clip.Low), g.Enclose(J01ClippedPolicy.Clip.High)).Solve(g.Precision);
        return (finite.Success.Success, Update(g, old).Success);
    }

    private static Truth NotBetter(GridPoint g, Probability<Ball> old, Probability<Ball> p)
    {
        Ball Value(Probability<Ball> at) => Clipping.Objective(at, old, g.Reference, g.Beta, g.Eps, g.Enclose(J01ClippedPolicy.Clip.Low), g.Enclose(J01ClippedPolicy.Clip.High));
        return AtMostWithin(Value(p), Value(Update(g, old)));
    }
}
