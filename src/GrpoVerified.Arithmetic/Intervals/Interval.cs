using System.Globalization;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>
/// A closed set of real numbers between two doubles, rounded outward by every operation: the exact result for all members of
/// the operands is a member of the result.
/// </summary>
/// <remarks>
/// Endpoints may be infinite (an unbounded set; infinity is no member). The empty set arises from <see cref="Intersect"/> only and
/// makes every result empty. Where IEEE 1788 gives the empty set for operands outside the domain (log of a negative number,
/// division by the number zero), <see cref="Entire"/> is returned: nothing is known then, and no claim becomes vacuously true.
/// Nothing here rests on the platform's elementary functions; bounds are derived in docs/formulas-interval.md.
/// </remarks>
public readonly partial struct Interval : IEnclosure<Interval>, IEquatable<Interval>
{
    /// <summary>The set of the numbers from <paramref name="lower"/> to <paramref name="upper"/>.</summary>
    /// <exception cref="ArgumentException">An endpoint is NaN, they are out of order, or no real number lies between them.</exception>
    public Interval(double lower, double upper)
    {
        if (!(lower <= upper) || lower == double.PositiveInfinity || upper == double.NegativeInfinity)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"no set of real numbers has the endpoints {lower} and {upper}; the lower one comes first and neither is NaN"),
                nameof(lower));
        }

        // Adding +0 turns −0 into +0.
        Lower = lower + 0.0;
        Upper = upper + 0.0;
    }

    /// <summary>The set of one finite number.</summary>
    /// <exception cref="ArgumentException">The number is NaN or infinite.</exception>
    public Interval(double point)
        : this(point, point)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Interval((double Lower, double Upper) endpoints)
    {
        Lower = endpoints.Lower + 0.0;
        Upper = endpoints.Upper + 0.0;
    }

    /// <summary>The set between endpoints that an operation of intervals produced.</summary>
    internal static Interval OfEndpoints(double lower, double upper) => new((lower, upper));

    /// <summary>The empty set.</summary>
    public static Interval Empty => new((double.PositiveInfinity, double.NegativeInfinity));

    /// <summary>All real numbers.</summary>
    public static Interval Entire => new((double.NegativeInfinity, double.PositiveInfinity));

    /// <inheritdoc/>
    public static Interval Zero => default;

    /// <inheritdoc/>
    public static Interval One => new((1, 1));

    /// <summary>Lower endpoint; −∞ if unbounded below, +∞ for the empty set.</summary>
    public double Lower { get; }

    /// <summary>Upper endpoint; +∞ if unbounded above, −∞ for the empty set.</summary>
    public double Upper { get; }

    /// <summary>Whether the set has no member.</summary>
    public bool IsEmpty => Lower > Upper;

    /// <summary>Whether every real number is a member.</summary>
    public bool IsEntire => double.IsNegativeInfinity(Lower) && double.IsPositiveInfinity(Upper);

    /// <summary>Whether the set has exactly one member.</summary>
    public bool IsPoint => Lower == Upper;

    /// <inheritdoc/>
    public static Interval FromInteger(long n)
    {
        // The nearest double and its neighbour on the side of n.
        double near = n;
        var difference = (Int128)near - n;
        return new((
            difference > 0 ? Math.BitDecrement(near) : near,
            difference < 0 ? Math.BitIncrement(near) : near));
    }

    /// <summary>The smallest interval that contains the exact number.</summary>
    public static Interval FromRational(Rational value) => new((value.ToDoubleDown(), value.ToDoubleUp()));

    /// <summary>Whether the two sets are equal.</summary>
    public static bool operator ==(Interval a, Interval b) => a.Equals(b);

    /// <summary>Whether the two sets differ.</summary>
    public static bool operator !=(Interval a, Interval b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(Interval other) => Lower == other.Lower && Upper == other.Upper;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Interval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lower, Upper);

    /// <summary><c>[lower, upper]</c> with endpoints that read back exactly; <c>[empty]</c>, <c>[entire]</c>; <c>inf</c> for infinity.</summary>
    public override string ToString()
        => IsEmpty ? "[empty]" : IsEntire ? "[entire]" : $"[{Text(Lower)}, {Text(Upper)}]";

    private static string Text(double endpoint) => endpoint switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => endpoint.ToString("R", CultureInfo.InvariantCulture),
    };
}
