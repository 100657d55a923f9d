namespace GrpoVerified.Claims.Catalogue;

internal static class J09BoundedOscillation
{
    public static Claim Claim { get; } = new()
    {
        Id = "J9",
        Title = "Clipping bounds the oscillation",
        Statement = "If p*_low <= 1/(2+e_hi): along the clipped orbit from p_ref, p_n <= (1+e_hi)p*_low for all n, and after first exceeding p*_low, p_n >= h(min(1/2,(1+e_hi)p*_low)).",
        Source = "new",
        Proof = "J8 below p*; C = F <= p* on [p*,(1+e_hi)p*].",
        Checks =
        [
            Check.Holds("p_n <= (1+e_hi)p*_low for n <= 40 (within 10^-20)", g =>
            {
                var bound = g.FixedPoints.Points[0].Probability(g.Precision).Success * (Ball.One + g.Enclose(J01ClippedPolicy.Clip.High));
                return All(Orbit.Enclose(g.Parameters with { Clip = J01ClippedPolicy.Clip }, 40, g.Precision + 128).Select(p => AtMostWithin(p.Success, bound)));
            }, g => OnReferenceMap(g) && AllFound(g) && g.FixedPoints.Interior.Any()
                && Less(g.FixedPoints.Points[0].Probability(128).Success, g.Enclose((2 + J01ClippedPolicy.Clip.High).Reciprocal())).IsCertain),
        ],
    };
}
