namespace GrpoVerified.Claims.Catalogue;

internal static class J17ObjectiveValue
{
    public static Claim Claim { get; } = new()
    {
        Id = "J17",
        Title = "Value of the clipped objective",
        Statement = "The maximum of the clipped objective is j(p_n) of J2; it never exceeds the unclipped maximum, with equality, for equal within-class conditionals, iff F(x_old) <= l.",
        Source = "new",
        Proof = "min(rho A, clip A) <= rho A pointwise, and uniqueness.",
        Checks =
        [
            Check.Holds("j at the clipped update is at most beta log Z (within 10^-20)", g => All(g.Samples.Select(g.Probability).Select(old =>
            {
                var clipped = Clipping.Objective(J02OneDimension.Update(g, old), old, g.Reference, g.Beta, g.Eps, g.Enclose(J01ClippedPolicy.Clip.Low), g.Enclose(J01ClippedPolicy.Clip.High));
                var free = g.Beta * Ball.Log(ExplicitPolicies.Partition(g.Reference, old, g.Beta, g.Eps));
                return AtMostWithin(clipped, free);
            }))),
        ],
    };
}
