namespace GrpoVerified.Claims.Catalogue;

internal static class D03NumberOfFixedPoints
{
    public static Claim Claim { get; } = new()
    {
        Id = "D3",
        Title = "Number of fixed points",
        Statement = "psi(x) = x - G(x)/beta. If beta >= M_eps, psi is strictly increasing and there is exactly 1 fixed point. If beta < M_eps, psi increases up to x1, decreases to x2, increases beyond, 0 < x1 < x2; there are 3 fixed points iff psi(x2) < x_0 < psi(x1), 2 iff x_0 is one of the two values, 1 otherwise.",
        Source = "new",
        Proof = "C7: on (0,inf) G' rises to its unique maximum and falls to 0; for x < 0, psi' > 1.",
        Checks =
        [
            Check.Exactly("exactly 1 fixed point where beta >= M_eps", g => g.FixedPoints.Points.Count == 1, g => WhereSmoothed(g) && g.IsContractive),
            Check.Exactly("1 or 3 fixed points where beta < M_eps, away from the folds", g => g.FixedPoints.Points.Count is 1 or 3, g => WhereSmoothed(g) && !g.IsContractive && AllFound(g)),
            Check.Exactly("subdivision of the whole enclosure finds the same number", SameCount, g => WhereSmoothed(g) && AllFound(g)),
            Check.Holds("psi increases at the outer fixed points and decreases at the middle one", Slopes, g => WhereSmoothed(g) && AllFound(g)),
        ],
    };

    // A second method, which uses no theorem about the shape of psi.
    private static bool SameCount(GridPoint g)
    {
        var range = Ball.Hull(g.X0 - Ball.One, SuccessMap.UpperEnvelope(g.X0, g.Beta, g.Eps) + Ball.One);
        var found = SubdivisionSearch.Search(g.Parameters, range);
        return found.IsComplete && found.Points.Count == g.FixedPoints.Points.Count;
    }

    private static Truth Slopes(GridPoint g)
        => All(g.FixedPoints.Points.Select((f, i) => i == 1
            ? Less(Ball.One, f.Multiplier(g.Precision))
            : Less(f.Multiplier(g.Precision), Ball.One)));
}
