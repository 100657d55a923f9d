using System.Globalization;

namespace GrpoVerified.Cli.Advantages;

/// <summary>The same digits as <see cref="ScaledRewards"/> in machine words, where the numbers fit: about five times as fast.</summary>
/// <remarks>The product of a 64-bit N and a 128-bit constant m, divided by 10^cut &lt; 2^64; the error bound |N|/2 is that of its caller.</remarks>
internal static class WordProduct
{
    /// <summary>Most digits of results, and most digits of the constant.</summary>
    public const int MostDigits = 30;

    private static readonly ulong[] Powers = [.. Enumerable.Range(0, 20).Select(k => (ulong)System.Numerics.BigInteger.Pow(10, k))];

    /// <summary>N·m rounded to digits: the mantissa and the power of ten cut off; false if words do not hold it or the rounding is not certain.</summary>
    public static bool TryRound(ulong n, UInt128 m, int digits, UInt128 tooLong, out UInt128 mantissa, out int cut)
    {
        mantissa = 0;
        var high = Math.BigMul(n, (ulong)m, out var p0);
        var p2 = Math.BigMul(n, (ulong)(m >> 64), out var p1);
        p1 += high;
        p2 += p1 < high ? 1UL : 0UL;
        var bits = p2 != 0 ? 192 - (int)ulong.LeadingZeroCount(p2) : 128 - (int)UInt128.LeadingZeroCount(new UInt128(p1, p0));
        cut = (int)(bits * 0.30102999566398) - digits;
        for (; cut is > 0 and < 20; cut++)
        {
            var divisor = Powers[cut];
            if (p2 >= divisor)
            {
                continue;
            }

            var (q1, r1) = UInt128.DivRem(new UInt128(p2, p1), divisor);
            var (q0, r0) = UInt128.DivRem(new UInt128((ulong)r1, p0), divisor);
            var rest = (ulong)r0;
            var up = rest >= divisor - rest;
            var fromMidpoint = up ? rest - (divisor - rest) : divisor - rest - rest;
            if (fromMidpoint <= n)
            {
                return false;
            }

            mantissa = (q1 << 64) + q0 + (up ? UInt128.One : UInt128.Zero);
            if (q1 <= ulong.MaxValue && mantissa < tooLong)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The digits with sign and decimal point, in the notation of DecimalText.</summary>
    public static string Format(bool negative, UInt128 mantissa, int exponent)
    {
        Span<char> digits = stackalloc char[40];
        mantissa.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        var point = length + exponent;
        if (point > length || point <= -7)
        {
            return new RoundedDecimal(negative ? -(System.Numerics.BigInteger)mantissa : mantissa, exponent).ToString();
        }

        Span<char> text = stackalloc char[52];
        var at = 0;
        if (negative)
        {
            text[at++] = '-';
        }

        if (point <= 0)
        {
            "0.0000000".AsSpan(0, 2 - point).CopyTo(text[at..]);
            at += 2 - point;
            digits[..length].CopyTo(text[at..]);
            return new string(text[..(at + length)]);
        }

        digits[..point].CopyTo(text[at..]);
        at += point;
        if (point < length)
        {
            text[at++] = '.';
            digits[point..length].CopyTo(text[at..]);
            at += length - point;
        }

        return new string(text[..at]);
    }
}
