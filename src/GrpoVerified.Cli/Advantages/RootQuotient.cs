using System.Globalization;
using System.Numerics;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Advantages;

/// <summary>Correctly rounded digits of c / (√v + e) for exact c, v ≥ 0, e ≥ 0, by integer square roots.</summary>
internal static class RootQuotient
{
    /// <summary>The digits; v and e are not both zero.</summary>
    public static string Digits(Rational c, Rational v, Rational e, int digits)
    {
        if (c.IsZero)
        {
            return "0";
        }

        var sign = c.Sign < 0 ? "-" : string.Empty;
        c = c.Abs();
        if (TryRoot(v, out var root))
        {
            var exact = c / (root + e);
            return sign + Round(exact, exact, digits)!;
        }

        // c/(√v+e) is irrational: it is no tie and widening the working precision ends.
        for (var guard = 10; ; guard *= 2)
        {
            var scale = BigInteger.Pow(10, digits + guard + Magnitude(v));
            var below = new Rational(Sqrt(v.Numerator * scale * scale / v.Denominator), scale);
            var above = below + new Rational(1, scale);
            if (Round(c / (above + e), c / (below + e), digits) is { } text)
            {
                return sign + text;
            }
        }
    }

    // Decimal digits by which √v may lie below 1.
    private static int Magnitude(Rational v)
        => (int)Math.Max(0, (v.Denominator.GetBitLength() - v.Numerator.GetBitLength()) / 6) + 1;

    private static bool TryRoot(Rational v, out Rational root)
    {
        var n = Sqrt(v.Numerator);
        var d = Sqrt(v.Denominator);
        root = d.IsZero ? 0 : new Rational(n, d);
        return n * n == v.Numerator && d * d == v.Denominator;
    }

    private static BigInteger Sqrt(BigInteger n)
    {
        if (n < 2)
        {
            return n;
        }

        var x = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (x + (n / x)) >> 1;
            if (next >= x)
            {
                return x;
            }

            x = next;
        }
    }

    // The common rounding of both bounds, or null if they round apart.
    private static string? Round(Rational lower, Rational upper, int digits)
    {
        var (a, exponent) = Round(lower, digits);
        return Round(upper, digits) == (a, exponent) ? Format(a, exponent) : null;
    }

    // Nearest integer with the given number of digits times a power of ten, ties to even.
    private static (BigInteger Mantissa, int Exponent) Round(Rational x, int digits)
    {
        var exponent = (int)Math.Floor((x.Numerator.GetBitLength() - x.Denominator.GetBitLength()) * 0.30102999566398) - digits;
        var high = BigInteger.Pow(10, digits);
        while (true)
        {
            var n = x.Numerator * BigInteger.Pow(10, Math.Max(0, -exponent));
            var d = x.Denominator * BigInteger.Pow(10, Math.Max(0, exponent));
            var q = BigInteger.DivRem(n, d, out var r);
            var twice = (2 * r).CompareTo(d);
            q += twice > 0 || (twice == 0 && !q.IsEven) ? 1 : 0;
            if (q < high)
            {
                return (q, exponent);
            }

            if (q == high)
            {
                return (q / 10, exponent + 1);
            }

            exponent++;
        }
    }

    private static string Format(BigInteger mantissa, int exponent)
    {
        var text = mantissa.ToString(CultureInfo.InvariantCulture);
        var point = text.Length + exponent;
        return point > text.Length || point < -20
            ? text[..1] + (text.Length > 1 ? "." + text[1..] : string.Empty) + "e" + (point - 1).ToString(CultureInfo.InvariantCulture)
            : point <= 0 ? "0." + new string('0', -point) + text
            : point == text.Length ? text
            : text[..point] + "." + text[point..];
    }
}
