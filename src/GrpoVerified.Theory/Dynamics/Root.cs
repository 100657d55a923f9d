using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>A differentiable function of one real variable that can be enclosed at any precision.</summary>
/// <param name="precision">Working precision in bits.</param>
/// <returns>Value and derivative over a ball of arguments.</returns>
public delegate Func<Ball, Dual<Ball>> EnclosedFunction(int precision);

/// <summary>
/// A real number known as the only zero of a function in a bracket; refined by interval Newton to any precision.
/// </summary>
/// <remarks>
/// The bracket must contain exactly one zero and the function change sign there (the caller proves this, by
/// monotonicity or by an interval Newton step). Every enclosure returned contains that zero. Thread-safe.
/// </remarks>
public sealed class Root
{
    private readonly EnclosedFunction _function;
    private readonly Lock _lock = new();
    private readonly int _signAtLower;
    private Ball _best;

    /// <summary>A root inside a bracket on whose lower side the function has the given sign.</summary>
    /// <param name="function">The function.</param>
    /// <param name="bracket">Encloses the root.</param>
    /// <param name="signAtLower">−1 if the function increases through the root, 1 if it decreases.</param>
    public Root(EnclosedFunction function, Ball bracket, int signAtLower)
    {
        _function = function;
        _best = bracket;
        _signAtLower = signAtLower;
    }

    /// <summary>An enclosure of the root of relative radius at most 2^−<paramref name="bits"/> where reachable.</summary>
    /// <remarks>If the root is 0, or the function too flat, the enclosure is as good as the work limit allows.</remarks>
    public Ball Enclose(int bits)
    {
        lock (_lock)
        {
            for (var step = 0; step < 200 + bits && !IsAccurate(_best, bits); step++)
            {
                var before = AbsoluteBits(_best);
                var next = Refine(_best, bits, extra: 0);
                for (var extra = 64; AbsoluteBits(next) < before + 1 && extra <= 4096; extra *= 4)
                {
                    next = Refine(_best, bits, extra);
                }

                if (AbsoluteBits(next) < before + 1 && !IsTighter(next, _best))
                {
                    break;
                }

                _best = next;
            }

            return _best;
        }
    }

    private static bool IsAccurate(Ball x, int bits) => x.IsExact || x.RelativeAccuracyBits >= bits;

    // -log2 of the radius: how many binary places after the point are known.
    private static long AbsoluteBits(Ball x) => x.IsExact ? long.MaxValue / 2 : -x.Radius.Exponent;

    private static bool IsTighter(Ball next, Ball old) => next.Radius.CompareTo(old.Radius) < 0;

    private Ball Refine(Ball x, int bits, int extra)
    {
        // Newton doubles the correct places; work at twice what is known, plus the size of x.
        var known = Math.Max(0, x.RelativeAccuracyBits);
        var precision = (int)Math.Min((2L * known) + 64, bits + 32L) + extra;
        var f = _function(precision);
        var middle = Ball.FromBigFloat(x.Midpoint, precision);
        var value = f(middle).Value;
        var slope = f(x.WithPrecision(precision)).Derivative;
        if (!Ball.ContainsZero(slope) && slope.IsFinite && value.IsFinite)
        {
            var newton = middle - (value / slope);
            if (Ball.TryIntersect(newton, x, out var narrowed) && Narrows(narrowed, x))
            {
                return narrowed;
            }
        }

        return Bisect(x, value, precision);
    }

    // At least halves the radius, roughly; otherwise bisection is as good.
    private static bool Narrows(Ball next, Ball old) => next.IsExact || next.Radius.Exponent < old.Radius.Exponent;

    private Ball Bisect(Ball x, Ball valueAtMiddle, int precision)
    {
        var middle = x.Midpoint;
        if (Ball.Less(valueAtMiddle, Ball.Zero).IsCertain)
        {
            return Half(x, middle, keepUpper: _signAtLower < 0, precision);
        }

        return Ball.Less(Ball.Zero, valueAtMiddle).IsCertain
            ? Half(x, middle, keepUpper: _signAtLower > 0, precision)
            : x;
    }

    private static Ball Half(Ball x, BigFloat middle, bool keepUpper, int precision)
        => keepUpper
            ? Ball.FromEndpoints(middle, x.UpperBound(precision), precision)
            : Ball.FromEndpoints(x.LowerBound(precision), middle, precision);
}
