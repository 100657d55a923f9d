using static GrpoVerified.Arithmetic.DirectedRounding;

namespace GrpoVerified.Arithmetic;

/// <content>The field operations.</content>
public readonly partial struct Interval
{
    /// <inheritdoc/>
    public static Interval operator +(Interval a, Interval b)
        => a.IsEmpty || b.IsEmpty ? Empty : new((AddDown(a.Lower, b.Lower), AddUp(a.Upper, b.Upper)));

    /// <inheritdoc/>
    public static Interval operator -(Interval a, Interval b)
        => a.IsEmpty || b.IsEmpty ? Empty : new((SubtractDown(a.Lower, b.Upper), SubtractUp(a.Upper, b.Lower)));

    /// <inheritdoc/>
    public static Interval operator -(Interval a) => new((-a.Upper, -a.Lower));

    /// <inheritdoc/>
    public static Interval operator *(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return Empty;
        }

        // The signs of the endpoints say which products are extreme; the comparisons are exact.
        if (a.Lower >= 0)
        {
            return b.Lower >= 0 ? Product(a.Lower, b.Lower, a.Upper, b.Upper)
                : b.Upper <= 0 ? Product(a.Upper, b.Lower, a.Lower, b.Upper)
                : Product(a.Upper, b.Lower, a.Upper, b.Upper);
        }

        if (a.Upper <= 0)
        {
            return b.Lower >= 0 ? Product(a.Lower, b.Upper, a.Upper, b.Lower)
                : b.Upper <= 0 ? Product(a.Upper, b.Upper, a.Lower, b.Lower)
                : Product(a.Lower, b.Upper, a.Lower, b.Lower);
        }

        return b.Lower >= 0 ? Product(a.Lower, b.Upper, a.Upper, b.Upper)
            : b.Upper <= 0 ? Product(a.Upper, b.Lower, a.Lower, b.Lower)
            : new((
                Math.Min(MultiplyDown(a.Lower, b.Upper), MultiplyDown(a.Upper, b.Lower)),
                Math.Max(MultiplyUp(a.Lower, b.Lower), MultiplyUp(a.Upper, b.Upper))));
    }

    /// <summary>
    /// Quotient over the non-zero members of <paramref name="b"/>: a half-line where b touches zero from one side and a does not
    /// contain zero; <see cref="Entire"/> where zero lies inside b, or in both operands, or b is the number zero.
    /// </summary>
    public static Interval operator /(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return Empty;
        }

        if (b.Lower < 0 && b.Upper <= 0)
        {
            (a, b) = (-a, -b);
        }

        if (b.Lower < 0 || b.Upper == 0 || (b.Lower == 0 && a.Lower <= 0 && a.Upper >= 0))
        {
            return Entire;
        }

        // Here b ≥ 0, b ≠ 0, and a has one sign if b touches zero.
        if (b.Lower == 0)
        {
            return a.Lower > 0
                ? new((DivideDown(a.Lower, b.Upper), double.PositiveInfinity))
                : new((double.NegativeInfinity, DivideUp(a.Upper, b.Upper)));
        }

        return new((
            DivideDown(a.Lower, a.Lower >= 0 ? b.Upper : b.Lower),
            DivideUp(a.Upper, a.Upper >= 0 ? b.Lower : b.Upper)));
    }

    /// <inheritdoc/>
    public static Interval Square(Interval x)
    {
        var y = Abs(x);
        return y.IsEmpty ? y : Product(y.Lower, y.Lower, y.Upper, y.Upper);
    }

    /// <summary>x^n for n ≥ 0: the range of the power, even powers never negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public static Interval Pow(Interval x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (x.IsEmpty)
        {
            return x;
        }

        if ((n & 1) == 0)
        {
            var y = Abs(x);
            return new((PowDown(y.Lower, n), PowUp(y.Upper, n)));
        }

        return new((
            x.Lower >= 0 ? PowDown(x.Lower, n) : -PowUp(-x.Lower, n),
            x.Upper >= 0 ? PowUp(x.Upper, n) : -PowDown(-x.Upper, n)));
    }

    private static Interval Product(double lowerLeft, double lowerRight, double upperLeft, double upperRight)
        => new((MultiplyDown(lowerLeft, lowerRight), MultiplyUp(upperLeft, upperRight)));

    // For x ≥ 0 every partial product is non-negative, so rounding each down (up) bounds the power from below (above).
    private static double PowDown(double x, int n)
    {
        var result = 1.0;
        for (; n > 0; n >>= 1, x = n > 0 ? MultiplyDown(x, x) : x)
        {
            result = (n & 1) != 0 ? MultiplyDown(result, x) : result;
        }

        return result;
    }

    private static double PowUp(double x, int n)
    {
        var result = 1.0;
        for (; n > 0; n >>= 1, x = n > 0 ? MultiplyUp(x, x) : x)
        {
            result = (n & 1) != 0 ? MultiplyUp(result, x) : result;
        }

        return result;
    }
}
