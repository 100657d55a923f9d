using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <content>Conversions from and to integers, rationals and doubles.</content>
public readonly partial struct BigFloat
{
    /// <summary>The integer, exact.</summary>
    public static BigFloat FromInteger(long n)
    {
        if (n == 0)
        {
            return Zero;
        }

        var magnitude = n < 0 ? 0UL - (ulong)n : (ulong)n;
        return FromWord(n < 0, magnitude, 64);
    }

    /// <summary>The integer, exact.</summary>
    public static BigFloat FromInteger(BigInteger n)
    {
        var magnitude = BigInteger.Abs(n);
        var bytes = magnitude.ToByteArray(isUnsigned: true);
        var limbs = new ulong[(bytes.Length + 7) / 8];
        for (var i = 0; i < bytes.Length; i++)
        {
            limbs[i >> 3] |= (ulong)bytes[i] << (8 * (i & 7));
        }

        return Make(n.Sign < 0, limbs, (long)limbs.Length << 6, sticky: false, int.MaxValue, RoundingMode.Nearest, out _);
    }

    /// <summary>The double's exact value.</summary>
    /// <exception cref="ArgumentException">The double is not finite.</exception>
    public static BigFloat FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("A BigFloat is made from a finite double; this one is NaN or infinite.", nameof(value));
        }

        var bits = BitConverter.DoubleToUInt64Bits(value);
        var biased = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & ((1UL << 52) - 1);
        var mantissa = biased == 0 ? fraction : fraction | (1UL << 52);
        return mantissa == 0 ? Zero : FromWord(value < 0, mantissa, Math.Max(biased, 1) - 1075 + 64);
    }

    /// <summary>The rational rounded to a precision.</summary>
    public static BigFloat FromRational(Rational value, int precision, RoundingMode mode = RoundingMode.Nearest)
    {
        CheckPrecision(precision);
        return FromRational(value, precision, mode, out _);
    }

    internal static BigFloat FromRational(Rational value, int precision, RoundingMode mode, out bool inexact)
        => Quotient(FromInteger(value.Numerator), FromInteger(value.Denominator), precision, mode, out inexact);

    /// <summary>The exact value as a rational.</summary>
    /// <exception cref="OverflowException">The exponent is beyond ±2^31, so that the fraction would not fit in memory.</exception>
    public Rational ToRational()
    {
        if (IsZero)
        {
            return Rational.Zero;
        }

        if (Math.Abs(_exponent) > int.MaxValue - 64 - BitLength)
        {
            throw new OverflowException("The exponent is too large for a fraction in memory.");
        }

        var (mantissa, exponent) = ToIntegerAndExponent();
        return exponent >= 0
            ? new Rational(mantissa << (int)exponent, BigInteger.One)
            : new Rational(mantissa, BigInteger.One << (int)-exponent);
    }

    /// <summary>An odd integer m and an exponent k with x = m·2^k; (0, 0) for zero.</summary>
    public (BigInteger Mantissa, long Exponent) ToIntegerAndExponent()
    {
        if (_limbs is null)
        {
            return (BigInteger.Zero, 0);
        }

        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(_limbs.AsSpan());
        var mantissa = new BigInteger(bytes, isUnsigned: true);
        var zeros = BitOperations.TrailingZeroCount(_limbs[0]);
        mantissa >>= zeros;
        return (_negative ? -mantissa : mantissa, _exponent - ((long)_limbs.Length << 6) + zeros);
    }

    /// <summary>The number rounded to a double in the given direction; infinite or zero beyond a double's range, as the direction says.</summary>
    public double ToDouble(RoundingMode mode = RoundingMode.Nearest)
    {
        if (_limbs is null)
        {
            return 0;
        }

        if (_exponent > 1024)
        {
            return Extreme(mode);
        }

        // Subnormal numbers keep fewer bits: none below 2^−1074.
        var precision = (int)Math.Min(53, _exponent + 1074);
        if (precision < MinPrecision)
        {
            return TinyDouble(mode);
        }

        var rounded = Round(precision, mode);
        if (rounded._exponent > 1024)
        {
            return Extreme(mode);
        }

        var result = Math.ScaleB((double)(rounded._limbs![^1] >> 11), (int)rounded._exponent - 53);
        return _negative ? -result : result;
    }

    // |x| < 2^−1072: the result is a multiple of 2^−1074 among 0, 1, 2, 3, 4 units; compare with halves exactly.
    private double TinyDouble(RoundingMode mode)
    {
        var magnitude = Abs();
        var below = 0;
        while (CompareMagnitude(magnitude, FromInteger(below + 1).Scaled(-1074)) >= 0)
        {
            below++;
        }

        var exact = below > 0 && CompareMagnitude(magnitude, FromInteger(below).Scaled(-1074)) == 0;
        var middle = CompareMagnitude(magnitude, FromInteger((2 * below) + 1).Scaled(-1075));
        var up = !exact && RoundsUp(_negative, middle >= 0, middle != 0, (ulong)(below & 1), mode);
        var units = (below + (up ? 1 : 0)) * double.Epsilon;
        return _negative ? -units : units;
    }

    private double Extreme(RoundingMode mode)
    {
        var away = mode switch
        {
            RoundingMode.Nearest or RoundingMode.AwayFromZero => true,
            RoundingMode.Down => _negative,
            RoundingMode.Up => !_negative,
            _ => false,
        };
        var magnitude = away ? double.PositiveInfinity : double.MaxValue;
        return _negative ? -magnitude : magnitude;
    }

    /// <summary>The integer nearest to x (ties away from zero) for |x| &lt; 2^62.</summary>
    internal long ToNearestInteger()
    {
        if (_limbs is null || _exponent < 0)
        {
            return 0;
        }

        // ⌊2|x|⌋, then half of it rounded up.
        var twice = _exponent >= 63 ? throw new OverflowException("The number is too large for a 64-bit integer.") : _limbs[^1] >> (int)(63 - _exponent);
        var n = (long)((twice + 1) >> 1);
        return _negative ? -n : n;
    }

    /// <summary>The integer nearest to x (ties away from zero).</summary>
    internal BigInteger ToNearestIntegerBig()
    {
        var (mantissa, exponent) = ToIntegerAndExponent();
        if (exponent >= 0)
        {
            return mantissa << (int)exponent;
        }

        if (_exponent < 0)
        {
            return BigInteger.Zero;
        }

        var magnitude = ((BigInteger.Abs(mantissa) >> (int)(-exponent - 1)) + 1) >> 1;
        return mantissa.Sign < 0 ? -magnitude : magnitude;
    }

    private static BigFloat FromWord(bool negative, ulong mantissa, long exponent)
    {
        var shift = BitOperations.LeadingZeroCount(mantissa);
        return new(negative, [mantissa << shift], exponent - shift);
    }
}
