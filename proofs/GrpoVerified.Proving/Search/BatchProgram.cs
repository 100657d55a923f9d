using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GrpoVerified.Proving.Search;

/// <summary>
/// A straight-line program on sixteen boxes at a time: the same doubles as <see cref="BoxProgram"/>, where both operate on ordinary
/// numbers; a box that meets infinity or a product near underflow is left to <see cref="BoxProgram"/>.
/// </summary>
/// <remarks>
/// Every operation is rounded correctly down and up in both, so the results agree bit for bit; exp and log are those of <see cref="Interval"/>.
/// </remarks>
internal sealed class BatchProgram
{
    /// <summary>Boxes in a batch.</summary>
    public const int Lanes = 16;

    private const int Width = 4;
    private readonly BoxProgram _program;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly int _lowerStart;
    private readonly int _upperStart;
    private int _failed;
    private int _unusual;

    public BatchProgram(BoxProgram program)
    {
        _program = program;
        (_lower, _lowerStart) = Aligned(program.Length * Lanes);
        (_upper, _upperStart) = Aligned(program.Length * Lanes);
        for (var i = 0; i < program.Length; i++)
        {
            var constant = program.Constant(i);
            Lower(i).Fill(constant.Lower);
            Upper(i).Fill(constant.Upper);
        }
    }

    /// <summary>Whether the processor has the instructions that make it worth while.</summary>
    public static bool IsSupported => Vector256.IsHardwareAccelerated && System.Runtime.Intrinsics.X86.Fma.IsSupported;

    /// <summary>The boxes, one bit each, on which the last evaluation failed for good.</summary>
    public int Failed => _failed;

    /// <summary>The boxes on which the last evaluation met infinity or NaN: nothing is known about them.</summary>
    public int Unusual => _unusual;

    /// <summary>The values of a step: lower ends.</summary>
    public Span<double> Lower(int step) => _lower.AsSpan(_lowerStart + (step * Lanes), Lanes);

    /// <summary>The values of a step: upper ends.</summary>
    public Span<double> Upper(int step) => _upper.AsSpan(_upperStart + (step * Lanes), Lanes);

    /// <summary>Forgets the failures of the last evaluation.</summary>
    public void Start() => (_failed, _unusual) = (0, 0);

    /// <summary>Evaluates the steps from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <param name="lower">Lower ends of the axes, sixteen for each.</param>
    /// <param name="upper">Upper ends of the axes.</param>
    /// <param name="first">First step.</param>
    /// <param name="last">Last step.</param>
    public void Evaluate(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var step = _program.Step(i);
            if (step.Kind == ExprKind.Number)
            {
                continue;
            }

            if (step.Kind == ExprKind.Variable)
            {
                lower.Slice(step.Axis * Lanes, Lanes).CopyTo(Lower(i));
                upper.Slice(step.Axis * Lanes, Lanes).CopyTo(Upper(i));
                continue;
            }

            if (step.Kind is ExprKind.Exp or ExprKind.Log)
            {
                Elementary(step.Kind, step.Left, i);
                continue;
            }

            for (var at = 0; at < Lanes; at += Width)
            {
                var a = Load(step.Left, at);
                var b = step.Right < 0 ? a : Load(step.Right, at);
                var (result, failed) = Bounds.Apply(step.Kind, a, b);
                Store(i, at, result);
                _failed |= failed << at;

                // Infinity and NaN are in no order with the largest double.
                var usual = Vector256.BitwiseAnd(
                    Vector256.GreaterThanOrEqual(result.Lower, Vector256.Create(double.MinValue)), Vector256.LessThanOrEqual(result.Upper, Vector256.Create(double.MaxValue)));
                _unusual |= (int)(~usual.ExtractMostSignificantBits() & 0xF) << at;
            }
        }
    }

    // Boxes that have failed are left out: their operands mean nothing.
    private void Elementary(ExprKind kind, int operand, int step)
    {
        var fromLower = Lower(operand);
        var fromUpper = Upper(operand);
        var toLower = Lower(step);
        var toUpper = Upper(step);
        for (var open = ~(_failed | _unusual) & 0xFFFF; open != 0; open &= open - 1)
        {
            var k = BitOperations.TrailingZeroCount(open);
            if (kind == ExprKind.Log && fromLower[k] <= 0)
            {
                _failed |= 1 << k;
                continue;
            }

            var x = new Interval(fromLower[k], fromUpper[k]);
            var y = kind == ExprKind.Exp ? Interval.Exp(x) : Interval.Log(x);
            (toLower[k], toUpper[k]) = (y.Lower, y.Upper);
            if (!double.IsFinite(y.Lower) || !double.IsFinite(y.Upper))
            {
                _unusual |= 1 << k;
            }
        }
    }

    private Bounds Load(int step, int at)
        => new(
            Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_lower), (nuint)(_lowerStart + (step * Lanes) + at)),
            Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_upper), (nuint)(_upperStart + (step * Lanes) + at)));

    private void Store(int step, int at, Bounds value)
    {
        value.Lower.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_lower), (nuint)(_lowerStart + (step * Lanes) + at));
        value.Upper.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_upper), (nuint)(_upperStart + (step * Lanes) + at));
    }

    // A pinned array and the index from which its elements lie on lines of the cache.
    private static (double[] Array, int Offset) Aligned(int length)
    {
        var array = GC.AllocateArray<double>(length + 8, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        return (array, (int)((64 - (address % 64)) % 64 / sizeof(double)));
    }
}
