namespace GrpoVerified.Claims.Catalogue;

internal static class G03StabilityDiagram
{
    public static Claim Claim { get; } = new()
    {
        Id = "G3",
        Title = "Stability diagram at eps = 0",
        Statement = "The upper interior fixed point always repels. The lower one attracts iff x_FL(beta) <= x_0 < x_SN(beta), x_FL = -2asinh(beta) - 2sqrt(1+beta^-2).",
        Source = "natural reading; boundary cases added",
        Proof = "F'(x*) = sinh(x*/2)/beta; equality by F4.",
        Checks =
        [
            Check.Exactly("the upper interior fixed point repels", g => g.FixedPoints.Points[1].Stability == FixedPointStability.Repelling, TwoInterior),
            Check.Holds("the lower one attracts iff x_0 > x_FL", g => g.FixedPoints.Points[0].Stability == FixedPointStability.Attracting
                ? Less(Unsmoothed.Flip(g.Beta), g.X0) : Less(g.X0, Unsmoothed.Flip(g.Beta)), TwoInterior),
        ],
    };

    private static bool TwoInterior(GridPoint g) => WhereUnsmoothed(g) && g.FixedPoints.Interior.Count() == 2;
}
