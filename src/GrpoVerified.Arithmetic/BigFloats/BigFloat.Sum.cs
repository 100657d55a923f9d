using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <content>Sums, differences and comparison.</content>
public readonly partial struct BigFloat
{
    private const int StackLimbs = 64;

    // An exact sum longer than this many bits is refused rather than allocated.
    private const long MaxExactBits = 1L << 36;

    /// <summary>Exact sum.</summary>
    /// <exception cref="OverflowException">The sum has more than 2^36 bits, or its exponent leaves the range.</exception>
    public static BigFloat operator +(BigFloat a, BigFloat b) => Sum(a, b, b._negative, int.MaxValue, RoundingMode.Nearest, out _).Checked();

    /// <summary>Exact difference.</summary>
    /// <exception cref="OverflowException">The difference has more than 2^36 bits, or its exponent leaves the range.</exception>
    public static BigFloat operator -(BigFloat a, BigFloat b) => Sum(a, b, !b._negative, int.MaxValue, RoundingMode.Nearest, out _).Checked();

    /// <summary>Sum rounded to a precision.</summary>
    public static BigFloat Add(BigFloat a, BigFloat b, int precision, RoundingMode mode = RoundingMode.Nearest)
    {
        CheckPrecision(precision);
        return Sum(a, b, b._negative, precision, mode, out _).Checked();
    }

    /// <summary>Difference rounded to a precision.</summary>
    public static BigFloat Subtract(BigFloat a, BigFloat b, int precision, RoundingMode mode = RoundingMode.Nearest)
    {
        CheckPrecision(precision);
        return Sum(a, b, !b._negative, precision, mode, out _).Checked();
    }

    internal static BigFloat Sum(BigFloat a, BigFloat b, int precision, RoundingMode mode, out bool inexact)
        => Sum(a, b, b._negative, precision, mode, out inexact);

    /// <summary>Number of bits from the first bit of the sum's larger term to the last bit of either.</summary>
    internal static long SumSpan(BigFloat a, BigFloat b)
        => a.IsZero || b.IsZero
            ? 0
            : Math.Max(a._exponent, b._exponent) - Math.Min(a._exponent - a.BitLength, b._exponent - b.BitLength);

    // a + b with the sign of b replaced; never reads b._negative.
    [SkipLocalsInit]
    private static BigFloat Sum(BigFloat a, BigFloat b, bool negativeB, int precision, RoundingMode mode, out bool inexact)
    {
        if (a._limbs is null)
        {
            return b.WithSign(negativeB).Round(precision, mode, out inexact);
        }

        if (b._limbs is null)
        {
            return a.Round(precision, mode, out inexact);
        }

        var negative = a._negative;
        var subtract = a._negative != negativeB;
        if (CompareMagnitude(a, b) < 0)
        {
            (a, b) = (b, a);
            negative = negativeB;
        }

        // |a| ≥ |b|: place both in a window below the top of a, one limb of room for a carry.
        var gap = a._exponent - b._exponent;
        var length = Math.Max(a._limbs!.Length, ((gap + 63) >> 6) + b._limbs!.Length);
        var sticky = false;
        if (precision != int.MaxValue && (gap > 1 || !subtract))
        {
            // Bits of b far below the last kept one matter only through "something is there":
            // here the leading bits cannot cancel by more than one place.
            length = Math.Min(length, Math.Max(a._limbs.Length, ((precision + 63L) >> 6) + 2));
        }

        if (length > MaxExactBits >> 6)
        {
            throw new OverflowException("An exact sum of numbers this far apart does not fit in memory; use a rounded sum.");
        }

        var total = (int)length + 1;
        Span<ulong> x = total <= StackLimbs ? stackalloc ulong[StackLimbs] : new ulong[total];
        x = x[..total];
        x.Clear();
        a._limbs.CopyTo(x[(total - 1 - a._limbs.Length)..]);
        Span<ulong> y = total <= StackLimbs ? stackalloc ulong[StackLimbs] : new ulong[total];
        y = y[..(total - 1)];
        sticky = LimbShift.PlaceAtTop(y, b._limbs, gap);
        if (subtract)
        {
            // With a sticky part below, the exact difference is (x − y − 1 ulp) + something positive.
            LimbSum.Subtract(x, x, y);
            if (sticky)
            {
                LimbSum.SubtractWord(x, x, 1);
            }
        }
        else
        {
            LimbSum.Add(x, x, y);
        }

        return Make(negative, x, a._exponent + 64, sticky, precision, mode, out inexact);
    }

    /// <summary>Sign of a sum of at most four terms, exact however far apart their exponents are. The terms are overwritten.</summary>
    internal static int SignOfSum(Span<BigFloat> terms)
    {
        while (true)
        {
            // The two terms of largest exponent first, zeros last.
            for (var k = 0; k < Math.Min(2, terms.Length); k++)
            {
                var best = k;
                for (var i = k + 1; i < terms.Length; i++)
                {
                    if (!terms[i].IsZero && (terms[best].IsZero || terms[i]._exponent > terms[best]._exponent))
                    {
                        best = i;
                    }
                }

                (terms[k], terms[best]) = (terms[best], terms[k]);
            }

            // Three terms below 2^e are below 2^(e+2); the first is at least 2^(e' − 1).
            if (terms.Length < 2 || terms[1].IsZero || terms[0]._exponent - terms[1]._exponent >= 3)
            {
                return terms[0].Sign;
            }

            terms[1] = Sum(terms[0], terms[1], int.MaxValue, RoundingMode.Nearest, out _);
            terms = terms[1..];
        }
    }

    /// <summary>Sign of |a| − |b|.</summary>
    public static int CompareMagnitude(BigFloat a, BigFloat b)
    {
        if (a._limbs is null || b._limbs is null)
        {
            return (a._limbs is null ? 0 : 1) - (b._limbs is null ? 0 : 1);
        }

        if (a._exponent != b._exponent)
        {
            return a._exponent < b._exponent ? -1 : 1;
        }

        var n = Math.Min(a._limbs.Length, b._limbs.Length);
        var order = LimbSum.Compare(a._limbs.AsSpan(a._limbs.Length - n), b._limbs.AsSpan(b._limbs.Length - n));
        return order != 0 ? order : a._limbs.Length.CompareTo(b._limbs.Length);
    }

    /// <inheritdoc/>
    public int CompareTo(BigFloat other)
    {
        if (Sign != other.Sign)
        {
            return Sign < other.Sign ? -1 : 1;
        }

        var order = CompareMagnitude(this, other);
        return _negative ? -order : order;
    }

    /// <summary>Whether a &lt; b.</summary>
    public static bool operator <(BigFloat a, BigFloat b) => a.CompareTo(b) < 0;

    /// <summary>Whether a &gt; b.</summary>
    public static bool operator >(BigFloat a, BigFloat b) => a.CompareTo(b) > 0;

    /// <summary>Whether a ≤ b.</summary>
    public static bool operator <=(BigFloat a, BigFloat b) => a.CompareTo(b) <= 0;

    /// <summary>Whether a ≥ b.</summary>
    public static bool operator >=(BigFloat a, BigFloat b) => a.CompareTo(b) >= 0;

    /// <summary>Whether the numbers are equal.</summary>
    public static bool operator ==(BigFloat a, BigFloat b) => a.Equals(b);

    /// <summary>Whether the numbers differ.</summary>
    public static bool operator !=(BigFloat a, BigFloat b) => !a.Equals(b);

    /// <summary>The smaller number.</summary>
    public static BigFloat Min(BigFloat a, BigFloat b) => a <= b ? a : b;

    /// <summary>The larger number.</summary>
    public static BigFloat Max(BigFloat a, BigFloat b) => a >= b ? a : b;
}
