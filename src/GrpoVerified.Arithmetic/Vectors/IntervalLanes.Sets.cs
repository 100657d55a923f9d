namespace GrpoVerified.Arithmetic.Vectors;

/// <content>Relations, which hold if they hold in every lane, and hulls.</content>
public readonly partial struct IntervalLanes<T>
{
    /// <summary>Conjunction over the lanes of <see cref="Interval.Less"/>.</summary>
    public static Truth Less(IntervalLanes<T> a, IntervalLanes<T> b) => Conjunction(lane => Interval.Less(a[lane], b[lane]));

    /// <summary>Conjunction over the lanes of <see cref="Interval.LessOrEqual"/>.</summary>
    public static Truth LessOrEqual(IntervalLanes<T> a, IntervalLanes<T> b) => Conjunction(lane => Interval.LessOrEqual(a[lane], b[lane]));

    /// <inheritdoc/>
    public static bool IsFinite(IntervalLanes<T> x) => InEveryLane(lane => Interval.IsFinite(x[lane]));

    /// <inheritdoc/>
    public static bool Contains(IntervalLanes<T> x, Rational value) => InEveryLane(lane => x[lane].Contains(value));

    /// <inheritdoc/>
    public static bool ContainsZero(IntervalLanes<T> x) => InEveryLane(lane => Interval.ContainsZero(x[lane]));

    /// <inheritdoc/>
    public static bool IsSubset(IntervalLanes<T> inner, IntervalLanes<T> outer) => InEveryLane(lane => Interval.IsSubset(inner[lane], outer[lane]));

    /// <inheritdoc/>
    public static bool IsInterior(IntervalLanes<T> inner, IntervalLanes<T> outer) => InEveryLane(lane => Interval.IsInterior(inner[lane], outer[lane]));

    /// <inheritdoc/>
    public static bool Overlap(IntervalLanes<T> a, IntervalLanes<T> b) => InEveryLane(lane => Interval.Overlap(a[lane], b[lane]));

    /// <summary>The smallest interval that contains both sets, in each lane.</summary>
    public static IntervalLanes<T> Hull(IntervalLanes<T> a, IntervalLanes<T> b) => EachOf(a, b, Interval.Hull);

    private static bool InEveryLane(Predicate<int> holds)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (!holds(lane))
            {
                return false;
            }
        }

        return true;
    }

    private static Truth Conjunction(Func<int, Truth> relation)
    {
        var all = Truth.True;
        for (var lane = 0; lane < T.Count; lane++)
        {
            all &= relation(lane);
        }

        return all;
    }
}
