namespace GrpoVerified.Claims.Catalogue;

internal static class G11BasinOfOne
{
    public static Claim Claim { get; } = new()
    {
        Id = "G11",
        Title = "Basin of 1 from an arbitrary start at eps = 0",
        Statement = "Let the middle fixed point b exist. If F(0) >= -b: a start x escapes iff |x| > b. If F(0) < -b: almost every start escapes.",
        Source = "new",
        Proof = "[-b,b] is invariant; otherwise the map is S-unimodal with an escaping critical point.",
        Checks =
        [
            Check.Holds("F(0) > -b: F maps the middle and the ends of [-b,b] into it, and F(x) > x > b beyond", g =>
            {
                var b = g.FixedPoints.Points[1].LogOdds(g.Precision);
                var beyond = b + Ball.One;
                return Less(-b, g.Bound.NextUnclipped(Ball.Zero)) & Less(g.Bound.NextUnclipped(b - g.Enclose(new(1, 1000))), b) & Less(beyond, g.Bound.NextUnclipped(beyond));
            }, g => WhereUnsmoothed(g) && g.FixedPoints.Interior.Count() == 2
                && Less(-g.FixedPoints.Points[1].LogOdds(128), SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps)).IsCertain),
        ],
    };
}
