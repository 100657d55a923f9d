namespace GrpoVerified.Claims.Catalogue;

internal static class J04ClippedVersusUnclipped
{
    public static Claim Claim { get; } = new()
    {
        Id = "J4",
        Title = "Clipped map C against unclipped F",
        Statement = "For e_lo, e_hi > 0: x_old < l, so C(x) <= F(x), with equality iff F(x) <= l(x), in particular whenever F(x) <= x; C(x) >= min(F(x), l(x)); C(x) >= x_0. From p_ref: p_n > p_ref for all n >= 1.",
        Source = "new",
        Proof = "Read off J3; lo > p_old.",
        Checks =
        [
            Check.Holds("C(x) <= F(x) and C(x) >= x_0 (odds of failure within 10^-20)", g => All(g.Samples.Select(g.Probability).Select(p =>
            {
                var clipped = J02OneDimension.Update(g, p).FailureOdds;
                var free = SuccessMap.Next(p, g.Reference, g.Beta, g.Eps).FailureOdds;
                return AtMostWithin(free, clipped) & AtMostWithin(clipped, g.Reference.FailureOdds);
            }))),
            Check.Holds("p_n > p_ref along the clipped orbit", g => All(Enumerable.Range(1, GridPoint.OrbitLength).Select(n => Less(g.Iterate(n).Failure, g.Reference.Failure))), g => g.Parameters.Clip is not null),
            Check.Agree("where F(x) < x, C(x) = F(x)", g => g.Samples.Select(g.Probability)
                .Where(p => Less(SuccessMap.NextLogOdds(p.LogOdds, g.X0, g.Beta, g.Eps), p.LogOdds).IsCertain)
                .Select(p => (J02OneDimension.Update(g, p).FailureOdds / SuccessMap.Next(p, g.Reference, g.Beta, g.Eps).FailureOdds, Ball.One))),
        ],
    };
}
