namespace GrpoVerified.Claims.Catalogue;

internal static class J08NoJump
{
    public static Claim Claim { get; } = new()
    {
        Id = "J8",
        Title = "Clipping removes the jump",
        Statement = "p_n <= max((1+e_hi)p_old, sigma(x_0 + w-(p_old)/beta)) always. If the middle fixed point b exists with p_b/(1-p_b) >= 1+e_hi, the clipped orbit from p_ref stays <= p_b for ever; if moreover the lower fixed point is weakly stable, it converges to it (unless it hits p_b exactly).",
        Source = "new",
        Proof = "J3, and F0 <= a.",
        Checks =
        [
            Check.Holds("the bound on one clipped step (odds of failure within 10^-20)", g => All(g.Samples.Select(g.Probability).Select(p =>
            {
                var bound = Ball.Min(Clipping.UpperKink(p, g.Enclose(J01ClippedPolicy.Clip.High)), g.Reference.FailureOdds * Ball.Exp(-(Whitening.WeightMinus(p, g.Eps) / g.Beta)));
                return AtMostWithin(bound, J02OneDimension.Update(g, p).FailureOdds);
            }))),
            Check.Holds("the clipped orbit stays at or below p_b where p_b/(1-p_b) >= 1+e_hi", StaysBelow, g => OnReferenceMap(g) && AllFound(g) && g.FixedPoints.Interior.Count() > 1
                && g.Parameters.Reference < new Rational(1, 2) && Trapped(g)),
        ],
    };

    private static bool Trapped(GridPoint g)
    {
        var b = g.FixedPoints.Points[1].Probability(128);
        return Less(b.FailureOdds * (Ball.One + g.Enclose(J01ClippedPolicy.Clip.High)), Ball.One).IsCertain
            && Less(SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps), Ball.Zero).IsCertain;
    }

    private static Truth StaysBelow(GridPoint g)
    {
        var b = g.FixedPoints.Points[1].Probability(g.Precision).Failure;
        var orbit = Orbit.Enclose(g.Parameters with { Clip = J01ClippedPolicy.Clip }, 40, g.Precision + 128);
        return All(orbit.Select(p => Less(b, p.Failure)));
    }
}
