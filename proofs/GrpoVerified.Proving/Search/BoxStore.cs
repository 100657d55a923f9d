using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GrpoVerified.Proving.Search;

/// <summary>Boxes by enclosures of their exact ends: for each axis the bounds of all lower ends, then those of all upper ends.</summary>
internal sealed class BoxStore(int dimension)
{
    // Of axis i: 4·i and 4·i + 1 the bounds of the lower ends, 4·i + 2 and 4·i + 3 those of the upper ends.
    private readonly double[][] _ends = [.. Enumerable.Range(0, 4 * dimension).Select(_ => new double[256])];

    /// <summary>Number of boxes.</summary>
    public int Count { get; private set; }

    /// <summary>Number of axes.</summary>
    public int Dimension => dimension;

    /// <summary>The exact middle of two ends, enclosed.</summary>
    public static Interval Middle(Interval lower, Interval upper) => (lower + upper) / new Interval(2);

    /// <summary>Enclosures of the ends of an axis of a box.</summary>
    public (Interval Lower, Interval Upper) Ends(int box, int axis)
        => (new(_ends[4 * axis][box], _ends[(4 * axis) + 1][box]), new(_ends[(4 * axis) + 2][box], _ends[(4 * axis) + 3][box]));

    /// <summary>Of an axis of all boxes: the lower (0) or upper (1) bounds of the lower ends, or those of the upper ends (2, 3).</summary>
    public ReadOnlySpan<double> Bounds(int axis, int which) => _ends[(4 * axis) + which].AsSpan(0, Count);

    /// <summary>Appends a box.</summary>
    public void Add(ReadOnlySpan<(Interval Lower, Interval Upper)> ends)
    {
        Reserve(1);
        for (var i = 0; i < dimension; i++)
        {
            SetLower(Count, i, ends[i].Lower);
            SetUpper(Count, i, ends[i].Upper);
        }

        Count++;
    }

    /// <summary>Appends the halves of some boxes of another store, each box cut at the middle of one axis.</summary>
    /// <param name="from">The other store.</param>
    /// <param name="start">The first box.</param>
    /// <param name="decisions">For that box and those after it: the letter of the axis, A, B and so on; anything else for a box that is not cut.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddHalves(BoxStore from, int start, ReadOnlySpan<byte> decisions)
    {
        Span<int> cut = stackalloc int[256];
        while (!decisions.IsEmpty)
        {
            var part = decisions[..Math.Min(cut.Length, decisions.Length)];
            var count = 0;
            for (var i = 0; i < part.Length; i++)
            {
                cut[count] = start + i;
                count += part[i] >= (byte)'A' && part[i] <= (byte)'Z' ? 1 : 0;
            }

            if (count > 0)
            {
                AddCopies(from, cut[..count]);
            }

            for (var i = 0; i < count; i++)
            {
                var axis = part[cut[i] - start] - (byte)'A';
                var (low, high) = from.MiddleOf(cut[i], axis);
                var first = Count - (2 * (count - i));
                (_ends[(4 * axis) + 2][first], _ends[(4 * axis) + 3][first]) = (low, high);
                (_ends[4 * axis][first + 1], _ends[(4 * axis) + 1][first + 1]) = (low, high);
            }

            decisions = decisions[part.Length..];
            start += part.Length;
        }
    }

    /// <summary>Takes out all boxes.</summary>
    public void Clear() => Count = 0;

    /// <summary>Every n-th box, from a first one on.</summary>
    public BoxStore Every(int n, int first)
    {
        var some = new BoxStore(dimension);
        for (var box = first; box < Count; box += n)
        {
            some.Copy(this, box);
        }

        return some;
    }

    // The doubles of Middle.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Low, double High) MiddleOf(int box, int axis)
    {
        var (low, high) = (HalfDown(_ends[4 * axis][box], _ends[(4 * axis) + 2][box]), -HalfDown(-_ends[(4 * axis) + 1][box], -_ends[(4 * axis) + 3][box]));
        if (!double.IsNaN(low) && !double.IsNaN(high))
        {
            return (low, high);
        }

        var (lower, upper) = Ends(box, axis);
        var middle = Middle(lower, upper);
        return (middle.Lower, middle.Upper);
    }

    // (a + b)/2 rounded down: TwoSum, and half of a double is a double; NaN where the sum is tiny or huge.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double HalfDown(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        var error = (a - (sum - part)) + (b - part);
        return sum != 0 && Math.Abs(sum) is not (> 1e-300 and < 1e300) ? double.NaN : 0.5 * (error < 0 ? Math.BitDecrement(sum) : sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetLower(int box, int axis, Interval end) => (_ends[4 * axis][box], _ends[(4 * axis) + 1][box]) = (end.Lower, end.Upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetUpper(int box, int axis, Interval end) => (_ends[(4 * axis) + 2][box], _ends[(4 * axis) + 3][box]) = (end.Lower, end.Upper);

    // Each box twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddCopies(BoxStore from, ReadOnlySpan<int> boxes)
    {
        Reserve(2 * boxes.Length);
        for (var i = 0; i < _ends.Length; i++)
        {
            Twice(ref MemoryMarshal.GetArrayDataReference(from._ends[i]), ref _ends[i][Count], boxes);
        }

        Count += 2 * boxes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Twice(ref double from, ref double to, ReadOnlySpan<int> boxes)
    {
        for (var k = 0; k < boxes.Length; k++)
        {
            Vector128.Create(Unsafe.Add(ref from, boxes[k])).StoreUnsafe(ref to, (nuint)(2 * k));
        }
    }

    private void Copy(BoxStore from, int box)
    {
        Reserve(1);
        for (var i = 0; i < _ends.Length; i++)
        {
            _ends[i][Count] = from._ends[i][box];
        }

        Count++;
    }

    private void Reserve(int more)
    {
        for (var i = 0; i < _ends.Length && Count + more > _ends[i].Length; i++)
        {
            var larger = GC.AllocateUninitializedArray<double>(Math.Max(4 * _ends[i].Length, Count + more));
            _ends[i].AsSpan(0, Count).CopyTo(larger);
            _ends[i] = larger;
        }
    }
}
