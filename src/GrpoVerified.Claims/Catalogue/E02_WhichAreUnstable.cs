namespace GrpoVerified.Claims.Catalogue;

internal static class E02WhichAreUnstable
{
    public static Claim Claim { get; } = new()
    {
        Id = "E2",
        Title = "Which fixed points can be unstable",
        Statement = "Let eps > 0 and x_0 be off the folds. The middle fixed point always repels (lambda > 1), the upper one always attracts (0 < lambda < 1), the lower one attracts unless p* < 1/2 and beta < B(p*).",
        Source = "new",
        Proof = "psi'(x*) = 1 - lambda has the sign of the monotone piece; lambda < 0 for x < 0.",
        Checks =
        [
            Check.Holds("lambda > 1 in the middle, 0 < lambda < 1 above", g => Less(Ball.One, Lambda(g, 1)) & Less(Ball.Zero, Lambda(g, 2)) & Less(Lambda(g, 2), Ball.One), g => WhereSmoothed(g) && g.FixedPoints.Points.Count == 3),
            Check.Holds("the lowest fixed point has lambda < 1, and lambda > 0 iff p* > 1/2", g => Less(Lambda(g, 0), Ball.One) & Less(Ball.Zero, Lambda(g, 0) * g.FixedPoints.Points[0].LogOdds(g.Precision)), g => WhereSmoothed(g) && AllFound(g)),
        ],
    };

    private static Ball Lambda(GridPoint g, int index) => g.FixedPoints.Points[index].Multiplier(g.Precision);
}
