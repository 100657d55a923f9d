namespace GrpoVerified.Claims.Catalogue;

internal static class G01InteriorFixedPoints
{
    public static Claim Claim { get; } = new()
    {
        Id = "G1",
        Title = "Interior fixed points at eps = 0",
        Statement = "x = x_0 + (2/beta)cosh(x/2) has 0, 1 or 2 real solutions iff x_0 >, =, < x_SN(beta) = 2asinh(beta) - 2sqrt(1+beta^-2).",
        Source = "natural reading",
        Proof = "x - (2/beta)cosh(x/2) is strictly concave with maximum at 2asinh(beta).",
        Checks =
        [
            Check.Holds("2 interior fixed points iff x_0 < x_SN, else 0", g => g.FixedPoints.Interior.Count() switch
            {
                0 => Less(Unsmoothed.SaddleNode(g.Beta), g.X0),
                2 => Less(g.X0, Unsmoothed.SaddleNode(g.Beta)),
                _ => Truth.False,
            }, g => WhereUnsmoothed(g) && AllFound(g)),
        ],
    };
}
