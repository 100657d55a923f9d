using System.Runtime.Intrinsics;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>The tests of <see cref="BoxTest"/> on sixteen boxes at a time; the verdicts and axes are the same.</summary>
internal sealed class BoxBatch
{
    private const int Lanes = BatchProgram.Lanes;
    private readonly BoxTest _test;
    private readonly BatchProgram _whole;
    private readonly BatchProgram _middle;
    private readonly int _dimension;
    private readonly double[] _ends;
    private readonly BoxTest.Workspace _scalar;
    private readonly double[] _sum = new double[2 * Lanes];

    public BoxBatch(BoxTest test)
    {
        _test = test;
        (_whole, _middle) = (new(test.Program), new(test.Program));
        _dimension = test.Dimension;
        _ends = new double[6 * _dimension * Lanes];
        _scalar = test.NewWorkspace();
    }

    /// <summary>Whether a test can be done in batches: facts are left to the single boxes.</summary>
    public static bool Applies(BoxTest test) => BatchProgram.IsSupported && test.FactCount == 0 && test.Dimension > 0;

    /// <summary>Tests up to sixteen boxes.</summary>
    /// <param name="boxes">The ends of the boxes.</param>
    /// <param name="start">The first box.</param>
    /// <param name="verdicts">One for each box.</param>
    /// <param name="axes">The axis to split.</param>
    public void Decide(BoxStore boxes, int start, Span<BoxVerdict> verdicts, Span<int> axes)
    {
        Load(boxes, start, verdicts.Length);
        var low = Part(0);
        var high = Part(1);
        var middleLow = Part(2);
        var middleHigh = Part(3);
        var root = _test.Program.Root(0);
        var all = (1 << verdicts.Length) - 1;
        _whole.Start();
        _whole.Evaluate(low, high, 0, root);
        var undefined = _whole.Failed;
        var natural = Holds(_whole.Lower(root)) & ~undefined & all;
        var open = all & ~natural & ~_whole.Unusual;
        var (slopes, meanValue, violated, centred) = (0, 0, 0, 0);
        if (open != 0)
        {
            if (_test.IsSmooth)
            {
                _whole.Evaluate(low, high, root + 1, _test.LastSlope);
                slopes = ~_whole.Failed & open;
            }

            _middle.Start();
            _middle.Evaluate(middleLow, middleHigh, 0, root);
            centred = ~_middle.Failed;
            (meanValue, violated) = Centred(low, high, middleLow, middleHigh, root);
        }

        var unusual = _whole.Unusual | (open != 0 ? _middle.Unusual : 0);
        for (var k = 0; k < verdicts.Length; k++)
        {
            var bit = 1 << k;
            if ((natural & bit & ~_whole.Unusual) != 0)
            {
                (verdicts[k], axes[k]) = (BoxVerdict.Natural, 0);
            }
            else if ((unusual & bit) != 0)
            {
                verdicts[k] = _test.Decide(boxes, start + k, _scalar, out axes[k]);
            }
            else
            {
                verdicts[k] = (centred & bit) == 0 ? BoxVerdict.Open
                    : (slopes & meanValue & bit) != 0 ? BoxVerdict.MeanValue
                    : (violated & bit) != 0 ? BoxVerdict.Violated
                    : BoxVerdict.Open;
                axes[k] = verdicts[k] == BoxVerdict.Open ? Axis(k, low, high, (slopes & bit) != 0) : 0;
            }
        }
    }

    // The lower ends, the upper ends, the lower and the upper ends of the middles; and the other ends of the enclosures of the ends.
    private Span<double> Part(int n) => _ends.AsSpan(n * _dimension * Lanes, _dimension * Lanes);

    // The boxes and their middles, turned so that the sixteen numbers of one end stand together.
    private void Load(BoxStore boxes, int start, int count)
    {
        for (var i = 0; i < _dimension; i++)
        {
            for (var k = 0; k < Lanes; k++)
            {
                // Lanes without a box repeat the last one.
                var (lower, upper) = boxes.Ends(start + Math.Min(k, count - 1), i);
                var at = (i * Lanes) + k;
                (Part(0)[at], Part(4)[at], Part(5)[at], Part(1)[at]) = (lower.Lower, lower.Upper, upper.Lower, upper.Upper);
            }
        }

        for (var at = 0; at < _dimension * Lanes; at += 4)
        {
            var middle = Bounds.Middle(Four(Part(0), Part(4), at), Four(Part(5), Part(1), at));
            middle.Lower.CopyTo(Part(2)[at..]);
            middle.Upper.CopyTo(Part(3)[at..]);
        }
    }

    private static Bounds Four(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, int at) => new(Vector256.Create(lower.Slice(at, 4)), Vector256.Create(upper.Slice(at, 4)));

    private int Holds(ReadOnlySpan<double> lower)
    {
        var mask = 0;
        for (var at = 0; at < Lanes; at += 4)
        {
            var x = Vector256.Create(lower.Slice(at, 4));
            var holds = _test.Relation == Relation.Positive ? Vector256.GreaterThan(x, Vector256<double>.Zero) : Vector256.GreaterThanOrEqual(x, Vector256<double>.Zero);
            mask |= (int)holds.ExtractMostSignificantBits() << at;
        }

        return mask;
    }

    // Where the mean-value form has the sign, and where the value at the middle certainly has not.
    private (int MeanValue, int Violated) Centred(ReadOnlySpan<double> low, ReadOnlySpan<double> high, ReadOnlySpan<double> middleLow, ReadOnlySpan<double> middleHigh, int root)
    {
        var violated = 0;
        for (var at = 0; at < Lanes; at += 4)
        {
            var sum = Vector256<double>.Zero;
            for (var i = 0; _test.IsSmooth && i < _dimension; i++)
            {
                var k = (i * Lanes) + at;
                var slope = _test.Slope(i);
                var offset = Bounds.Subtract(Four(low, high, k), Four(middleLow, middleHigh, k));
                sum = Bounds.AddDown(sum, Bounds.Multiply(Four(_whole.Lower(slope), _whole.Upper(slope), at), offset).Lower);
            }

            var centre = Four(_middle.Lower(root), _middle.Upper(root), at);
            Bounds.AddDown(centre.Lower, sum).CopyTo(_sum.AsSpan(at));
            var fails = _test.Relation == Relation.Positive ? Vector256.LessThanOrEqual(centre.Upper, Vector256<double>.Zero) : Vector256.LessThan(centre.Upper, Vector256<double>.Zero);
            violated |= (int)fails.ExtractMostSignificantBits() << at;
        }

        return (Holds(_sum.AsSpan(0, Lanes)), violated);
    }

    private int Axis(int lane, ReadOnlySpan<double> low, ReadOnlySpan<double> high, bool bySlope)
    {
        var (best, axis) = (-1.0, 0);
        for (var i = 0; i < _dimension; i++)
        {
            var width = new Interval(low[(i * Lanes) + lane], high[(i * Lanes) + lane]).Width;
            var effect = bySlope
                ? Math.Max(Math.Abs(_whole.Lower(_test.Slope(i))[lane]), Math.Abs(_whole.Upper(_test.Slope(i))[lane])) * width
                : width / _test.Scale(i);
            if (effect > best)
            {
                (best, axis) = (effect, i);
            }
        }

        return axis;
    }
}
