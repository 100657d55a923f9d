using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GrpoVerified.Proving.Statements;
using static GrpoVerified.Proving.Search.Rounded;

namespace GrpoVerified.Proving.Search;

/// <summary>The tests of <see cref="BoxTest"/> on many boxes at a time; the decisions are the same.</summary>
internal sealed class BoxBatch
{
    private const int Lanes = BatchProgram.Lanes;
    private const int Width = 4;

    // A box on which the batch says nothing.
    private const byte Single = (byte)' ';

    private readonly BoxTest _test;
    private readonly BatchProgram _whole;
    private readonly BatchProgram _middle;
    private readonly int _dimension;
    private readonly int _root;
    private readonly byte[] _found = new byte[Lanes];
    private readonly BoxTest.Workspace _scalar;
    private int _boxes;

    public BoxBatch(BoxTest test)
    {
        _test = test;
        (_whole, _middle) = (new(test.Program, test.Domain), new(test.Program, test.Domain));
        (_dimension, _root) = (test.Dimension, test.Program.Root(0));
        _scalar = test.NewWorkspace();
    }

    /// <summary>Whether a test can be done in batches: facts are left to the single boxes.</summary>
    public static bool Applies(BoxTest test) => BatchProgram.IsSupported && test.FactCount == 0 && test.Dimension > 0;

    /// <summary>Tests at most a batch of boxes.</summary>
    /// <param name="boxes">The ends of the boxes.</param>
    /// <param name="start">The first box.</param>
    /// <param name="decisions">One for each box: <see cref="BoxTest.Decide(BoxStore, int, BoxTest.Workspace)"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decide(BoxStore boxes, int start, Span<byte> decisions)
    {
        _boxes = (decisions.Length + Width - 1) & -Width;
        Load(boxes, start, decisions.Length);
        var all = ulong.MaxValue >> (64 - decisions.Length);
        _whole.Start(decisions.Length);
        _whole.Evaluate(0, _root);
        _whole.Inspect(_root);
        var unusual = _whole.Unusual & all;
        var open = all & ~unusual & (~Signs(_whole.Lower(_root)) | _whole.Failed);
        decisions.Fill((byte)'.');
        for (var left = unusual; left != 0; left &= left - 1)
        {
            var box = BitOperations.TrailingZeroCount(left);
            decisions[box] = _test.Decide(boxes, start + box, _scalar);
        }

        if (open != 0)
        {
            DecideOpen(boxes, start, open, decisions);
        }
    }

    // The boxes that natural evaluation leaves open, moved together.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DecideOpen(BoxStore boxes, int start, ulong open, Span<byte> decisions)
    {
        _whole.Keep(open, _root);
        _middle.Start(_boxes);
        _middle.Keep(open, -1);
        var count = BitOperations.PopCount(open);
        _boxes = (count + Width - 1) & -Width;
        _middle.Evaluate(0, _root);
        _middle.Inspect(_root);
        var (slopes, meanValue, unusual) = (0UL, 0UL, _middle.Unusual);
        if (_test.IsSmooth)
        {
            _whole.Evaluate(_root + 1, _test.LastSlope);
            var (holds, ordinary) = MeanValue();
            slopes = ~_whole.Failed;
            meanValue = holds & slopes;
            unusual |= _whole.Unusual | (slopes & ~ordinary);
        }

        var all = ulong.MaxValue >> (64 - count);
        Widest(~slopes & all);
        Mark(Fails(_middle.Upper(_root)) & ~_middle.Failed & all, (byte)'!');
        Mark(meanValue & ~_middle.Failed & all, (byte)'*');
        Mark(unusual & all, Single);
        for (var (left, k) = (open, 0); left != 0; left &= left - 1, k++)
        {
            var box = BitOperations.TrailingZeroCount(left);
            decisions[box] = _found[k] == Single ? _test.Decide(boxes, start + box, _scalar) : _found[k];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mark(ulong boxes, byte decision)
    {
        for (; boxes != 0; boxes &= boxes - 1)
        {
            _found[BitOperations.TrailingZeroCount(boxes)] = decision;
        }
    }

    // The boxes, and their middles.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Load(BoxStore boxes, int start, int count)
    {
        for (var i = 0; i < _dimension; i++)
        {
            var low = _whole.AxisLower(i);
            var high = _whole.AxisUpper(i);
            var lowInside = _middle.AxisLower(i);
            var highInside = _middle.AxisUpper(i);
            Copy(boxes.Bounds(i, 0), low);
            Copy(boxes.Bounds(i, 1), lowInside);
            Copy(boxes.Bounds(i, 2), highInside);
            Copy(boxes.Bounds(i, 3), high);
            Middles(ref low[0], ref lowInside[0], ref highInside[0], ref high[0]);
        }

        // Places without a box repeat the last one.
        void Copy(ReadOnlySpan<double> from, Span<double> to)
        {
            from.Slice(start, count).CopyTo(to);
            for (var k = count; k < _boxes; k++)
            {
                to[k] = to[count - 1];
            }
        }
    }

    // The middles take the place of the inner bounds of the ends.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Middles(ref double low, ref double lowInside, ref double highInside, ref double high)
    {
        for (var at = 0; at < _boxes; at += Width)
        {
            var middle = Bounds.Middle(Four(ref low, ref lowInside, at), Four(ref highInside, ref high, at));
            middle.Lower.StoreUnsafe(ref lowInside, (nuint)at);
            middle.Upper.StoreUnsafe(ref highInside, (nuint)at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Bounds Four(ref double lower, ref double upper, int at) => new(Vector256.LoadUnsafe(ref lower, (nuint)at), Vector256.LoadUnsafe(ref upper, (nuint)at));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Signs(ReadOnlySpan<double> lower)
    {
        var mask = 0UL;
        for (var at = 0; at < _boxes; at += Width)
        {
            mask |= (ulong)Holds(Vector256.Create(lower.Slice(at, Width))) << at;
        }

        return mask;
    }

    private uint Holds(Vector256<double> lower)
        => (_test.Relation == Relation.Positive ? Vector256.GreaterThan(lower, Vector256<double>.Zero) : Vector256.GreaterThanOrEqual(lower, Vector256<double>.Zero)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Fails(ReadOnlySpan<double> upper)
    {
        var mask = 0UL;
        for (var at = 0; at < _boxes; at += Width)
        {
            var x = Vector256.Create(upper.Slice(at, Width));
            var fails = _test.Relation == Relation.Positive ? Vector256.LessThanOrEqual(x, Vector256<double>.Zero) : Vector256.LessThan(x, Vector256<double>.Zero);
            mask |= (ulong)fails.ExtractMostSignificantBits() << at;
        }

        return mask;
    }

    // Where the mean-value form has the sign; where it and all slopes are numbers; the axis with the largest slope times width.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (ulong Holds, ulong Ordinary) MeanValue()
    {
        Span<double> state = stackalloc double[3 * Lanes];
        ref var sum = ref state[0];
        ref var best = ref state[Lanes];
        ref var axis = ref state[2 * Lanes];
        state[.._boxes].Clear();
        state.Slice(Lanes, _boxes).Fill(-1);
        state.Slice(2 * Lanes, _boxes).Clear();
        var ordinary = ulong.MaxValue;
        for (var i = 0; i < _dimension; i++)
        {
            var slope = _test.Slope(i);
            ordinary &= AddSlope(
                ref _whole.Lower(slope)[0], ref _whole.Upper(slope)[0], ref _whole.AxisLower(i)[0], ref _whole.AxisUpper(i)[0], ref _middle.AxisLower(i)[0], ref _middle.AxisUpper(i)[0], i, ref sum, ref best, ref axis);
        }

        var holds = 0UL;
        for (var at = 0; at < _boxes; at += Width)
        {
            var total = SumDown(Vector256.LoadUnsafe(ref _middle.Lower(_root)[0], (nuint)at), Vector256.LoadUnsafe(ref sum, (nuint)at));
            holds |= (ulong)Holds(total) << at;
            ordinary &= ~((ulong)(~Bounds.Finite(new(total, total)).ExtractMostSignificantBits() & 0xF) << at);
        }

        for (var k = 0; k < _boxes; k++)
        {
            _found[k] = (byte)('A' + (int)state[(2 * Lanes) + k]);
        }

        return (holds, ordinary);
    }

    /// <summary>Adds the least of slope·(X − c) along one axis; notes the axis if slope times width is the largest so far.</summary>
    /// <remarks>The offset X − c from the middle has its ends on both sides of zero, so the least is slope.Lower·offset.Upper or slope.Upper·offset.Lower.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong AddSlope(
        ref double slopeLow, ref double slopeHigh, ref double low, ref double high, ref double middleLow, ref double middleHigh, int number, ref double sum, ref double best, ref double axis)
    {
        var ordinary = 0UL;
        for (var at = 0; at < _boxes; at += Width)
        {
            var slope = Four(ref slopeLow, ref slopeHigh, at);
            var box = Four(ref low, ref high, at);
            var below = SumDown(box.Lower, -Vector256.LoadUnsafe(ref middleHigh, (nuint)at));
            var above = SumUp(box.Upper, -Vector256.LoadUnsafe(ref middleLow, (nuint)at));
            var known = Bounds.KnownProduct(slope.Lower, above) & Bounds.KnownProduct(slope.Upper, below) & Bounds.Finite(slope);
            ordinary |= (ulong)known.ExtractMostSignificantBits() << at;
            var least = Vector256.MinNative(ProductDown(slope.Lower, above), ProductDown(slope.Upper, below));
            SumDown(Vector256.LoadUnsafe(ref sum, (nuint)at), least).StoreUnsafe(ref sum, (nuint)at);
            var effect = Vector256.MaxNative(Vector256.Abs(slope.Lower), Vector256.Abs(slope.Upper)) * SumUp(box.Upper, -box.Lower);
            var old = Vector256.LoadUnsafe(ref best, (nuint)at);
            var better = Vector256.GreaterThan(effect, old);
            Vector256.ConditionalSelect(better, effect, old).StoreUnsafe(ref best, (nuint)at);
            Vector256.ConditionalSelect(better, Vector256.Create((double)number), Vector256.LoadUnsafe(ref axis, (nuint)at)).StoreUnsafe(ref axis, (nuint)at);
        }

        return ordinary | (_boxes == 64 ? 0 : ulong.MaxValue << _boxes);
    }

    // Where there are no slopes: the axis that is widest beside its whole domain.
    private void Widest(ulong boxes)
    {
        for (; boxes != 0; boxes &= boxes - 1)
        {
            var k = BitOperations.TrailingZeroCount(boxes);
            var best = -1.0;
            for (var i = 0; i < _dimension; i++)
            {
                var width = new Interval(_whole.AxisLower(i)[k], _whole.AxisUpper(i)[k]).Width / _test.Scale(i);
                if (width > best)
                {
                    (best, _found[k]) = (width, (byte)('A' + i));
                }
            }
        }
    }
}
