using GrpoVerified.Reports.PhaseMaps;

namespace GrpoVerified.Reports.Tests.PhaseMaps;

public sealed class PhaseCurvesTests
{
    // At epsilon = 0 both curves have closed forms (claims G1, G3): x_SN = 2 asinh b - 2 sqrt(1 + b^-2), x_FL = -2 asinh b - 2 sqrt(1 + b^-2).
    [Fact]
    public void Without_smoothing_the_curves_are_the_closed_forms()
    {
        Assert.All(Near(PhaseCurves.SaddleNode(0)), c => Assert.Equal(Logistic((2 * Math.Asinh(c.Beta)) - Offset(c.Beta)), c.Reference, 1e-9 * c.Reference));
        Assert.All(Near(PhaseCurves.Flip(0)), c => Assert.Equal(Logistic((-2 * Math.Asinh(c.Beta)) - Offset(c.Beta)), c.Reference, 1e-9 * c.Reference));
    }

    // Claim D7: the branches of the saddle-node curve meet at beta = M = 1/(3 sqrt3 sqrt(eps) (1 + 4 eps)), its largest beta.
    [Fact]
    public void The_saddle_node_curve_has_its_cusp_at_the_sharp_Lipschitz_constant()
        => Assert.Equal(1 / (3 * Math.Sqrt(3) * Math.Sqrt(0.001) * 1.004), PhaseCurves.SaddleNode(new(1, 1000)).Max(c => c.Beta), 0.002);

    private static List<(double Reference, double Beta)> Near(IReadOnlyList<(double Reference, double Beta)> curve)
    {
        var near = curve.Where(c => c.Beta is > 0.1 and < 20).ToList();
        Assert.True(near.Count > 50, "the curve has points in the range of the picture");
        return near;
    }

    private static double Offset(double beta) => 2 * Math.Sqrt(1 + (1 / (beta * beta)));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
