namespace GrpoVerified.Claims.Catalogue;

internal static class J01ClippedPolicy
{
    public static Claim Claim { get; } = new()
    {
        Id = "J1",
        Title = "Explicit clipped policy for an arbitrary old policy",
        Statement = "pi_ref, pi_old > 0 finite: the maximiser is unique and pi(o) = min(pi_ref e^((w+ - L)/beta), max((1+e_hi)pi_old, pi_ref e^(-L/beta))) on r = 1, pi(o) = max(pi_ref e^((-w- - L)/beta), min((1-e_lo)pi_old, pi_ref e^(-L/beta))) on r = 0, with L in [-w-,w+] a root of sum pi = 1; every root gives the same pi.",
        Source = "new",
        Proof = "Strictly concave, separable up to the normalisation; the optimality conditions per coordinate.",
        Checks =
        [
            Check.Agree("the solution sums to 1", g => SamplePolicies.Each(g).Select(s => Solve(g, s)).Select(p => (p.Aggregate(Ball.Zero, static (a, b) => a + b), Ball.One))),
            Check.Holds("no sampled mixture with another policy has a larger clipped objective (within 10^-20)", g => All(SamplePolicies.Each(g).Select(s =>
            {
                var best = Solve(g, s);
                var value = Objective(g, s, best);
                return All(new[] { s.Reference, s.Old, s.Optimal.Probabilities }.Select(other =>
                    AtMostWithin(Objective(g, s, Mix(g, best, other)), value)));
            }))),
        ],
    };

    /// <summary>Clip range of the sample: asymmetric.</summary>
    internal static ClipRange Clip { get; } = new(new(1, 5), new(7, 25));

    private static IReadOnlyList<Ball> Solve(GridPoint g, SamplePolicies s)
        => new ClippedPolicy(s.Reference, s.Old, SamplePolicies.Rewards, s.Plus, s.Minus, g.Beta, g.Enclose(Clip.Low), g.Enclose(Clip.High))
            .Solve(g.Precision).Probabilities;

    private static Ball Objective(GridPoint g, SamplePolicies s, IReadOnlyList<Ball> policy)
        => Surrogates.Clipped(policy, s.Old, SamplePolicies.Rewards, g.Eps, g.Enclose(Clip.Low), g.Enclose(Clip.High))
            - (g.Beta * SamplePolicies.Divergence(policy, s.Reference));

    private static Ball[] Mix(GridPoint g, IReadOnlyList<Ball> a, IReadOnlyList<Ball> b)
    {
        var t = g.Enclose(new(1, 16));
        return [.. a.Zip(b, (x, y) => ((Ball.One - t) * x) + (t * y))];
    }
}
