using System.Numerics;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Advantages;

/// <summary>Correctly rounded digits of c / (√v + e) for exact c, v ≥ 0, e ≥ 0, by integer square roots.</summary>
internal static class RootQuotient
{
    /// <summary>The digits of the quotient; v and e are not both zero.</summary>
    public static string Digits(Rational c, Rational v, Rational e, int digits)
        => c.IsZero ? "0" : Round(c, v, e, digits).ToString();

    /// <summary>The quotient rounded to the nearest decimal with that many digits, ties to even; c is not zero, v and e not both.</summary>
    public static RoundedDecimal Round(Rational c, Rational v, Rational e, int digits)
    {
        if (TryRoot(v, out var root))
        {
            return RoundedDecimal.Of(c / (root + e), digits);
        }

        // c/(√v+e) is irrational: it is no tie and widening the working precision ends.
        for (var guard = 10; ; guard *= 2)
        {
            var scale = BigInteger.Pow(10, digits + guard + Magnitude(v));
            var below = new Rational(Sqrt(v.Numerator * scale * scale / v.Denominator), scale);
            var above = below + new Rational(1, scale);
            var rounded = RoundedDecimal.Of(c / (above + e), digits);
            if (rounded == RoundedDecimal.Of(c / (below + e), digits))
            {
                return rounded;
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
        root = new Rational(n, d);
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
}
