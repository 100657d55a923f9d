namespace GrpoVerified.Arithmetic;

/// <content>Logarithms. Error theorems BL1 to BL3 in docs/formulas.md.</content>
public readonly partial struct Ball
{
    /// <inheritdoc/>
    public static Ball Log(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite || !x.IsPositive)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x.IsExact)
        {
            return LogOfNumber(x._midpoint, precision);
        }

        if (IsWide(x))
        {
            return FromImages(LogOfNumber(x.LowerBound(64), 64), LogOfNumber(x.UpperBound(64), 64), precision);
        }

        // |log y − log m| ≤ r/(m − r).
        var radius = x._radius / x.AbsLower;
        var bits = Useful(precision, 0, radius);
        return LogOfNumber(x._midpoint, bits).WithPrecision(precision).Inflate(radius);
    }

    /// <inheritdoc/>
    public static Ball Log1p(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x.IsExact)
        {
            return Log1pOfNumber(x._midpoint, precision);
        }

        // 1 + m − r, from below.
        var distance = x.OneMore(upper: false);
        if (distance.Sign <= 0)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        var radius = x._radius / Magnitude.LowerBound(distance);
        if (radius.Exponent > -2)
        {
            return FromImages(LogOfNumber(distance, 64), LogOfNumber(x.OneMore(upper: true), 64), precision);
        }

        return Log1pOfNumber(x._midpoint, precision).Inflate(radius);
    }

    /// <summary>1 + (end of the ball), rounded outward to 64 bits: sharp even when the end is next to −1.</summary>
    private BigFloat OneMore(bool upper)
    {
        var mode = upper ? RoundingMode.Up : RoundingMode.Down;
        var centre = BigFloat.Sum(BigFloat.One, _midpoint, 64, mode, out _);
        return BigFloat.Sum(centre, Reach(upper), 64, mode, out _);
    }

    /// <summary>log x of a positive number, relative error about 2^−precision.</summary>
    private static Ball LogOfNumber(BigFloat x, int precision)
    {
        if (x.Sign <= 0)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        // x = m·2^k with 3/4 ≤ m < 3/2, so that log m and k log 2 never cancel.
        var k = x.Exponent;
        var m = x.Scaled(-k);
        if (BigFloat.CompareMagnitude(m, BigFloat.FromInteger(3).Scaled(-2)) < 0)
        {
            m = m.Scaled(1);
            k--;
        }

        if (k != 0)
        {
            var p = precision + 8;
            var integer = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)Math.Abs(k));
            var logM = LogNearOne(m, p);
            var multiple = FromInteger(k) * BallConstants.Log2(p + integer);
            return (logM + multiple).WithPrecision(precision);
        }

        // Near 1 the logarithm is about m − 1: the exact difference decides.
        var d = BigFloat.Sum(m, -BigFloat.One, int.MaxValue, RoundingMode.Nearest, out _);
        return Log1pOfNumber(d, precision);
    }

    /// <summary>log(1 + x) of a number, relative error about 2^−precision.</summary>
    private static Ball Log1pOfNumber(BigFloat x, int precision)
    {
        if (x.IsZero)
        {
            return new(BigFloat.Zero, Magnitude.Zero, precision);
        }

        if (x.Exponent < -precision / 8)
        {
            return Log1pSeries(FromBigFloat(x, precision + 8), precision + 8).WithPrecision(precision);
        }

        if (x.Exponent > precision + 64)
        {
            // log(1 + x) = log x + log(1 + 1/x), the last within [0, 1/x].
            return LogOfNumber(x, precision).Inflate(Magnitude.PowerOfTwo(1 - x.Exponent));
        }

        var y = BigFloat.Sum(BigFloat.One, x, int.MaxValue, RoundingMode.Nearest, out _);
        if (y.Sign <= 0)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        // 3/4 ≤ 1 + x < 3/2 loses −exponent(x) bits to cancellation; otherwise LogOfNumber does not cancel.
        return x.Exponent <= -1
            ? LogNearOne(y, precision + 8 - (int)x.Exponent).WithPrecision(precision)
            : LogOfNumberFar(y, precision);
    }

    private static Ball LogOfNumberFar(BigFloat y, int precision)
        => y.Exponent is 0 or 1 ? LogNearOne(y, precision + 8).WithPrecision(precision) : LogOfNumber(y, precision);

    /// <summary>log y for 1/4 ≤ y &lt; 4 with an absolute error near 2^−precision: Newton's step on the exponential.</summary>
    private static Ball LogNearOne(BigFloat y, int precision)
    {
        // A guess g, in which nothing is trusted: log y = g + log(1 + d), d = y·e^−g − 1 enclosed.
        var bits = precision + 8;
        var guess = bits <= 160
            ? BigFloat.FromDouble(Math.Log(y.ToDouble()))
            : LogNearOne(y.Round((bits / 3) + 16), (bits / 3) + 16)._midpoint;
        var d = (FromBigFloat(y, bits) * ExpOfNumber(-guess, bits)) - One;
        return (FromBigFloat(guess, bits) + Log1pSeries(d, bits)).WithPrecision(precision + 4);
    }

    // Below 2^exponent, or at the end of the exponent range, where nothing gets smaller.
    private static bool IsNegligible(Magnitude x, long exponent) => x.IsZero || x.Exponent < Math.Max(exponent, 2 - BigFloat.MaxExponent);

    /// <summary>log(1 + d) = Σ (−1)^(k+1) d^k/k for a small d; the rest after a term is below twice the next term when |d| ≤ 1/2.</summary>
    private static Ball Log1pSeries(Ball d, int precision)
    {
        if (d.AbsUpper >= Magnitude.PowerOfTwo(-1))
        {
            // A bad guess: nothing is claimed.
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        var sum = d;
        var power = d;
        var size = d._midpoint.IsZero ? d._radius.Exponent : d._midpoint.Exponent;
        for (var k = 2; ; k++)
        {
            power *= -d;
            var next = power.AbsUpper;
            if (IsNegligible(next, size - precision) || (!d.IsExact && next.Exponent < d._radius.Exponent - 8))
            {
                return sum.Inflate(next.Scale(1));
            }

            sum += power / FromInteger(k);
        }
    }
}
