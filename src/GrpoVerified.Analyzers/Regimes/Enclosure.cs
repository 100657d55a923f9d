using System.Numerics;
using GrpoVerified.Analyzers.Folding;

namespace GrpoVerified.Analyzers.Regimes;

/// <summary>
/// An interval [Lower, Upper] · 2^−192 proved to contain the exact value. The compiler's runtime has no directed rounding and no
/// exponential that can be trusted, so the decisions of the rules rest on integers alone.
/// </summary>
/// <remarks>
/// Every operation rounds outwards: floor at the lower end, ceiling at the upper. Absolute precision 2^−192 suffices: what it
/// cannot separate is not reported.
/// </remarks>
internal readonly struct Enclosure
{
    private const int Places = 192;

    private static readonly BigInteger Unit = BigInteger.One << Places;

    private Enclosure(BigInteger lower, BigInteger upper)
    {
        Lower = lower;
        Upper = upper;
    }

    public static Enclosure One => new(Unit, Unit);

    private BigInteger Lower { get; }

    private BigInteger Upper { get; }

    public static Enclosure Of(Fraction x) => new(Floor(x.Numerator << Places, x.Denominator), Ceiling(x.Numerator << Places, x.Denominator));

    /// <summary>The interval between two exact numbers.</summary>
    public static Enclosure Hull(Fraction lower, Fraction upper) => new(Of(lower).Lower, Of(upper).Upper);

    public static Enclosure operator +(Enclosure a, Enclosure b) => new(a.Lower + b.Lower, a.Upper + b.Upper);

    public static Enclosure operator -(Enclosure a, Enclosure b) => new(a.Lower - b.Upper, a.Upper - b.Lower);

    public static Enclosure operator *(Enclosure a, Enclosure b)
    {
        var products = new[] { a.Lower * b.Lower, a.Lower * b.Upper, a.Upper * b.Lower, a.Upper * b.Upper };
        BigInteger least = products[0], greatest = products[0];
        foreach (var product in products)
        {
            least = BigInteger.Min(least, product);
            greatest = BigInteger.Max(greatest, product);
        }

        return new(Floor(least, Unit), Ceiling(greatest, Unit));
    }

    /// <summary>a/b for a ≥ 0; null unless b is certainly positive.</summary>
    public static Enclosure? Divide(Enclosure a, Enclosure b)
        => b.Lower.Sign > 0 && a.Lower.Sign >= 0
            ? new Enclosure(Floor(a.Lower << Places, b.Upper), Ceiling(a.Upper << Places, b.Lower))
            : null;

    /// <summary>√x for x ≥ 0 (negative members, which only rounding can bring, are cut off).</summary>
    public static Enclosure Sqrt(Enclosure x)
        => new(RootDown(BigInteger.Max(x.Lower, BigInteger.Zero) << Places), RootDown(BigInteger.Max(x.Upper, BigInteger.Zero) << Places) + BigInteger.One);

    /// <summary>e^−x for x ≥ 0.</summary>
    public static Enclosure ExpOfMinus(Enclosure x)
        => new(ExpOfMinus(x.Upper).Lower, ExpOfMinus(BigInteger.Max(x.Lower, BigInteger.Zero)).Upper);

    /// <summary>Whether every member of <paramref name="a"/> is less than every member of <paramref name="b"/>.</summary>
    public static bool CertainlyLess(Enclosure a, Enclosure b) => a.Upper < b.Lower;

    /// <summary>Six significant digits of the middle, for a message.</summary>
    public override string ToString()
        => ((double)((Lower + Upper) >> 1) / (double)Unit).ToString("G6", System.Globalization.CultureInfo.InvariantCulture);

    // e^−t = (e^−t/2^k)^(2^k) with t/2^k < 2^−8. The series is alternating with decreasing terms, so the exact value lies between
    // two neighbouring partial sums; and every product, quotient and squaring rounds outwards.
    private static Enclosure ExpOfMinus(BigInteger t)
    {
        var halvings = 0;
        while (t >> halvings > Unit >> 8)
        {
            halvings++;
            if (halvings > 40)
            {
                // e^−t < 2^−(2^30): nothing but the unit itself bounds it at this precision.
                return new(BigInteger.Zero, BigInteger.One);
            }
        }

        var r = new Enclosure(t >> halvings, (t >> halvings) + BigInteger.One);
        var sum = One;
        var term = One;
        for (var n = 1; n <= 24; n++)
        {
            term *= r;
            term = new(Floor(term.Lower, n), Ceiling(term.Upper, n));
            sum = (n & 1) == 1 ? sum - term : sum + term;
        }

        // The remainder after an even number of terms lies between −(next term) and 0.
        sum -= new Enclosure(BigInteger.Zero, term.Upper);
        for (; halvings > 0; halvings--)
        {
            sum *= sum;
        }

        return new(BigInteger.Max(sum.Lower, BigInteger.Zero), BigInteger.Min(sum.Upper, Unit));
    }

    private static BigInteger Floor(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    private static BigInteger Ceiling(BigInteger a, BigInteger b) => -Floor(-a, b);

    // Newton's iteration from above; it decreases until it is the floor of the root.
    private static BigInteger RootDown(BigInteger n)
    {
        if (n.IsZero)
        {
            return n;
        }

        var bits = n.ToByteArray().Length * 8;
        var x = BigInteger.One << ((bits / 2) + 1);
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
