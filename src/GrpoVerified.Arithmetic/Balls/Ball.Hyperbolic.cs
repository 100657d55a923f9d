namespace GrpoVerified.Arithmetic;

/// <content>Hyperbolic functions and their inverses. Error theorems BH1 to BH5 in docs/formulas.md.</content>
public readonly partial struct Ball
{
    /// <inheritdoc/>
    public static Ball Sinh(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x._radius.Exponent > -3 && !x.IsExact)
        {
            return Increasing(x, precision, SinhOfNumber);
        }

        // The slope cosh y is at most e^r cosh m, and cosh m = √(1 + sinh² m).
        var centre = SinhOfNumber(x._midpoint, precision);
        var slope = Magnitude.Sqrt(Magnitude.One + (centre.AbsUpper * centre.AbsUpper)) * ExpUpper(x._radius);
        return centre.Inflate(x._radius * slope);
    }

    /// <inheritdoc/>
    public static Ball Cosh(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x._radius.Exponent > -3 && !x.IsExact)
        {
            return Increasing(Abs(x), precision, CoshOfNumber);
        }

        // The slope |sinh y| is at most min(e^r cosh m, (|m| + r) cosh(|m| + r)).
        var centre = CoshOfNumber(x._midpoint, precision);
        var cosh = centre.AbsUpper * ExpUpper(x._radius);
        var slope = Magnitude.Min(cosh, x.AbsUpper * cosh);
        return centre.Inflate(x._radius * slope);
    }

    /// <inheritdoc/>
    public static Ball Asinh(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x._radius.Exponent > -3 && !x.IsExact && IsWide(x))
        {
            return Increasing(x, precision, AsinhOfNumber);
        }

        // The slope is 1/√(1 + y²) ≤ min(1, 1/|y|).
        var slope = Magnitude.Min(Magnitude.One, Magnitude.One / x.AbsLower);
        return AsinhOfNumber(x._midpoint, precision).Inflate(x._radius * slope);
    }

    /// <inheritdoc/>
    public static Ball Atanh(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        // 1 − |m| − r from below.
        var distance = Magnitude.LowerBound(BigFloat.Max(BigFloat.Zero, BigFloat.Min(x.OneMore(upper: false), (-x).OneMore(upper: false))));
        if (distance.IsZero)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x.IsExact)
        {
            return AtanhOfNumber(x._midpoint, precision);
        }

        // The slope is 1/(1 − y²) = 1/((1 − |y|)(1 + |y|)).
        var radius = x._radius / Magnitude.MultiplyDown(distance, Magnitude.LowerBound(Abs(x).OneMore(upper: false)));
        if (radius.Exponent <= -2)
        {
            return AtanhOfNumber(x._midpoint, precision).Inflate(radius);
        }

        // Wide: ½ (log(1 + y) − log(1 − y)) at both ends.
        return FromImages(
            LogOfNumber(x.OneMore(upper: false), 64) - LogOfNumber((-x).OneMore(upper: true), 64),
            LogOfNumber(x.OneMore(upper: true), 64) - LogOfNumber((-x).OneMore(upper: false), 64),
            precision).ScaleByPowerOfTwo(-1);
    }

    /// <summary>An upper bound of e^r for r &lt; 1/4, and something larger that is still a bound otherwise.</summary>
    private static Magnitude ExpUpper(Magnitude r)
        => r.Exponent <= 0 ? Magnitude.One + r + (r * r) : Exp(FromEndpoints(BigFloat.Zero, r.ToBigFloat(), 64)).AbsUpper;

    // An increasing function on a wide ball, by its ends.
    private static Ball Increasing(Ball x, int precision, Func<BigFloat, int, Ball> f)
        => x.IsFinite
            ? FromImages(f(x.LowerBound(128), 64), f(x.UpperBound(128), 64), precision)
            : new(BigFloat.Zero, Magnitude.Infinity, precision);

    private static Ball SinhOfNumber(BigFloat x, int precision)
    {
        // With u = e^|x| − 1: sinh |x| = (u + u/(u + 1))/2, no cancellation.
        var u = Expm1OfNumber(x.Abs(), precision + 8);
        var value = (u + (u / (u + One))).ScaleByPowerOfTwo(-1).WithPrecision(precision);
        return value.Negated(x.IsNegative);
    }

    private static Ball CoshOfNumber(BigFloat x, int precision)
    {
        var e = ExpOfNumber(x.Abs(), precision + 8);
        return (e + (One / e)).ScaleByPowerOfTwo(-1).WithPrecision(precision);
    }

    private static Ball AsinhOfNumber(BigFloat x, int precision)
    {
        if (x.IsZero)
        {
            return new(BigFloat.Zero, Magnitude.Zero, precision);
        }

        // |x| + x²/(1 + √(1 + x²)) is e^y − 1; no cancellation for |x|.
        var a = FromBigFloat(x.Abs(), precision + 16);
        var square = Square(a);
        var value = Log1p(a + (square / (One + Sqrt(One + square))));
        return value.WithPrecision(precision).Negated(x.IsNegative);
    }

    private static Ball AtanhOfNumber(BigFloat x, int precision)
    {
        if (x.IsZero)
        {
            return new(BigFloat.Zero, Magnitude.Zero, precision);
        }

        if (x.Exponent > 0)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        // ½ log(1 + 2a/(1 − a)), a = |x|; 1 − a is exact.
        var a = x.Abs();
        var bits = precision + 16;
        var complement = x.Exponent < -bits
            ? One.WithPrecision(bits) - FromBigFloat(a, bits)
            : FromBigFloat(BigFloat.Sum(BigFloat.One, -a, int.MaxValue, RoundingMode.Nearest, out _), bits);
        var value = Log1p(FromBigFloat(a, bits).ScaleByPowerOfTwo(1) / complement).ScaleByPowerOfTwo(-1);
        return value.WithPrecision(precision).Negated(x.IsNegative);
    }
}
