namespace GrpoVerified.Arithmetic;

/// <content>Exponential functions. Error theorems BE1 to BE4 in docs/formulas.md.</content>
public readonly partial struct Ball
{
    /// <inheritdoc/>
    public static Ball Exp(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x._radius.Exponent > -3 && !x.IsExact)
        {
            // Wide: monotone, by its ends.
            var images = FromImages(
                ExpOfNumber(x.LowerBound(64 + WordOf(x)), 64),
                ExpOfNumber(x.UpperBound(64 + WordOf(x)), 64),
                precision);
            return images.NotNegative();
        }

        var bits = Useful(precision, 0, x._radius);
        var centre = ExpOfNumber(x._midpoint, bits).WithPrecision(precision);

        // e^m (e^r − 1) ≤ e^m (r + r²) for r ≤ 1.
        return x.IsExact ? centre : centre.Inflate(centre.AbsUpper * (x._radius + (x._radius * x._radius)));
    }

    /// <inheritdoc/>
    public static Ball Expm1(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite || (x._radius.Exponent > -3 && !x.IsExact))
        {
            return Exp(x) - One;
        }

        if (x._midpoint.IsZero && x.IsExact)
        {
            return new(BigFloat.Zero, Magnitude.Zero, precision);
        }

        var bits = Useful(precision, x._midpoint.IsZero ? -BigFloat.MaxExponent : Math.Min(0, x._midpoint.Exponent), x._radius);
        var centre = Expm1OfNumber(x._midpoint, bits).WithPrecision(precision);
        return x.IsExact ? centre : centre.Inflate((centre.AbsUpper + Magnitude.One) * (x._radius + (x._radius * x._radius)));
    }

    /// <inheritdoc/>
    public static Ball Logistic(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite)
        {
            // Every value lies in [0, 1].
            return FromMagnitudes(Magnitude.Zero, Magnitude.One, precision);
        }

        if (x._radius.Exponent > -3 && !x.IsExact)
        {
            var images = FromImages(
                LogisticOfNumber(x.LowerBound(64 + WordOf(x)), 64),
                LogisticOfNumber(x.UpperBound(64 + WordOf(x)), 64),
                precision);
            return images.NotNegative();
        }

        var centre = LogisticOfNumber(x._midpoint, precision);
        if (x.IsExact)
        {
            return centre;
        }

        // The slope s(1 − s) is at most 1/4 and at most s(y) ≤ e^r s(m).
        var slope = x._midpoint.IsNegative
            ? centre.AbsUpper * (Magnitude.One + x._radius + (x._radius * x._radius))
            : Magnitude.One;
        return centre.Inflate(x._radius * Magnitude.Min(slope, Magnitude.PowerOfTwo(-2)));
    }

    // The hull of an increasing function's values at both ends.
    private static Ball FromImages(Ball low, Ball high, int precision)
        => low.IsFinite && high.IsFinite
            ? FromEndpoints(low.LowerBound(64), high.UpperBound(64), precision)
            : new(BigFloat.Zero, Magnitude.Infinity, precision);

    // A set of numbers that are not negative: the part of the enclosure below zero is cut off.
    private Ball NotNegative()
        => IsFinite && ContainsZero(this) ? FromEndpoints(BigFloat.Zero, BigFloat.Max(BigFloat.Zero, UpperBound(64)), Working(this)) : this;

    // Bits of the integer part, so that an end rounded outward moves by little.
    private static int WordOf(Ball x) => (int)Math.Clamp(Math.Max(x._midpoint.Exponent, x._radius.Exponent), 0, 64);

    /// <summary>e^x of a number, relative error about 2^−precision.</summary>
    private static Ball ExpOfNumber(BigFloat x, int precision)
    {
        if (x.IsZero)
        {
            return One.WithPrecision(precision);
        }

        if (x.Exponent > 61)
        {
            // Beyond every exponent: the whole line above, [0, 2^−MaxExponent] below.
            return x.IsNegative
                ? FromMagnitudes(Magnitude.Zero, Magnitude.PowerOfTwo(-BigFloat.MaxExponent), precision)
                : new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x.Exponent < -precision - 2)
        {
            // |e^x − 1| ≤ 2|x|.
            return new Ball(BigFloat.One, Magnitude.UpperBound(x).Scale(1), precision);
        }

        // x = n log 2 + r with 0 ≤ r < 1; r enclosed, its midpoint evaluated.
        var bits = precision + 8;
        var n = ExpQuotient(x);
        var r = FromBigFloat(x, bits + 8);
        if (n != 0)
        {
            var extra = Math.Max(0, (int)x.Exponent) + 8;
            r = FromBigFloat(x, bits + extra) - (FromInteger(n) * BallConstants.Log2(bits + extra));
            if (r._midpoint.IsNegative)
            {
                n--;
                r += BallConstants.Log2(bits + extra);
            }
        }
        else if (x.IsNegative)
        {
            n = -1;
            r += BallConstants.Log2(bits + 8);
        }

        var point = r._midpoint.IsNegative ? BigFloat.Zero : r._midpoint.Round(bits + 4, RoundingMode.TowardZero);
        var shift = Magnitude.UpperBound(BigFloat.Sum(r._midpoint, -point, 32, RoundingMode.AwayFromZero, out _)) + r._radius;
        var (value, error) = bits < BitBurstBits ? ExpSeries.Evaluate(point, bits) : ExpBitBurst.Evaluate(point, bits);

        // e^r ≤ 4 here, so an argument error s moves the value by at most 8 s.
        return Trimmed(value, error + shift.Scale(3), precision).ScaleByPowerOfTwo(n);
    }

    // ⌊x / log 2⌉ for |x| < 2^61: any integer near it will do.
    private static long ExpQuotient(BigFloat x)
    {
        var e = Math.Max(0, (int)Math.Min(x.Exponent, 62));
        if (x.Exponent < -1)
        {
            return 0;
        }

        var log2 = BallConstants.Log2(128)._midpoint;
        var n = BigFloat.Quotient(x, log2, e + 16, RoundingMode.Nearest, out _).ToNearestInteger();
        return n;
    }

    private static Ball Expm1OfNumber(BigFloat x, int precision)
    {
        if (x.IsZero)
        {
            return new(BigFloat.Zero, Magnitude.Zero, precision);
        }

        if (x.Exponent > 0)
        {
            return (ExpOfNumber(x, precision + 4) - One).WithPrecision(precision);
        }

        if (x.Exponent < -precision / 8)
        {
            // x + x²/2 + … + x^k/k!, the rest below 2|x|^(k+1)/(k+1)!.
            var p = precision + 8;
            var y = FromBigFloat(x, p);
            var term = y;
            var sum = y;
            for (var k = 2; ; k++)
            {
                term = term * y / FromInteger(k);
                if (IsNegligible(term.AbsUpper, x.Exponent - p))
                {
                    return sum.Inflate(term.AbsUpper.Scale(1)).WithPrecision(precision);
                }

                sum += term;
            }
        }

        return (ExpOfNumber(x, precision + 4 - (int)x.Exponent) - One).WithPrecision(precision);
    }

    private static Ball LogisticOfNumber(BigFloat x, int precision)
    {
        // The form whose exponential is at most 1: nothing overflows, small values keep their relative precision.
        var e = ExpOfNumber(-x.Abs(), precision + 4);
        var value = x.IsNegative ? e / (One + e) : One / (One + e);
        return value.WithPrecision(precision).NotNegative();
    }

    private const int BitBurstBits = 40_000;
}
