using System.Globalization;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>Several intervals side by side: each lane is an <see cref="Interval"/>, and formulas run in all of them at once.</summary>
/// <remarks>
/// Where every lane of an operation is ordinary (endpoints finite, far from underflow, divisors positive) the hardware's vectors do it;
/// otherwise the lanes go through <see cref="Interval"/> one by one, so that zeros, infinities, empty sets and domains are treated alike.
/// Field operations and roots give the same endpoints as <see cref="Interval"/> on a processor with fused multiply-add, and may be one
/// double wider without; the exponential function is up to four doubles wider. docs/formulas-interval.md, sections 9 and 10.
/// A relation between two values holds if it holds in every lane.
/// </remarks>
/// <typeparam name="T">The vectors of the endpoints.</typeparam>
public readonly partial struct IntervalLanes<T> : IEnclosure<IntervalLanes<T>>
    where T : struct, IDoubleLanes<T>
{
    /// <summary>The intervals between the lanes of two vectors that are known to be ordered and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private IntervalLanes(T lower, T upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>Number of intervals.</summary>
    public static int Count => T.Count;

    /// <summary>Whether the hardware has vectors of this length.</summary>
    public static bool IsSupported => T.IsSupported;

    /// <inheritdoc/>
    public static IntervalLanes<T> Zero => new(T.Broadcast(0), T.Broadcast(0));

    /// <inheritdoc/>
    public static IntervalLanes<T> One => new(T.Broadcast(1), T.Broadcast(1));

    /// <summary>Lower endpoints, as <see cref="Interval.Lower"/>.</summary>
    public T Lower { get; }

    /// <summary>Upper endpoints, as <see cref="Interval.Upper"/>.</summary>
    public T Upper { get; }

    /// <summary>The interval in one lane.</summary>
    /// <param name="lane">From 0 to <see cref="Count"/> − 1.</param>
    public Interval this[int lane]
    {
        get
        {
            Span<double> lower = stackalloc double[T.Count], upper = stackalloc double[T.Count];
            Lower.Store(lower);
            Upper.Store(upper);
            return Interval.OfEndpoints(lower[lane], upper[lane]);
        }
    }

    /// <summary>The same interval in every lane.</summary>
    public static IntervalLanes<T> Broadcast(Interval value) => new(T.Broadcast(value.Lower), T.Broadcast(value.Upper));

    /// <summary>The sets of one number each; numbers are finite.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static IntervalLanes<T> FromPoints(T points)
    {
        if (!T.All(T.LessThan(T.Abs(points), T.Broadcast(double.PositiveInfinity))))
        {
            throw new ArgumentException("a number is NaN or infinite; intervals contain real numbers", nameof(points));
        }

        // Adding +0 turns −0 into +0.
        return new(points + T.Broadcast(0), points + T.Broadcast(0));
    }

    /// <summary>One interval for each lane.</summary>
    /// <exception cref="ArgumentException">There are not <see cref="Count"/> of them.</exception>
    public static IntervalLanes<T> FromIntervals(ReadOnlySpan<Interval> intervals)
    {
        if (intervals.Length != T.Count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{intervals.Length} intervals for {T.Count} lanes"), nameof(intervals));
        }

        Span<double> lower = stackalloc double[T.Count], upper = stackalloc double[T.Count];
        for (var i = 0; i < T.Count; i++)
        {
            (lower[i], upper[i]) = (intervals[i].Lower, intervals[i].Upper);
        }

        return new(T.Load(lower), T.Load(upper));
    }

    /// <inheritdoc/>
    public static IntervalLanes<T> FromInteger(long n) => Broadcast(Interval.FromInteger(n));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Enumerable.Range(0, T.Count).Select(Lane));

    private Interval Lane(int lane) => this[lane];
}
