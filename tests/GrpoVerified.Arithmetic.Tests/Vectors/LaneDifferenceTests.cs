using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic.Vectors;
using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Vectors;

/// <summary>Each lane is what <see cref="Interval"/> computes of the same operands: exactly, or a few doubles wider where that is documented.</summary>
/// <typeparam name="T">The vectors.</typeparam>
public abstract class LaneDifferenceTests<T>
    where T : struct, IDoubleLanes<T>
{
    private static readonly int RoundingSteps = T.IsFused ? 0 : 1;

    private static readonly Gen<Interval[]> Vectors = KnownMember.Any.Select(s => Interval.Hull(Interval.FromRational(s.Lower), Interval.FromRational(s.Upper)))
        .ArrayOf(T.Count);

    // Ordinary in every lane, so that the vectors do the work.
    private static readonly Gen<Interval[]> Ordinary = DoubleCases.Magnitude(-400, 400).Select(Math.Abs)
        .Zip(Gen.Choose(0, 60), (x, k) => new Interval(x, x + (x * Math.ScaleB(1, -k)))).ArrayOf(T.Count);

    [Fact]
    public void Operations_are_those_of_intervals_in_every_lane() => Law.Holds(
        Gen.OneOf(Vectors.Two(), Ordinary.Two(), Gen.Zip(Vectors, Ordinary, (a, b) => (a, b))),
        _ => [],
        pair =>
        {
            var (a, b) = (IntervalLanes<T>.FromIntervals(pair.Item1), IntervalLanes<T>.FromIntervals(pair.Item2));
            for (var i = 0; i < T.Count; i++)
            {
                var (x, y) = (pair.Item1[i], pair.Item2[i]);
                AssertSame("+", x + y, (a + b)[i], 0);
                AssertSame("-", x - y, (a - b)[i], 0);
                AssertSame("*", x * y, (a * b)[i], RoundingSteps);
                AssertSame("/", x / y, (a / b)[i], RoundingSteps);
                AssertSame("neg", -x, (-a)[i], 0);
                AssertSame("square", Interval.Square(x), IntervalLanes<T>.Square(a)[i], RoundingSteps);
                AssertSame("sqrt", Interval.Sqrt(x), IntervalLanes<T>.Sqrt(a)[i], RoundingSteps);
                AssertSame("abs", Interval.Abs(x), IntervalLanes<T>.Abs(a)[i], 0);
                AssertSame("min", Interval.Min(x, y), IntervalLanes<T>.Min(a, b)[i], 0);
                AssertSame("max", Interval.Max(x, y), IntervalLanes<T>.Max(a, b)[i], 0);
                AssertSame("exp", Interval.Exp(x), IntervalLanes<T>.Exp(a)[i], 5);
            }
        },
        count: 1000);

    [Fact]
    public void Unbounded_and_empty_lanes_are_those_of_intervals()
    {
        Interval[] corners = [Interval.Empty, Interval.Entire, new(0, double.PositiveInfinity), new(double.NegativeInfinity, -1), new(double.MaxValue), new(0, double.Epsilon), new(-1, 1), Interval.Zero, new(-3, -2)];
        foreach (var x in corners)
        {
            foreach (var y in corners)
            {
                // The corner stands in the last lane, ordinary numbers in the others.
                var (a, b) = (WithLast(x), WithLast(y));
                var last = T.Count - 1;
                AssertSame("+", x + y, (a + b)[last], 0);
                AssertSame("-", x - y, (a - b)[last], 0);
                AssertSame("*", x * y, (a * b)[last], RoundingSteps);
                AssertSame("/", x / y, (a / b)[last], RoundingSteps);
                AssertSame("hull", Interval.Hull(x, y), IntervalLanes<T>.Hull(a, b)[last], 0);
                AssertSame("sqrt", Interval.Sqrt(x), IntervalLanes<T>.Sqrt(a)[last], RoundingSteps);
                AssertSame("abs", Interval.Abs(x), IntervalLanes<T>.Abs(a)[last], 0);
                AssertSame("square", Interval.Square(x), IntervalLanes<T>.Square(a)[last], RoundingSteps);
                AssertSame("exp", Interval.Exp(x), IntervalLanes<T>.Exp(a)[last], 5);
                if (T.Count > 1)
                {
                    AssertSame("*", new Interval(1.5) * new Interval(1.5), (a * b)[0], RoundingSteps);
                }
            }
        }
    }

    [Fact]
    public void A_relation_holds_if_it_holds_in_every_lane()
    {
        var (low, high) = (IntervalLanes<T>.Broadcast(new(1, 2)), IntervalLanes<T>.Broadcast(new(3, 4)));
        Assert.True(IntervalLanes<T>.Less(low, high).IsCertain);
        Assert.True(IntervalLanes<T>.Less(low, WithLast(new Interval(0))).IsRefuted);
        Assert.False(IntervalLanes<T>.Overlap(low, WithLast(new Interval(7))));
        Assert.True(IntervalLanes<T>.IsSubset(WithLast(new Interval(1.25)), low));
        Assert.False(IntervalLanes<T>.IsSubset(WithLast(new Interval(9)), low));
        Assert.False(IntervalLanes<T>.IsFinite(WithLast(Interval.Entire)));
    }

    [Fact]
    public void Points_must_be_finite()
        => Assert.Contains("NaN or infinite", Assert.Throws<ArgumentException>(() => IntervalLanes<T>.FromPoints(T.Broadcast(double.NaN))).Message, StringComparison.Ordinal);

    private static IntervalLanes<T> WithLast(Interval x)
        => IntervalLanes<T>.FromIntervals([.. Enumerable.Repeat(new Interval(1.5), T.Count - 1), x]);

    private static void AssertSame(string operation, Interval expected, Interval actual, int steps)
    {
        if (expected.IsEmpty)
        {
            Assert.Equal(expected, actual);
            return;
        }

        var within = operation is "exp" ? Interval.Overlap(expected, actual) : Interval.IsSubset(expected, actual);
        Assert.True(within && Interval.IsSubset(actual, Wider(expected, steps)), $"{operation}: intervals give {expected}, lanes {actual}");
    }

    private static Interval Wider(Interval x, int steps)
    {
        for (var i = 0; i < steps && !x.IsEmpty; i++)
        {
            x = new(Math.BitDecrement(x.Lower), Math.BitIncrement(x.Upper));
        }

        return x;
    }
}

public sealed class Lanes1DifferenceTests : LaneDifferenceTests<DoubleLanes1>;

public sealed class Lanes2DifferenceTests : LaneDifferenceTests<DoubleLanes2>;

public sealed class Lanes4DifferenceTests : LaneDifferenceTests<DoubleLanes4>;

public sealed class Lanes8DifferenceTests : LaneDifferenceTests<DoubleLanes8>;
