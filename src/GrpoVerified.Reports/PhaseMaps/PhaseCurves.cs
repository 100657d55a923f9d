using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Reports.PhaseMaps;

/// <summary>
/// The saddle-node and flip curves in the plane (p_ref, β) for one ε: at log-odds x of the fixed point, β = B(p) and
/// x₀ = logit p − 2(s+ε)/(s|2p−1|). Claims D6, G1, G3.
/// </summary>
internal static class PhaseCurves
{
    private const int Steps = 900;

    /// <summary>Points (p_ref, β) of the saddle-node curve (the fixed point above 1/2).</summary>
    public static IReadOnlyList<(double Reference, double Beta)> SaddleNode(Rational epsilon) => Curve(epsilon, +1);

    /// <summary>Points (p_ref, β) of the flip curve (the fixed point below 1/2).</summary>
    public static IReadOnlyList<(double Reference, double Beta)> Flip(Rational epsilon) => Curve(epsilon, -1);

    // x from 1/100 to 45 in even ratios; beyond, β is out of every picture.
    private static List<(double Reference, double Beta)> Curve(Rational epsilon, int sign)
    {
        var eps = Interval.FromRational(epsilon);
        var points = new List<(double, double)>();
        var x = 0.01;
        for (var i = 0; i < Steps; i++, x *= 1.0094)
        {
            var p = Probability<Interval>.FromLogOdds(new Interval(sign * x));
            var reference = Probability<Interval>.FromLogOdds(Stability.CurveReference(p, eps)).Success;
            var beta = Stability.Threshold(p, eps);
            if (Interval.IsFinite(reference) && Interval.IsFinite(beta) && reference.Lower > 0 && beta.Lower > 0)
            {
                points.Add((reference.Midpoint, beta.Midpoint));
            }
        }

        return points;
    }
}
