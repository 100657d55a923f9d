using System.Globalization;
using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <content>Exact conversion from floating-point numbers, correctly rounded conversion to them.</content>
public readonly partial struct Rational
{
    private enum Rounding
    {
        Down,
        Nearest,
        Up,
    }

    /// <summary>The exact value of a double: <c>FromDouble(0.1)</c> is 3602879701896397/2^55, not one tenth.</summary>
    /// <exception cref="NotFiniteNumberException">The double is NaN or infinite.</exception>
    public static Rational FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new NotFiniteNumberException(
                string.Create(CultureInfo.InvariantCulture, $"the double {value} is not a number with an exact value; pass a finite double"), value);
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        mantissa = biased == 0 ? mantissa : mantissa | (1L << 52);
        if (mantissa == 0)
        {
            return Zero;
        }

        var zeros = BitOperations.TrailingZeroCount(mantissa);
        var odd = new BigInteger(bits < 0 ? -(mantissa >> zeros) : mantissa >> zeros);
        var exponent = Math.Max(biased, 1) - 1075 + zeros;
        return exponent >= 0
            ? new(odd << exponent, BigInteger.One, reduced: true)
            : new(odd, BigInteger.One << -exponent, reduced: true);
    }

    /// <summary>The exact value of a decimal: <c>FromDecimal(0.1m)</c> is one tenth.</summary>
    public static Rational FromDecimal(decimal value)
    {
        Span<int> words = stackalloc int[4];
        _ = decimal.GetBits(value, words);
        var magnitude = (new BigInteger((uint)words[2]) << 64) | (new BigInteger((uint)words[1]) << 32) | (uint)words[0];
        return new(words[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, (words[3] >> 16) & 0xFF));
    }

    /// <summary>The nearest double, ties to even; infinite beyond the range of doubles.</summary>
    public double ToDouble() => Round(Rounding.Nearest);

    /// <summary>The largest double that is at most the number (−∞ below the range of doubles).</summary>
    public double ToDoubleDown() => Round(Rounding.Down);

    /// <summary>The smallest double that is at least the number (+∞ above the range of doubles).</summary>
    public double ToDoubleUp() => Round(Rounding.Up);

    // Every natural number up to here is a double.
    private const long ExactInDouble = 1L << 53;

    private double Round(Rounding direction)
    {
        if (IsZero)
        {
            return 0;
        }

        // Directed rounding of a negative number is the opposite rounding of its magnitude.
        var negative = Sign < 0;
        var magnitude = RoundMagnitude(
            BigInteger.Abs(Numerator),
            Denominator,
            negative && direction != Rounding.Nearest ? (Rounding)(Rounding.Up - direction) : direction);
        return negative ? -magnitude : magnitude;
    }

    private static double RoundMagnitude(BigInteger n, BigInteger d, Rounding direction)
    {
        if (n <= ExactInDouble && d <= ExactInDouble)
        {
            // Both are doubles, and their quotient is far from the ends of the range.
            var (x, y) = ((double)n, (double)d);
            return direction switch
            {
                Rounding.Down => DirectedRounding.DivideDown(x, y),
                Rounding.Up => DirectedRounding.DivideUp(x, y),
                _ => x / y,
            };
        }

        // binade = floor(log2(n/d)): the bit lengths leave two candidates, an exact comparison decides.
        var binade = (int)Math.Clamp(n.GetBitLength() - d.GetBitLength(), -3000, 3000);
        if (binade is > -2000 and < 2000 && (n << Math.Max(-binade, 0)) < (d << Math.Max(binade, 0)))
        {
            binade--;
        }

        if (binade > 1023)
        {
            return direction == Rounding.Down ? double.MaxValue : double.PositiveInfinity;
        }

        if (binade < -1075)
        {
            return direction == Rounding.Up ? double.Epsilon : 0;
        }

        // The last place of the result; the integer quotient in that unit has at most 53 bits.
        var unit = Math.Max(binade - 52, -1074);
        var divisor = d << Math.Max(unit, 0);
        var quotient = BigInteger.DivRem(n << Math.Max(-unit, 0), divisor, out var remainder);
        var twice = (remainder << 1).CompareTo(divisor);
        var roundUp = direction switch
        {
            Rounding.Down => false,
            Rounding.Up => !remainder.IsZero,
            _ => twice > 0 || (twice == 0 && !quotient.IsEven),
        };
        return Math.ScaleB((double)(ulong)(roundUp ? quotient + 1 : quotient), unit);
    }
}
