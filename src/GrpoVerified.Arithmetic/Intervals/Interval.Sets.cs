namespace GrpoVerified.Arithmetic;

/// <content>Intervals as sets: comparisons, relations, size, parts.</content>
public readonly partial struct Interval
{
    /// <summary>Whether the number in <paramref name="a"/> is less than the one in <paramref name="b"/>; undecided if a set is empty.</summary>
    public static Truth Less(Interval a, Interval b)
        => a.IsEmpty || b.IsEmpty ? Truth.Undecided
            : a.Upper < b.Lower ? Truth.True
            : a.Lower >= b.Upper ? Truth.False
            : Truth.Undecided;

    /// <summary>Whether the number in <paramref name="a"/> is at most the one in <paramref name="b"/>; undecided if a set is empty.</summary>
    public static Truth LessOrEqual(Interval a, Interval b) => !Less(b, a);

    /// <summary>Whether the set is bounded and not empty.</summary>
    public static bool IsFinite(Interval x) => double.IsFinite(x.Lower) && double.IsFinite(x.Upper);

    /// <inheritdoc/>
    public static bool Contains(Interval x, Rational value) => x.Contains(value);

    /// <inheritdoc/>
    public static bool ContainsZero(Interval x) => x.Lower <= 0 && x.Upper >= 0;

    /// <inheritdoc/>
    public static bool IsSubset(Interval inner, Interval outer)
        => inner.IsEmpty || (outer.Lower <= inner.Lower && inner.Upper <= outer.Upper);

    /// <inheritdoc/>
    public static bool IsInterior(Interval inner, Interval outer)
        => inner.IsEmpty
            || ((outer.Lower < inner.Lower || double.IsNegativeInfinity(outer.Lower))
                && (inner.Upper < outer.Upper || double.IsPositiveInfinity(outer.Upper)));

    /// <inheritdoc/>
    public static bool Overlap(Interval a, Interval b)
        => !a.IsEmpty && !b.IsEmpty && a.Lower <= b.Upper && b.Lower <= a.Upper;

    /// <summary>The smallest interval that contains both sets.</summary>
    public static Interval Hull(Interval a, Interval b)
        => new((Math.Min(a.Lower, b.Lower), Math.Max(a.Upper, b.Upper)));

    /// <summary>The members common to both sets, exactly.</summary>
    public static Interval Intersect(Interval a, Interval b)
        => Overlap(a, b) ? new((Math.Max(a.Lower, b.Lower), Math.Min(a.Upper, b.Upper))) : Empty;

    /// <summary>Whether the double is a member; NaN and infinities are members of nothing.</summary>
    public bool Contains(double value) => double.IsFinite(value) && Lower <= value && value <= Upper;

    /// <summary>Whether the integer is a member.</summary>
    public bool Contains(long value) => Contains((Rational)value);

    /// <summary>Whether the exact number is a member.</summary>
    public bool Contains(Rational value)
        => !IsEmpty && Lower <= value.ToDoubleDown() && value.ToDoubleUp() <= Upper;

    /// <summary>A finite double in the set, near the middle; of an unbounded set the largest finite one on that side, of the whole line 0.</summary>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    public double Midpoint
    {
        get
        {
            if (IsEmpty)
            {
                throw new InvalidOperationException("The empty set has no midpoint; test IsEmpty first.");
            }

            if (IsEntire)
            {
                return 0;
            }

            var sum = Lower + Upper;
            var middle = double.IsFinite(sum) ? 0.5 * sum : (0.5 * Lower) + (0.5 * Upper);
            return Math.Clamp(middle, Math.Max(Lower, double.MinValue), Math.Min(Upper, double.MaxValue));
        }
    }

    /// <summary>Upper minus lower endpoint, rounded up; 0 for the empty set.</summary>
    public double Width => IsEmpty ? 0 : DirectedRounding.SubtractUp(Upper, Lower);

    /// <summary>Largest distance of a member from <see cref="Midpoint"/>, rounded up; 0 for the empty set.</summary>
    public double Radius
        => IsEmpty ? 0 : Math.Max(DirectedRounding.SubtractUp(Upper, Midpoint), DirectedRounding.SubtractUp(Midpoint, Lower));

    /// <summary>Largest absolute value of a member (its supremum); 0 for the empty set.</summary>
    public double Magnitude => IsEmpty ? 0 : Math.Max(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>Smallest absolute value of a member; 0 for the empty set.</summary>
    public double Mignitude => IsEmpty || ContainsZero(this) ? 0 : Math.Min(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>The parts up to and from <see cref="Midpoint"/>, which they share.</summary>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    public (Interval Left, Interval Right) Bisect()
    {
        var middle = Midpoint;
        return (new((Lower, middle)), new((middle, Upper)));
    }
}
