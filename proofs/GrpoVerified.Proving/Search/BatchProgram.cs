using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GrpoVerified.Proving.Search;

/// <summary>
/// A straight-line program on many boxes at a time: the same doubles as <see cref="BoxProgram"/>, where both operate on ordinary numbers;
/// a box that meets infinity or a product near underflow is left to <see cref="BoxProgram"/>.
/// </summary>
/// <remarks>
/// Every operation is rounded correctly down and up in both, so the results agree bit for bit; exp and log are those of <see cref="Interval"/>.
/// A step takes the short way of <see cref="BatchSteps"/> where the signs on the whole domain promise that, which finds out for itself
/// whether the promise holds.
/// </remarks>
internal sealed class BatchProgram
{
    /// <summary>Boxes in a batch.</summary>
    public const int Lanes = 64;

    private const int Width = 4;
    private readonly BoxProgram _program;
    private readonly (ExprKind Kind, int Left, int Right, int Axis, bool IsShort)[] _steps;
    private readonly int[] _lastUse;
    private readonly double[] _values;
    private readonly int[] _at;
    private readonly int _dimension;
    private int _boxes = Lanes;
    private ulong _failed;
    private ulong _unusual;

    /// <summary>A program whose boxes lie in a domain.</summary>
    public BatchProgram(BoxProgram program, ReadOnlySpan<Interval> domain)
    {
        _program = program;
        _dimension = domain.Length;
        (_values, var start) = Aligned((_dimension + program.Length) * 2 * Lanes);
        _steps = Plan(program, domain);
        _lastUse = new int[_steps.Length];
        for (var i = 0; i < _steps.Length; i++)
        {
            (_lastUse[Math.Max(0, _steps[i].Left)], _lastUse[Math.Max(0, _steps[i].Right)]) = (i, i);
        }

        // A slope may be a part of the expression.
        foreach (var root in program.Roots)
        {
            _lastUse[root] = int.MaxValue;
        }

        // The axes come first; a step that is a variable stands where its axis does.
        _at = [.. Enumerable.Range(0, _dimension + program.Length).Select(i => start + ((i < _dimension || !IsVariable(i - _dimension) ? i : _steps[i - _dimension].Axis) * 2 * Lanes))];
        for (var i = 0; i < program.Length; i++)
        {
            if (_steps[i].Kind == ExprKind.Number)
            {
                var constant = program.Constant(i);
                Lower(i).Fill(constant.Lower);
                Upper(i).Fill(constant.Upper);
            }
        }
    }

    /// <summary>Whether the processor has the instructions that make it worth while.</summary>
    public static bool IsSupported => Vector256.IsHardwareAccelerated && Compaction.IsSupported && System.Runtime.Intrinsics.X86.Fma.IsSupported;

    /// <summary>The boxes, one bit each, on which the last evaluation failed for good.</summary>
    public ulong Failed => _failed;

    /// <summary>The boxes on which the last evaluation met infinity or NaN: nothing is known about them.</summary>
    public ulong Unusual => _unusual;

    /// <summary>The values of a step: lower ends.</summary>
    public Span<double> Lower(int step) => _values.AsSpan(_at[_dimension + step], Lanes);

    /// <summary>The values of a step: upper ends.</summary>
    public Span<double> Upper(int step) => _values.AsSpan(_at[_dimension + step] + Lanes, Lanes);

    /// <summary>The lower ends of an axis, to be set before an evaluation.</summary>
    public Span<double> AxisLower(int axis) => _values.AsSpan(_at[axis], Lanes);

    /// <summary>The upper ends of an axis.</summary>
    public Span<double> AxisUpper(int axis) => _values.AsSpan(_at[axis] + Lanes, Lanes);

    /// <summary>Begins with so many boxes.</summary>
    public void Start(int boxes) => (_boxes, _failed, _unusual) = ((boxes + Width - 1) & -Width, 0, 0);

    /// <summary>Keeps some boxes only, in order: the axes, and what the steps after <paramref name="last"/> need of the steps up to there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Keep(ulong boxes, int last)
    {
        for (var i = 0; i < _dimension; i++)
        {
            Compaction.Keep(ref AxisLower(i)[0], _boxes, boxes);
            Compaction.Keep(ref AxisUpper(i)[0], _boxes, boxes);
        }

        for (var i = 0; i <= last; i++)
        {
            if (_lastUse[i] > last && _steps[i].Kind is not ExprKind.Number and not ExprKind.Variable)
            {
                Compaction.Keep(ref Lower(i)[0], _boxes, boxes);
                Compaction.Keep(ref Upper(i)[0], _boxes, boxes);
            }
        }

        (_failed, _unusual) = (Compaction.Keep(_failed, boxes), Compaction.Keep(_unusual, boxes));
        _boxes = (BitOperations.PopCount(boxes) + Width - 1) & -Width;
    }

    /// <summary>Evaluates the steps from <paramref name="first"/> to <paramref name="last"/> on the axes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Evaluate(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            ref readonly var step = ref _steps[i];
            if (step.Kind is not ExprKind.Number and not ExprKind.Variable
                && (!step.IsShort || !Short(step.Kind, ref First(step.Left), ref First(Math.Max(0, step.Right)), ref First(i))))
            {
                Long(step.Kind, step.Left, step.Right, i);
            }
        }
    }

    /// <summary>The boxes on which the value of a step is infinite or no number, or follows from such values: nothing is known about them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Inspect(int step)
    {
        var lower = Lower(step);
        var upper = Upper(step);
        for (var at = 0; at < _boxes; at += Width)
        {
            _unusual |= (ulong)(~Bounds.Finite(new(Vector256.Create(lower.Slice(at, Width)), Vector256.Create(upper.Slice(at, Width)))).ExtractMostSignificantBits() & 0xF) << at;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Short(ExprKind kind, ref double a, ref double b, ref double to) => kind switch
    {
        ExprKind.Add => BatchSteps.Add(ref a, ref b, ref to, _boxes, Lanes),
        ExprKind.Subtract => BatchSteps.Subtract(ref a, ref b, ref to, _boxes, Lanes),
        ExprKind.Multiply => BatchSteps.Multiply(ref a, ref b, ref to, _boxes, Lanes),
        ExprKind.Divide => BatchSteps.Divide(ref a, ref b, ref to, _boxes, Lanes),
        ExprKind.Negate => BatchSteps.Negate(ref a, ref to, _boxes, Lanes),
        ExprKind.Square => BatchSteps.Square(ref a, ref to, _boxes, Lanes),
        ExprKind.Sqrt => BatchSteps.Sqrt(ref a, ref to, _boxes, Lanes),
        ExprKind.Exp => BatchSteps.Exp(ref a, ref to, _boxes, Lanes),
        _ => false,
    };

    private void Long(ExprKind kind, int left, int right, int step)
    {
        if (kind is ExprKind.Exp or ExprKind.Log)
        {
            Elementary(kind, left, step);
            return;
        }

        for (var at = 0; at < _boxes; at += Width)
        {
            var a = Load(left, at);
            var (result, failed) = Bounds.Apply(kind, a, right < 0 ? a : Load(right, at));
            result.Lower.StoreUnsafe(ref First(step), (nuint)at);
            result.Upper.StoreUnsafe(ref First(step), (nuint)(Lanes + at));
            _failed |= (ulong)failed << at;
            _unusual |= (ulong)(~Bounds.Finite(result).ExtractMostSignificantBits() & 0xF) << at;
        }
    }

    // Boxes that have failed are left out: their operands mean nothing.
    private void Elementary(ExprKind kind, int operand, int step)
    {
        var fromLower = Lower(operand);
        var fromUpper = Upper(operand);
        var toLower = Lower(step);
        var toUpper = Upper(step);
        for (var open = ~(_failed | _unusual) & (ulong.MaxValue >> (64 - _boxes)); open != 0; open &= open - 1)
        {
            var k = BitOperations.TrailingZeroCount(open);
            if (kind == ExprKind.Log && fromLower[k] <= 0)
            {
                _failed |= 1UL << k;
                continue;
            }

            if (!double.IsFinite(fromLower[k]) || !double.IsFinite(fromUpper[k]))
            {
                _unusual |= 1UL << k;
                continue;
            }

            var x = new Interval(fromLower[k], fromUpper[k]);
            var y = kind == ExprKind.Exp ? Interval.Exp(x) : Interval.Log(x);
            (toLower[k], toUpper[k]) = (y.Lower, y.Upper);
            if (!double.IsFinite(y.Lower) || !double.IsFinite(y.Upper))
            {
                _unusual |= 1UL << k;
            }
        }
    }

    // Which steps take the short way: by the signs on the whole domain, where these are known.
    private static (ExprKind Kind, int Left, int Right, int Axis, bool IsShort)[] Plan(BoxProgram program, ReadOnlySpan<Interval> domain)
    {
        var values = program.NewValues();
        var steps = new (ExprKind Kind, int Left, int Right, int Axis, bool IsShort)[program.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var (kind, left, right, axis) = program.Step(i);
            var known = (left < 0 || !values[left].IsEmpty) && (right < 0 || !values[right].IsEmpty);
            if (!known || !program.Evaluate(domain, values, i, i))
            {
                values[i] = Interval.Empty;
            }

            var (a, b) = (left < 0 ? Interval.Empty : values[left], right < 0 ? Interval.Empty : values[right]);
            steps[i] = kind switch
            {
                // Minus one changes the sign, without rounding.
                ExprKind.Multiply when IsMinusOne(a) => (ExprKind.Negate, right, -1, 0, true),
                ExprKind.Multiply when IsMinusOne(b) => (ExprKind.Negate, left, -1, 0, true),
                ExprKind.Multiply when IsAtLeast(a, 0) => (kind, left, right, 0, true),
                ExprKind.Multiply when IsAtLeast(b, 0) => (kind, right, left, 0, true),
                ExprKind.Multiply => (kind, left, right, 0, false),
                ExprKind.Divide => (kind, left, right, 0, IsAtLeast(b, double.Epsilon)),
                ExprKind.Square => (kind, left, right, 0, IsAtLeast(a, 0)),
                ExprKind.Sqrt => (kind, left, right, 0, IsAtLeast(a, double.Epsilon)),
                ExprKind.Add or ExprKind.Subtract or ExprKind.Negate or ExprKind.Exp => (kind, left, right, 0, true),
                _ => (kind, left, right, axis, false),
            };
        }

        return steps;
    }

    private static bool IsAtLeast(Interval x, double least) => !x.IsEmpty && x.Lower >= least;

    private static bool IsMinusOne(Interval x) => x.Lower == -1 && x.Upper == -1;

    private bool IsVariable(int step) => _steps[step].Kind == ExprKind.Variable;

    private ref double First(int step) => ref _values[_at[_dimension + step]];

    private Bounds Load(int step, int at)
        => new(Vector256.LoadUnsafe(ref First(step), (nuint)at), Vector256.LoadUnsafe(ref First(step), (nuint)(Lanes + at)));

    // A pinned array and the index from which its elements lie on lines of the cache.
    private static (double[] Array, int Offset) Aligned(int length)
    {
        var array = GC.AllocateArray<double>(length + 8, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        return (array, (int)((64 - (address % 64)) % 64 / sizeof(double)));
    }
}
