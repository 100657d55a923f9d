using GrpoVerified.Arithmetic.Tests.Laws;
using GrpoVerified.Arithmetic.Vectors;

namespace GrpoVerified.Arithmetic.Tests.Vectors;

/// <summary>Intervals side by side obey every law of enclosures, with each length of vectors.</summary>
/// <typeparam name="T">The vectors.</typeparam>
public abstract class LaneLaws<T> : EnclosureLaws<IntervalLanes<T>>
    where T : struct, IDoubleLanes<T>
{
    protected override IArithmeticContext<IntervalLanes<T>> Context { get; } = new IntervalLanesContext<T>();

    // An ordinary set goes through the vectors and a subset of it perhaps not, or the other way round; their last places differ.
    protected override bool FunctionsAreIsotonic => false;

    protected override IntervalLanes<T> Widened(IntervalLanes<T> set)
    {
        var wide = new Interval[T.Count];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = new(Math.BitDecrement(Math.BitDecrement(set[i].Lower)), Math.BitIncrement(Math.BitIncrement(set[i].Upper)));
        }

        return IntervalLanes<T>.FromIntervals(wide);
    }

    // The vectors' exponential function takes eight units, without fused multiply-add a few more with the steps of the operations.
    protected override bool IsSharp(IntervalLanes<T> value)
    {
        for (var i = 0; i < T.Count; i++)
        {
            if (value[i].Width > 12 * Math.ScaleB(value[i].Magnitude, -53))
            {
                return false;
            }
        }

        return true;
    }
}

public sealed class Lanes1Laws : LaneLaws<DoubleLanes1>;

public sealed class Lanes2Laws : LaneLaws<DoubleLanes2>;

public sealed class Lanes4Laws : LaneLaws<DoubleLanes4>;

public sealed class Lanes8Laws : LaneLaws<DoubleLanes8>;
