using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GrpoVerified.Arithmetic;

/// <summary>Correctly rounded decimal text of enclosures: never a digit that is not certain.</summary>
/// <remarks>
/// Rounding is to nearest, ties to even. With e the decimal exponent of the first digit, the notation is plain for
/// −7 ≤ e &lt; digits and otherwise <c>d.ddde-13</c>. A ball that is one number with fewer digits prints them only:
/// "0", "1", "0.5". Theorem DT1 in docs/formulas.md.
/// </remarks>
public static class DecimalText
{
    // Exact powers of ten up to this exponent are formed when an exact value may be a tie.
    private const long ExactExponent = 1L << 26;

    /// <summary>The text shared by the roundings of all members of the ball; false when they differ or the ball is unbounded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one digit is asked for.</exception>
    public static bool TryFormat(Ball value, int significantDigits, [NotNullWhen(true)] out string? text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(significantDigits, 1);
        text = null;
        if (!value.IsFinite)
        {
            return false;
        }

        if (value.Midpoint.IsZero && value.IsExact)
        {
            text = "0";
            return true;
        }

        if (Ball.ContainsZero(value))
        {
            return false;
        }

        if (value.IsExact)
        {
            text = OfExact(value.Midpoint, significantDigits);
            return text is not null;
        }

        var negative = value.Midpoint.IsNegative;
        var magnitude = negative ? -value : value;
        var bits = (int)Math.Min(int.MaxValue / 4, (long)(significantDigits * 3.3219280948873626) + 80);
        text = Settle(negative, significantDigits, EstimateExponent(magnitude.Midpoint), strip: false, k =>
        {
            var scaled = magnitude.WithPrecision(bits) * PowerOfTen(k, bits);
            if (!scaled.IsFinite)
            {
                return (null, null, false);
            }

            var low = RoundToInteger(scaled.LowerBound(bits + 64));
            var high = RoundToInteger(scaled.UpperBound(bits + 64));
            return (low, high, false);
        });
        return text is not null;
    }

    // The integer nearest to |x|·10^(digits − 1 − e) has the digits; the estimate of e is corrected on the way.
    private static string? Settle(bool negative, int significantDigits, long exponent, bool strip, Func<long, (BigFloat? Low, BigFloat? High, bool IsExact)> scaled)
    {
        for (var lowered = false; ;)
        {
            var (low, high, isExact) = scaled(significantDigits - 1 - exponent);
            if (low is null)
            {
                return null;
            }

            var digits = DigitsOf(low.Value);
            if (low != high && !(lowered && digits.Length > significantDigits))
            {
                return null;
            }

            if (digits.Length < significantDigits)
            {
                exponent--;
                continue;
            }

            if (digits.Length > significantDigits)
            {
                exponent++;
                if (low != high || !IsPowerOfTen(digits))
                {
                    continue;
                }

                // 9.99… rounded up to 10.0…
                digits = digits[..significantDigits];
            }
            else if (IsPowerOfTen(digits) && !lowered)
            {
                // Perhaps below 10^e, where digits are finer: look there first.
                lowered = true;
                exponent--;
                continue;
            }

            return Layout(negative, digits, exponent, significantDigits, strip && isExact);
        }
    }

    // An exact dyadic number: enclose its scaled value; when the enclosure does not decide, exact integers do.
    private static string? OfExact(BigFloat x, int significantDigits)
    {
        var exponent = EstimateExponent(x);
        if (IsCheap(x, significantDigits))
        {
            return OfExactIntegers(x, significantDigits, exponent);
        }

        for (var bits = (long)(significantDigits * 3.33) + 128; bits < 1L << 28; bits *= 2)
        {
            var wide = Ball.FromBigFloat(x, (int)Math.Max(bits, Math.Min(x.BitLength, int.MaxValue / 2))).Inflate(Magnitude.UpperBound(x).Scale(-bits));
            if (TryFormat(wide, significantDigits, out var text))
            {
                return text;
            }
        }

        return Math.Abs(x.Exponent) <= ExactExponent ? OfExactIntegers(x, significantDigits, exponent) : null;
    }

    // Few enough bits that forming the exact scaled number costs no more than the digits asked for.
    private static bool IsCheap(BigFloat x, int significantDigits)
        => Math.Max(Math.Abs(x.Exponent), x.BitLength) <= Math.Max(4096, 8L * significantDigits);

    private static string? OfExactIntegers(BigFloat x, int significantDigits, long exponent)
        => Settle(x.IsNegative, significantDigits, exponent, strip: true, k =>
        {
            var power = ExactPowerOfTen(Math.Abs(k));
            if (k < 0)
            {
                var quotient = RoundQuotient(x.Abs(), power, out var isExact);
                return (quotient, quotient, isExact);
            }

            var scaled = x.Abs() * power;
            var nearest = RoundToInteger(scaled);
            return (nearest, nearest, nearest == scaled);
        });

    // x/d rounded to the nearest integer, ties to even, exactly.
    private static BigFloat RoundQuotient(BigFloat x, BigFloat d, out bool isExact)
    {
        var bits = (int)Math.Max(64, x.Exponent - d.Exponent + 64);
        var floor = Floor(BigFloat.Divide(x, d, bits, RoundingMode.TowardZero));
        var rest = x - (floor * d);
        isExact = rest.IsZero;
        var order = rest.ScaleByPowerOfTwo(1).CompareTo(d);
        return order > 0 || (order == 0 && IsOdd(floor)) ? floor + BigFloat.One : floor;
    }

    private static bool IsOdd(BigFloat integer) => !integer.IsZero && integer.BitLength == integer.Exponent;

    private static BigFloat Floor(BigFloat x) => x.Exponent <= 0 ? BigFloat.Zero
        : x.BitLength <= x.Exponent ? x
        : x.Exponent == 1 ? BigFloat.One
        : x.Round((int)x.Exponent, RoundingMode.TowardZero);

    // The nearest integer of x ≥ 0, ties to even.
    private static BigFloat RoundToInteger(BigFloat x)
    {
        if (x.IsInteger)
        {
            return x;
        }

        if (x.Exponent < 0 || (x.Exponent == 0 && x.IsPowerOfTwo))
        {
            return BigFloat.Zero;
        }

        if (x.Exponent == 0)
        {
            return BigFloat.One;
        }

        var floor = Floor(x);
        var rest = x - floor;
        var half = BigFloat.PowerOfTwo(-1);
        return rest > half || (rest == half && IsOdd(floor)) ? floor + BigFloat.One : floor;
    }

    private static bool IsPowerOfTen(string digits) => digits[0] == '1' && digits.AsSpan(1).IndexOfAnyExcept('0') < 0;

    private static string DigitsOf(BigFloat integer)
    {
        if (integer.IsZero)
        {
            return string.Empty;
        }

        var limbs = new ulong[(integer.Exponent + 63) / 64];
        LimbShift.PlaceAtTop(limbs, integer.Limbs, ((long)limbs.Length << 6) - integer.Exponent);
        return DecimalDigits.Of(limbs);
    }

    // ⌊log10 x⌋ or one off; the callers correct it.
    private static long EstimateExponent(BigFloat x)
    {
        if (Math.Abs(x.Exponent) < 1L << 40)
        {
            var mantissa = x.Abs().Round(53).ScaleByPowerOfTwo(-x.Exponent).ToDouble();
            return (long)Math.Floor((x.Exponent * 0.30102999566398119521) + Math.Log10(mantissa));
        }

        var product = Ball.FromBigFloat(BigFloat.FromInteger(x.Exponent), 160) * Ball.Log2(160) / Ball.Log(Ball.FromInteger(10).WithPrecision(160));
        return product.Midpoint.ToNearestInteger();
    }

    private static BigFloat ExactPowerOfTen(long k)
    {
        var result = BigFloat.One;
        var five = BigFloat.FromInteger(5);
        for (var bit = k == 0 ? -1 : System.Numerics.BitOperations.Log2((ulong)k); bit >= 0; bit--)
        {
            result *= result;
            if (((k >> bit) & 1) != 0)
            {
                result *= five;
            }
        }

        return result.ScaleByPowerOfTwo(k);
    }

    // 10^k enclosed, k of either sign and any size: 5^|k| by squarings.
    private static Ball PowerOfTen(long k, int precision)
    {
        var n = (ulong)Math.Abs(k);
        var working = precision + 70;
        var result = Ball.One.WithPrecision(working);
        var five = Ball.FromInteger(5);
        for (var bit = n == 0 ? -1 : System.Numerics.BitOperations.Log2(n); bit >= 0; bit--)
        {
            result = Ball.Square(result);
            if (((n >> bit) & 1) != 0)
            {
                result *= five;
            }
        }

        result = result.ScaleByPowerOfTwo((long)n);
        return (k < 0 ? Ball.One / result : result).WithPrecision(precision + 8);
    }

    private static string Layout(bool negative, string digits, long exponent, int significantDigits, bool strip)
    {
        if (strip)
        {
            digits = digits.TrimEnd('0');
        }

        var sign = negative ? "-" : string.Empty;
        if (exponent < -7 || exponent >= significantDigits)
        {
            var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{mantissa}e{exponent}");
        }

        if (exponent < 0)
        {
            return sign + "0." + new string('0', (int)-exponent - 1) + digits;
        }

        var whole = (int)exponent + 1;
        return digits.Length <= whole
            ? sign + digits.PadRight(whole, '0')
            : sign + digits[..whole] + "." + digits[whole..];
    }
}
