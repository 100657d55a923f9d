using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Proving.Search;

/// <summary>Sums, products, quotients and roots of four doubles, rounded correctly down and up, with AVX and fused multiply-add.</summary>
/// <remarks>
/// Round to nearest, then move one step if the exact error says so: of a sum by TwoSum, of a product, quotient or root by a fused
/// multiply-add. The error of a sum is exact while nothing overflows; that of the others while operands and result are zero or above
/// <see cref="Safe"/>. The step: x − φ|x| with φ = u(1 + 2u), u = 2^−53, rounded to nearest, is the neighbour of x below, for |x| at least
/// 2^−1021: φ|x| is more than half and less than one and a half of the distance to that neighbour. An inexact sum is never smaller than that.
/// </remarks>
internal static class Rounded
{
    /// <summary>From here up the error of a product, quotient or root is itself a double.</summary>
    public const double Safe = 1e-280;

    // φ: the double after 2^−53.
    private const double OneStep = 1.1102230246251568e-16;

    /// <summary>The largest double at most a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SumDown(Vector256<double> a, Vector256<double> b)
    {
        var sum = a + b;
        var part = sum - a;
        return Down(sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>The smallest double at least a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SumUp(Vector256<double> a, Vector256<double> b)
    {
        var sum = a + b;
        var part = sum - a;
        return Up(sum, ((sum - part) - a) + (part - b));
    }

    /// <summary>The largest double at most a·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ProductDown(Vector256<double> a, Vector256<double> b)
    {
        var product = a * b;
        return Down(product, Fma.MultiplySubtract(a, b, product));
    }

    /// <summary>The smallest double at least a·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ProductUp(Vector256<double> a, Vector256<double> b)
    {
        var product = a * b;
        return Up(product, Fma.MultiplyAddNegated(a, b, product));
    }

    /// <summary>The largest double at most a/b, b &gt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> QuotientDown(Vector256<double> a, Vector256<double> b)
    {
        var quotient = a / b;
        return Down(quotient, Fma.MultiplyAddNegated(quotient, b, a));
    }

    /// <summary>The smallest double at least a/b, b &gt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> QuotientUp(Vector256<double> a, Vector256<double> b)
    {
        var quotient = a / b;
        return Up(quotient, Fma.MultiplySubtract(quotient, b, a));
    }

    /// <summary>The largest double at most √a, a ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> RootDown(Vector256<double> a)
    {
        var root = Vector256.Sqrt(a);
        return Down(root, Fma.MultiplyAddNegated(root, root, a));
    }

    /// <summary>The smallest double at least √a, a ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> RootUp(Vector256<double> a)
    {
        var root = Vector256.Sqrt(a);
        return Up(root, Fma.MultiplySubtract(root, root, a));
    }

    /// <summary>x, or its neighbour below where the error, the exact result less x, has the sign bit. (An error of zero is +0 in all of these.)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Down(Vector256<double> x, Vector256<double> error)
        => Fma.MultiplyAddNegated(Avx.BlendVariable(Vector256<double>.Zero, Vector256.Abs(x), error), Vector256.Create(OneStep), x);

    /// <summary>x, or its neighbour above where the error with its sign changed, x less the exact result, has the sign bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Up(Vector256<double> x, Vector256<double> negatedError)
        => Fma.MultiplyAdd(Avx.BlendVariable(Vector256<double>.Zero, Vector256.Abs(x), negatedError), Vector256.Create(OneStep), x);
}
