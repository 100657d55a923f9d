namespace GrpoVerified.Claims.Catalogue;

internal static class J16ClippedVariants
{
    public static Claim Claim { get; } = new()
    {
        Id = "J16",
        Title = "Clipped mirror and clipped two-KL",
        Statement = "Replace the anchor x_0 in J3 by x_old (mirror) or alpha x_0 + (1-alpha) x_old (two-KL, equal conditionals). Clipped mirror: p_n increases strictly to 1 and never beyond hi.",
        Source = "new",
        Proof = "The KL mixture is KL to the geometric mixture plus a constant.",
        Checks =
        [
            Check.Holds("clipped mirror: p_0 < p_1 < ... < p_4, each at most hi of the previous (odds of failure within 10^-20)", g =>
            {
                var orbit = Orbit.Enclose(g.Parameters with { Regulariser = Regulariser.Mirror, Clip = J01ClippedPolicy.Clip, GroupSize = null }, 4, g.Precision + 64).ToList();
                return All(Enumerable.Range(0, 4).Select(n => Less(orbit[n + 1].Failure, orbit[n].Failure) & AtMostWithin(Highest(g, orbit[n]), orbit[n + 1].FailureOdds)));
            }, g => g.Parameters.IsPaperWhitening),
        ],
    };

    private static Ball Highest(GridPoint g, Probability<Ball> p)
        => Ball.Min(Clipping.UpperKink(p, g.Enclose(J01ClippedPolicy.Clip.High)), Clipping.LowerKink(p, g.Enclose(J01ClippedPolicy.Clip.Low)));
}
