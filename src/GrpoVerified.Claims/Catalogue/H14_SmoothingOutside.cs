namespace GrpoVerified.Claims.Catalogue;

internal static class H14SmoothingOutside
{
    public static Claim Claim { get; } = new()
    {
        Id = "H14",
        Title = "Smoothing outside the root (std+eps implementations)",
        Statement = "If the advantage is (r-p)/(sqrt(s)+e), then G(x) = 1/(y+e), y = sqrt(s): the structure of C, D, E5 and F carries over, with envelope [2/(1+2e), 1/e], fold equation 4beta^2(y+e)^4 + 4y^4 - y^2 = 0 and M_e = y1 sqrt(1-4y1^2)/(2(y1+e)^2), y1 = (sqrt(1+32e^2)-1)/(16e).",
        Source = "new",
        Proof = "As C7 and E5; 1/(y+e) is Moebius in cosh(x/2).",
        Checks =
        [
            Check.Holds("2/(1+2e) <= G < 1/e and |G'| <= M_e at the samples", g => All(g.Samples.Where(p => p != new Rational(1, 2)).Select(g.Probability).Select(p =>
            {
                var value = Whitening.OmegaOutside(p, g.Eps);
                var slope = Ball.Abs(p.Bias) * Ball.Sqrt(p.Variance) * Ball.Square(value) / Integer(2);
                return Less(Integer(2) / (Ball.One + (Integer(2) * g.Eps)), value) & Less(value, Ball.One / g.Eps) & AtMost(slope, Stability.LipschitzConstantOutside(g.Eps));
            })), g => g.IsSmoothed),
            Check.Agree("4(y+e)^4 (beta^2 - G'^2) is the fold polynomial", g => AtSamples(g, p =>
            {
                var y = Ball.Sqrt(p.Variance);
                var slope = p.Bias * y * Ball.Square(Whitening.OmegaOutside(p, g.Eps)) / Integer(2);
                return (Integer(4) * Ball.Pow(y + g.Eps, 4) * (Ball.Square(g.Beta) - Ball.Square(slope)), Stability.FoldPolynomialOutside(y, g.Beta, g.Eps));
            })),
            Check.Holds("fixed points amplify and are fixed by the map", g => All(g.FixedPoints.Interior.Select(f => Less(g.X0, f.LogOdds(g.Precision)))), g => g.Parameters.Placement == EpsilonPlacement.Outside && g.Parameters.Regulariser != Regulariser.Mirror && AllFound(g)),
        ],
    };
}
