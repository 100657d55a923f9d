using GrpoVerified.Arithmetic;

namespace GrpoVerified.Properties.Rounding;

/// <content>Elementary functions, minimum and maximum, relations.</content>
public readonly partial record struct Rounded
{
    /// <inheritdoc/>
    public static Rounded Exp(Rounded x) => Function(x, Interval.Exp, NonNegative);

    /// <inheritdoc/>
    public static Rounded Expm1(Rounded x) => Function(x, Interval.Expm1, static s => s);

    /// <inheritdoc/>
    public static Rounded Log(Rounded x) => Function(x, Interval.Log, static s => s);

    /// <inheritdoc/>
    public static Rounded Log1p(Rounded x) => Function(x, Interval.Log1p, static s => s);

    /// <inheritdoc/>
    public static Rounded Sqrt(Rounded x)
        => x._set.Lower < 0 || x.IsUnconstrained ? new(Interval.Entire, x._format)
            : IsZero(x) ? x
            : new(NonNegative(Inflate(Interval.Sqrt(x._set), x._format, QuotientFactor)._set), x._format);

    /// <inheritdoc/>
    public static Rounded Min(Rounded a, Rounded b)
        => a.IsUnconstrained || b.IsUnconstrained ? new(Interval.Entire, a._format ?? b._format) : new(Interval.Min(a._set, b._set), a._format ?? b._format);

    /// <inheritdoc/>
    public static Rounded Max(Rounded a, Rounded b)
        => a.IsUnconstrained || b.IsUnconstrained ? new(Interval.Entire, a._format ?? b._format) : new(Interval.Max(a._set, b._set), a._format ?? b._format);

    /// <inheritdoc/>
    public static Rounded Abs(Rounded x) => new(Interval.Abs(x._set), x._format);

    /// <summary>Certain only where the two sets are apart; touching sets may round either way.</summary>
    public static Truth Less(Rounded a, Rounded b)
        => a._set.Upper < b._set.Lower ? Truth.True : a._set.Lower > b._set.Upper ? Truth.False : Truth.Undecided;

    /// <inheritdoc/>
    public static Truth LessOrEqual(Rounded a, Rounded b) => Less(a, b);

    /// <inheritdoc/>
    public static bool IsFinite(Rounded x) => Interval.IsFinite(x._set);

    /// <inheritdoc/>
    public static bool Contains(Rounded x, Rational value) => x._set.Contains(value);

    /// <inheritdoc/>
    public static bool ContainsZero(Rounded x) => Interval.ContainsZero(x._set);

    /// <inheritdoc/>
    public static bool IsSubset(Rounded inner, Rounded outer) => Interval.IsSubset(inner._set, outer._set);

    /// <inheritdoc/>
    public static bool IsInterior(Rounded inner, Rounded outer) => Interval.IsInterior(inner._set, outer._set);

    /// <inheritdoc/>
    public static bool Overlap(Rounded a, Rounded b) => Interval.Overlap(a._set, b._set);

    /// <inheritdoc/>
    public static Rounded Hull(Rounded a, Rounded b) => new(Interval.Hull(a._set, b._set), a._format ?? b._format);

    private static Rounded Function(Rounded x, Func<Interval, Interval> f, Func<Interval, Interval> range)
        => x.IsUnconstrained ? new(Interval.Entire, x._format)
            : IsZero(x) ? new(f(x._set), x._format)
            : new(range(Inflate(f(x._set), x._format, FunctionFactor)._set), x._format);

    private static Interval NonNegative(Interval set)
        => set.Lower >= 0 || set.IsEntire ? set : new(0, Math.Max(set.Upper, 0));
}
