using GrpoVerified.Arithmetic;

namespace GrpoVerified.Properties.Rounding;

/// <summary>
/// The set of all numbers that evaluating a formula in a floating-point format may give, whatever the order of its additions:
/// an arithmetic, so that a rounding budget is derived by evaluating the formula itself.
/// </summary>
/// <remarks>
/// The set always contains the exact value. Each operation is allowed two roundings of the format (so a quotient may be a product
/// with a reciprocal), a quotient or root one ulp more, an elementary function 4 ulps. Sums carry how many terms they have and the
/// sum of their absolute values: from three terms on, the error is measured against that sum, which covers every order of addition.
/// A result beyond the largest finite number extends the set to infinity; where NaN could arise the set is the whole line and
/// nothing is judged. Derivation: docs/rounding-budgets.md.
/// </remarks>
public readonly partial record struct Rounded : IEnclosure<Rounded>
{
    private const double SumFactor = 2;
    private const double QuotientFactor = 4;
    private const double FunctionFactor = 8;

    private readonly Interval _set;
    private readonly double _absoluteSum;
    private readonly int _moreTerms;
    private readonly NumberFormat? _format;

    private Rounded(Interval set, NumberFormat? format, int terms = 1, double absoluteSum = 0)
    {
        _set = set;
        _format = format;
        _moreTerms = terms - 1;
        _absoluteSum = terms == 1 ? set.Magnitude : absoluteSum;
    }

    /// <summary>Every number the computation may give, infinities included where an endpoint is infinite.</summary>
    public Interval Set => _set;

    /// <summary>Whether nothing is known: any number and NaN may come out.</summary>
    public bool IsUnconstrained => _set.IsEntire || _set.IsEmpty;

    /// <inheritdoc/>
    public static Rounded Zero => default;

    /// <inheritdoc/>
    public static Rounded One => FromInteger(1);

    /// <inheritdoc/>
    public static Rounded FromInteger(long n) => new(Interval.FromInteger(n), null);

    /// <summary>A number of the format, exactly.</summary>
    public static Rounded Exactly(double value, NumberFormat format) => new(double.IsFinite(value) ? new Interval(value) : Interval.Entire, format);

    /// <summary>A parameter: the exact number or the number it is rounded to.</summary>
    public static Rounded Parameter(Rational value, NumberFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var set = Interval.FromRational(value);
        return set.IsPoint && format.Round(set.Lower) == set.Lower
            ? new(set, format)
            : Inflate(set, format, 1);
    }

    /// <inheritdoc/>
    public static Rounded operator +(Rounded a, Rounded b)
    {
        var format = a._format ?? b._format;
        if (IsZero(a))
        {
            return b;
        }

        if (IsZero(b))
        {
            return a;
        }

        var sum = a._set + b._set;
        var terms = a._moreTerms + b._moreTerms + 2;
        if (format is null)
        {
            return new(sum, null);
        }

        // Rounded up: one ulp more than the rounded sum. A term beyond the largest number is infinite, and then so is the sum.
        var absoluteSum = Math.BitIncrement(Math.Min(a._absoluteSum, format.MaxFinite) + Math.Min(b._absoluteSum, format.MaxFinite));
        if (terms == 2)
        {
            var pair = Inflate(sum, format, SumFactor, withTiny: false);
            return new(pair._set, format, terms, absoluteSum);
        }

        var error = Math.BitIncrement(SumFactor * format.UnitRoundoff * absoluteSum);
        var isOneSided = (a._set.Lower >= 0 && b._set.Lower >= 0) || (a._set.Upper <= 0 && b._set.Upper <= 0);
        var widened = double.IsFinite(error) ? sum + new Interval(-error, error) : Interval.Entire;
        return new(Bounded(isOneSided ? SameSign(sum, widened) : widened, format), format, terms, absoluteSum);
    }

    /// <inheritdoc/>
    public static Rounded operator -(Rounded a, Rounded b) => a + -b;

    /// <inheritdoc/>
    public static Rounded operator -(Rounded a) => new(-a._set, a._format, a._moreTerms + 1, a._absoluteSum);

    /// <inheritdoc/>
    public static Rounded operator *(Rounded a, Rounded b)
    {
        var format = a._format ?? b._format;
        return IsUnit(a) ? new(a._set * b._set, format, b._moreTerms + 1, b._absoluteSum)
            : IsUnit(b) ? new(a._set * b._set, format, a._moreTerms + 1, a._absoluteSum)
            : MayBeZeroTimesInfinity(a._set, b._set) ? new(Interval.Entire, format)
            : format is null ? new(a._set * b._set, null)
            : IsZero(a) || IsZero(b) ? new(Interval.Zero, format)
            : Inflate(a._set * b._set, format, SumFactor);
    }

    /// <inheritdoc/>
    public static Rounded operator /(Rounded a, Rounded b)
    {
        var format = a._format ?? b._format;
        return IsUnit(b) ? new(a._set / b._set, format, a._moreTerms + 1, a._absoluteSum)
            : Interval.ContainsZero(b._set) || (!Interval.IsFinite(a._set) && !Interval.IsFinite(b._set)) ? new(Interval.Entire, format)
            : IsZero(a) ? new(Interval.Zero, format)
            : Inflate(a._set / b._set, format, QuotientFactor);
    }

    /// <inheritdoc/>
    public static Rounded Square(Rounded x)
        => x._format is null ? new(Interval.Square(x._set), null) : Inflate(Interval.Square(x._set), x._format, SumFactor);

    /// <summary>Whether an answer is one the computation may give.</summary>
    public bool Allows(double answer)
        => IsUnconstrained || (_set.Lower <= answer && answer <= _set.Upper);

    /// <inheritdoc/>
    public override string ToString() => _set.ToString();

    private static bool IsZero(Rounded x) => x._set is { Lower: 0, Upper: 0 };

    private static bool IsUnit(Rounded x) => x._set.IsPoint && Math.Abs(x._set.Lower) == 1;

    private static bool MayBeZeroTimesInfinity(Interval a, Interval b)
        => (Interval.ContainsZero(a) && !Interval.IsFinite(b)) || (Interval.ContainsZero(b) && !Interval.IsFinite(a));

    // exact(1 + δ) + η with |δ| ≤ factor·u, |η| ≤ factor·tiny.
    private static Rounded Inflate(Interval exact, NumberFormat? format, double factor, bool withTiny = true)
    {
        if (format is null || exact.IsEntire)
        {
            return new(exact, format);
        }

        var relative = factor * format.UnitRoundoff;
        var set = exact * new Interval(1 - relative, 1 + relative);
        if (withTiny)
        {
            var tiny = factor * format.Tiny;
            set += new Interval(-tiny, tiny);
        }

        return new(Bounded(SameSign(exact, set), format), format);
    }

    // Rounding never changes a sign: what is computed for a number that is not negative is not negative.
    private static Interval SameSign(Interval exact, Interval widened)
        => exact.Lower >= 0 && widened.Lower < 0 ? new(0, Math.Max(widened.Upper, 0))
            : exact.Upper <= 0 && widened.Upper > 0 ? new(Math.Min(widened.Lower, 0), 0)
            : widened;

    // Beyond the largest finite number the computation may give an infinity.
    private static Interval Bounded(Interval set, NumberFormat format)
    {
        var max = format.MaxFinite;
        return set.Upper <= max && set.Lower >= -max
            ? set
            : new(
                set.Lower < -max ? double.NegativeInfinity : Math.Min(set.Lower, max),
                set.Upper > max ? double.PositiveInfinity : Math.Max(set.Upper, -max));
    }
}
