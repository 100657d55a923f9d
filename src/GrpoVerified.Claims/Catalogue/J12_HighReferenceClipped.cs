namespace GrpoVerified.Claims.Catalogue;

internal static class J12HighReferenceClipped
{
    public static Claim Claim { get; } = new()
    {
        Id = "J12",
        Title = "p_ref >= 1/2 under clipping",
        Statement = "For e_lo, e_hi > 0 and p_ref >= 1/2: p_n increases strictly, p_n(clipped) <= p_n(unclipped), with the same limit.",
        Source = "new",
        Proof = "C(x) > x for x < a; C <= F, F increasing on [0,inf).",
        Checks =
        [
            Check.Holds("p_0 < p_1 < ... < p_4 and not above the unclipped orbit (within 10^-20)", g =>
            {
                var clipped = Orbit.Enclose(g.Parameters with { Clip = J01ClippedPolicy.Clip }, 4, g.Precision + 64).ToList();
                return All(Enumerable.Range(0, 4).Select(n => Less(clipped[n + 1].Failure, clipped[n].Failure)))
                    & All(Enumerable.Range(0, g.Reach(4) + 1).Select(n => AtMostWithin(g.Iterate(n).Failure, clipped[n].Failure)));
            }, g => OnReferenceMap(g) && g.Parameters.Reference >= new Rational(1, 2)),
        ],
    };
}
