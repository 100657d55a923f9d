using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GrpoVerified.Arithmetic.Kernels;

namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>The exponential function of four doubles with the bounds of <see cref="Interval.Exp"/>, bit for bit.</summary>
/// <remarks>
/// The operations of <see cref="ExpKernel"/> and <see cref="Approximation"/>, in the same order, side by side: the proof is theirs
/// (docs/formulas-interval.md, sections 3 and 4). Arguments beyond <see cref="Largest"/> are the caller's to avoid. For a bound that is wider
/// but cheaper see <see cref="LaneExp{T}"/>.
/// </remarks>
public static class TightExp
{
    /// <summary>The bounds hold for |x| up to here: results stay normal.</summary>
    public const double Largest = 700;

    // 1.5·2^52: adding it rounds to an integer, half to even, and leaves that integer in the low bits.
    private const double Shifter = 6755399441055744;

    /// <summary>The lower bounds of e^x.</summary>
    /// <param name="x">|x| at most <see cref="Largest"/>; elsewhere the result means nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Down(Vector256<double> x)
    {
        var (high, low, scale) = Core(x);
        var sum = high + (low - (Vector256.Create(2 * ExpKernel.ExpError) * high));
        var error = (low - (Vector256.Create(2 * ExpKernel.ExpError) * high)) - (sum - high);

        // The sum is near 1 to 2: its neighbour is one less in the bits.
        var bound = (sum.AsInt64() + Vector256.LessThan(error, Vector256<double>.Zero).AsInt64() + scale).AsDouble();
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, Vector256<double>.Zero), Vector256.MaxNative(bound, Vector256<double>.One), bound);
    }

    /// <summary>The upper bounds of e^x.</summary>
    /// <param name="x">|x| at most <see cref="Largest"/>; elsewhere the result means nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Up(Vector256<double> x)
    {
        var (high, low, scale) = Core(x);
        var sum = high + (low + (Vector256.Create(2 * ExpKernel.ExpError) * high));
        var error = (low + (Vector256.Create(2 * ExpKernel.ExpError) * high)) - (sum - high);
        var bound = ((sum.AsInt64() - Vector256.GreaterThan(error, Vector256<double>.Zero).AsInt64()) + scale).AsDouble();
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(x, Vector256<double>.Zero), Vector256.MinNative(bound, Vector256<double>.One), bound);
    }

    // e^x = (High + Low)·2^k, and k where it stands in the bits of a double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> High, Vector256<double> Low, Vector256<long> Scale) Core(Vector256<double> x)
    {
        var shifted = (x * ExpKernel.StepsPerUnit) + Vector256.Create(Shifter);
        var n = shifted - Vector256.Create(Shifter);
        var (high, low) = TwoSum(x, -(n * ExpKernel.Step1));
        var (ph, pl) = TwoProduct(n, Vector256.Create(ExpKernel.Step2));
        var (rh, rl) = TwoSum(high, (low - ph) - pl);
        var (mh, ml) = Expm1(rh, rl);

        var bits = shifted.AsInt64();
        var index = bits & Vector256.Create(63L);
        var (th, tl) = Table(index);
        var (qh, ql) = TwoProduct(th, mh);
        var (sh, sl) = FastTwoSum(th, qh);
        var (vh, vl) = FastTwoSum(sh, sl + (tl + (ql + ((th * ml) + (tl * mh)))));

        // n − index is 64·k: six places less than the fifty-two of the exponent.
        return (vh, vl, Vector256.ShiftLeft(bits - index, 46));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> High, Vector256<double> Low) Expm1(Vector256<double> rh, Vector256<double> rl)
    {
        var q = Vector256.FusedMultiplyAdd(rh, Vector256.Create(1.0 / 362880), Vector256.Create(1.0 / 40320));
        q = Vector256.FusedMultiplyAdd(rh, q, Vector256.Create(1.0 / 5040));
        q = Vector256.FusedMultiplyAdd(rh, q, Vector256.Create(1.0 / 720));
        q = Vector256.FusedMultiplyAdd(rh, q, Vector256.Create(1.0 / 120));
        q = Vector256.FusedMultiplyAdd(rh, q, Vector256.Create(1.0 / 24));
        q = Vector256.FusedMultiplyAdd(rh, q, Vector256.Create(1.0 / 6));
        var cubic = rh * rh * rh * q;
        var (sh, sl) = TwoProduct(rh, rh * 0.5);
        var (h, l) = FastTwoSum(rh, sh);
        return FastTwoSum(h, l + (cubic + (rl + (sl + (rh * rl)))));
    }

    // The pairs 2^(j/64) of four places.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> High, Vector256<double> Low) Table(Vector256<long> index)
    {
        ref var pairs = ref Unsafe.AsRef(in ExpTable.Pairs[0]);
        var even = Vector256.Create(Pair(ref pairs, index[0]), Pair(ref pairs, index[2]));
        var odd = Vector256.Create(Pair(ref pairs, index[1]), Pair(ref pairs, index[3]));
        return System.Runtime.Intrinsics.X86.Avx.IsSupported
            ? (System.Runtime.Intrinsics.X86.Avx.UnpackLow(even, odd), System.Runtime.Intrinsics.X86.Avx.UnpackHigh(even, odd))
            : (Vector256.Create(even[0], odd[0], even[2], odd[2]), Vector256.Create(even[1], odd[1], even[3], odd[3]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pair(ref double pairs, long index) => Vector128.LoadUnsafe(ref pairs, (nuint)(2 * index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> High, Vector256<double> Low) TwoSum(Vector256<double> a, Vector256<double> b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, (a - (sum - part)) + (b - part));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> High, Vector256<double> Low) FastTwoSum(Vector256<double> a, Vector256<double> b)
    {
        var sum = a + b;
        return (sum, b - (sum - a));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> High, Vector256<double> Low) TwoProduct(Vector256<double> a, Vector256<double> b)
    {
        var product = a * b;
        return (product, Vector256.FusedMultiplyAdd(a, b, -product));
    }
}
