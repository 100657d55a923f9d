namespace GrpoVerified.Claims.Catalogue;

internal static class J06LocalDynamicsUnchanged
{
    public static Claim Claim { get; } = new()
    {
        Id = "J6",
        Title = "Clipping changes no local dynamics",
        Statement = "C = F near every fixed point, so multipliers, stability and local rates are identical; clipping cannot stabilise a flip-unstable fixed point.",
        Source = "new",
        Proof = "F(x*) < l(x*) strictly; continuity.",
        Checks =
        [
            Check.Holds("x* lies strictly below both kinks l(x*)", g => All(g.FixedPoints.Interior.Select(f => f.Probability(g.Precision)).Select(p =>
                Less(Clipping.UpperKink(p, g.Enclose(J01ClippedPolicy.Clip.High)), p.FailureOdds) & Less(Clipping.LowerKink(p, g.Enclose(J01ClippedPolicy.Clip.Low)), p.FailureOdds))), OnReferenceMap),
        ],
    };
}
