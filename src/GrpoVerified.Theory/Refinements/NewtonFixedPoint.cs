using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>
/// A fixed point of the success map to any precision, in the probability itself: by steps of third order in fixed point where those apply,
/// elsewhere by interval Newton steps of doubling precision.
/// </summary>
/// <remarks>
/// The residual 1 − p − p·R·e^(−Ω/β) needs one exponential function and no logarithm. <see cref="Dynamics.FixedPointSet"/>, which finds
/// every fixed point and works for every map, stays the definition. Error theorems BX8 and BX10 in docs/formulas.md.
/// </remarks>
public static class NewtonFixedPoint
{
    // Room for the rounding errors of the residual, in bits.
    private const int Guard = 24;

    // Below this the steps need not contract.
    private const int LeastAccuracy = 32;

    /// <summary>
    /// The fixed point that Newton's method reaches from p_ref: proved to exist, and to be the only one in a neighbourhood of the enclosure.
    /// </summary>
    /// <param name="parameters">The reference map; see <see cref="FixedWidthFixedPoint.TryFind"/>, which begins.</param>
    /// <param name="bits">Relative accuracy wanted in bits, at least 1.</param>
    /// <param name="point">The enclosure of p*, of relative radius at most 2^−bits.</param>
    /// <returns>False where the kernels do not apply or the steps prove nothing.</returns>
    public static bool TryFind(GrpoParameters parameters, int bits, out Ball point)
    {
        if (!FixedWidthFixedPoint.TryFind(parameters, Math.Min(bits, FixedWidthFixedPoint.MaximumBits), out point))
        {
            return false;
        }

        if (bits > FixedWidthFixedPoint.MaximumBits)
        {
            var refined = Refine(parameters, Probability<Ball>.FromSuccess(point), bits);
            point = refined.Success;
        }

        return point.RelativeAccuracyBits >= bits;
    }

    /// <summary>The same fixed point to more bits, both components, or as far as the steps lead.</summary>
    /// <param name="parameters">The reference map.</param>
    /// <param name="known">Contains the fixed point; of relative accuracy of some 50 bits or more.</param>
    /// <param name="bits">Relative accuracy wanted of p* and of 1 − p*.</param>
    internal static Probability<Ball> Refine(GrpoParameters parameters, Probability<Ball> known, int bits)
    {
        if (LimbFixedPoint.TryRefine(parameters, known.Success, bits, out var success))
        {
            var both = Probability<Ball>.FromSuccess(success);
            if (both.Success.RelativeAccuracyBits >= bits && both.Failure.RelativeAccuracyBits >= bits)
            {
                return both;
            }
        }

        return RefineInBalls(parameters, known, bits);
    }

    /// <summary>The same by Newton's steps in balls, which work in every range.</summary>
    internal static Probability<Ball> RefineInBalls(GrpoParameters parameters, Probability<Ball> known, int bits)
    {
        // The smaller component carries the information; the other one is its complement.
        var ofFailure = Ball.Less(known.Failure, known.Success).IsCertain;
        var variable = ofFailure ? known.Failure : known.Success;
        if (variable.RelativeAccuracyBits < LeastAccuracy || !Ball.Less(Ball.Zero, variable).IsCertain || !Ball.Less(variable, Ball.One).IsCertain)
        {
            return known;
        }

        foreach (var target in Targets(variable.RelativeAccuracyBits, bits + 2))
        {
            for (var extra = 0; variable.RelativeAccuracyBits < target && extra <= 256; extra = (4 * extra) + 64)
            {
                // An ill-conditioned fixed point, near a saddle-node, loses bits.
                var next = Step(parameters, variable, ofFailure, target + Guard + extra);
                if (Ball.TryIntersect(next, variable, out var both))
                {
                    variable = both;
                }
            }
        }

        variable = variable.WithPrecision(bits + Guard);
        return ofFailure ? new(Ball.One - variable, variable) : new(variable, Ball.One - variable);
    }

    // What each step is to reach: the last one first, each asks for a little more than half.
    private static Stack<int> Targets(int known, int bits)
    {
        var targets = new Stack<int>();
        for (var target = bits; target > known; target = (target / 2) + Guard)
        {
            targets.Push(target);
            if (target <= 2 * Guard)
            {
                break;
            }
        }

        return targets;
    }

    // v − r(v)/r′(V) at the midpoint v of V, with p = v or 1 − p = v.
    private static Ball Step(GrpoParameters parameters, Ball known, bool ofFailure, int precision)
    {
        var context = new BallContext(precision);
        var odds = context.Enclose((Rational.One - parameters.Reference) / parameters.Reference);
        var inverseBeta = context.Enclose(parameters.Beta.Reciprocal());
        var v = Ball.FromBigFloat(known.Midpoint, precision);
        var at = Pair(v, ofFailure);
        var variance = at.Variance + context.Enclose(parameters.Epsilon);
        var omega = Ball.ReciprocalSqrt(variance);
        var weight = odds * Ball.Exp(-(omega * inverseBeta));
        var residual = at.Failure - (at.Success * weight);

        var half = Math.Max(64, known.RelativeAccuracyBits + Guard);
        var slope = Slope(known, variance, omega, weight, inverseBeta, ofFailure, half);
        return ofFailure ? v + (residual / slope) : v - (residual / slope);
    }

    // dr/dp over the ball, from the values at its midpoint: −1 − W(1 − p u′), u′ = −½(1 − 2p)Ω³/β.
    private static Ball Slope(Ball known, Ball variance, Ball omega, Ball weight, Ball inverseBeta, bool ofFailure, int precision)
    {
        var radius = known.Radius;
        var at = Pair(known.WithPrecision(precision), ofFailure);

        // |ds/dp| ≤ 1 on [0, 1].
        var s = variance.WithPrecision(precision).Inflate(radius);
        var least = s.AbsLower;
        if (least.IsZero)
        {
            return Ball.WholeLine;
        }

        // Ω ≤ Ω(mid)·s/s_least, and |dΩ/ds| = ½Ω³.
        var largest = omega.AbsUpper * (s.AbsUpper / least);
        var w = omega.WithPrecision(precision).Inflate(radius.Scale(-1) * largest * largest * largest);
        var exponentSlope = -(at.Bias * w * inverseBeta.WithPrecision(precision)) / (s + s);
        var change = exponentSlope.AbsUpper * radius;
        if (change >= Magnitude.PowerOfTwo(-2))
        {
            return Ball.WholeLine;
        }

        // |e^t − 1| ≤ 2|t| for |t| ≤ 1.
        var factor = weight.WithPrecision(precision).Inflate(weight.AbsUpper * change.Scale(1));
        return -(Ball.One + (factor * (Ball.One - (at.Success * exponentSlope))));
    }

    private static Probability<Ball> Pair(Ball v, bool ofFailure) => ofFailure ? new(Ball.One - v, v) : new(v, Ball.One - v);
}
