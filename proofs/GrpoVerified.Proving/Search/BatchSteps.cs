using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using GrpoVerified.Arithmetic.Vectors;
using static GrpoVerified.Proving.Search.Rounded;

namespace GrpoVerified.Proving.Search;

/// <summary>The steps of a program on many boxes, for operands of the usual signs.</summary>
/// <remarks>
/// Each method computes one step on all boxes, or answers false: an operand has another sign somewhere, or a result comes near underflow,
/// and <see cref="Bounds"/> has to do the step. Infinity and NaN are passed on: an operand that is not finite makes an end of the result not
/// finite, so only the last results need a test. The places of a step: the lower ends of all boxes, then the upper ends.
/// </remarks>
internal static class BatchSteps
{
    private const int Width = 4;

    /// <summary>a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Add(ref double a, ref double b, ref double to, int boxes, int ends)
    {
        for (var i = 0; i < boxes; i += Width)
        {
            Store(SumDown(Load(ref a, i), Load(ref b, i)), ref to, i);
            Store(SumUp(Load(ref a, ends + i), Load(ref b, ends + i)), ref to, ends + i);
        }

        return true;
    }

    /// <summary>a − b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Subtract(ref double a, ref double b, ref double to, int boxes, int ends)
    {
        for (var i = 0; i < boxes; i += Width)
        {
            Store(SumDown(Load(ref a, i), -Load(ref b, ends + i)), ref to, i);
            Store(SumUp(Load(ref a, ends + i), -Load(ref b, i)), ref to, ends + i);
        }

        return true;
    }

    /// <summary>−a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Negate(ref double a, ref double to, int boxes, int ends)
    {
        for (var i = 0; i < boxes; i += Width)
        {
            var (lower, upper) = (Load(ref a, i), Load(ref a, ends + i));
            Store(-upper, ref to, i);
            Store(-lower, ref to, ends + i);
        }

        return true;
    }

    /// <summary>a·b for a ≥ 0: the sign of an end of b says which end of a it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Multiply(ref double a, ref double b, ref double to, int boxes, int ends)
    {
        var (positive, least) = (Vector256<double>.AllBitsSet, Vector256.Create(double.PositiveInfinity));
        for (var i = 0; i < boxes; i += Width)
        {
            var (al, au) = (Load(ref a, i), Load(ref a, ends + i));
            var (bl, bu) = (Load(ref b, i), Load(ref b, ends + i));
            positive &= Vector256.GreaterThanOrEqual(al, Vector256<double>.Zero);
            var lower = ProductDown(Avx.BlendVariable(al, au, bl), bl);
            var upper = ProductUp(Avx.BlendVariable(au, al, bu), bu);
            least = Vector256.MinNative(least, Vector256.MinNative(Vector256.Abs(lower), Vector256.Abs(upper)));
            Store(lower, ref to, i);
            Store(upper, ref to, ends + i);
        }

        return All(positive) && (All(Vector256.GreaterThan(least, Vector256.Create(AboveSafe))) || ProductsKnown(ref a, ref b, boxes, ends));
    }

    /// <summary>a² for a ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Square(ref double a, ref double to, int boxes, int ends)
    {
        var (positive, least) = (Vector256<double>.AllBitsSet, Vector256.Create(double.PositiveInfinity));
        for (var i = 0; i < boxes; i += Width)
        {
            var (al, au) = (Load(ref a, i), Load(ref a, ends + i));
            positive &= Vector256.GreaterThanOrEqual(al, Vector256<double>.Zero);
            var lower = ProductDown(al, al);
            least = Vector256.MinNative(least, lower);
            Store(lower, ref to, i);
            Store(ProductUp(au, au), ref to, ends + i);
        }

        return All(positive) && (All(Vector256.GreaterThan(least, Vector256.Create(AboveSafe))) || ProductsKnown(ref a, ref a, boxes, ends));
    }

    /// <summary>a/b for b &gt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Divide(ref double a, ref double b, ref double to, int boxes, int ends)
    {
        var (positive, least) = (Vector256<double>.AllBitsSet, Vector256.Create(double.PositiveInfinity));
        for (var i = 0; i < boxes; i += Width)
        {
            var (al, au) = (Load(ref a, i), Load(ref a, ends + i));
            var (bl, bu) = (Load(ref b, i), Load(ref b, ends + i));
            positive &= Vector256.GreaterThan(bl, Vector256<double>.Zero) & Vector256.LessThanOrEqual(bu, Vector256.Create(double.MaxValue));
            var lower = QuotientDown(al, Avx.BlendVariable(bu, bl, al));
            var upper = QuotientUp(au, Avx.BlendVariable(bl, bu, au));
            least = Vector256.MinNative(least, Vector256.MinNative(Vector256.MinNative(Vector256.Abs(al), Vector256.Abs(au)), Vector256.MinNative(Vector256.Abs(lower), Vector256.Abs(upper))));
            Store(lower, ref to, i);
            Store(upper, ref to, ends + i);
        }

        return All(positive) && (All(Vector256.GreaterThan(least, Vector256.Create(AboveSafe))) || QuotientsKnown(ref a, ref b, boxes, ends));
    }

    /// <summary>√a for a &gt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Sqrt(ref double a, ref double to, int boxes, int ends)
    {
        var usual = Vector256<double>.AllBitsSet;
        for (var i = 0; i < boxes; i += Width)
        {
            var (al, au) = (Load(ref a, i), Load(ref a, ends + i));
            usual &= Vector256.GreaterThan(al, Vector256.Create(AboveSafe));
            Store(RootDown(al), ref to, i);
            Store(RootUp(au), ref to, ends + i);
        }

        return All(usual);
    }

    /// <summary>e^a for |a| at most 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Exp(ref double a, ref double to, int boxes, int ends)
    {
        var usual = Vector256<double>.AllBitsSet;
        for (var i = 0; i < boxes; i += Width)
        {
            var (al, au) = (Load(ref a, i), Load(ref a, ends + i));
            usual &= Vector256.GreaterThanOrEqual(al, Vector256.Create(-TightExp.Largest)) & Vector256.LessThanOrEqual(au, Vector256.Create(TightExp.Largest));
            Store(TightExp.Down(al), ref to, i);
            Store(TightExp.Up(au), ref to, ends + i);
        }

        return All(usual);
    }

    // A rounded result may be one step above the nearest.
    private const double AboveSafe = 2 * Safe;

    // Small products: their errors are known where a factor is zero.
    private static bool ProductsKnown(ref double a, ref double b, int boxes, int ends)
    {
        var known = Vector256<double>.AllBitsSet;
        for (var i = 0; i < boxes; i += Width)
        {
            var (al, au) = (Load(ref a, i), Load(ref a, ends + i));
            var (bl, bu) = (Load(ref b, i), Load(ref b, ends + i));
            known &= Bounds.KnownProduct(Avx.BlendVariable(al, au, bl), bl) & Bounds.KnownProduct(Avx.BlendVariable(au, al, bu), bu);
        }

        return All(known);
    }

    private static bool QuotientsKnown(ref double a, ref double b, int boxes, int ends)
    {
        var known = Vector256<double>.AllBitsSet;
        for (var i = 0; i < boxes; i += Width)
        {
            var (al, au) = (Load(ref a, i), Load(ref a, ends + i));
            var (bl, bu) = (Load(ref b, i), Load(ref b, ends + i));
            known &= Bounds.KnownQuotient(al, Avx.BlendVariable(bu, bl, al)) & Bounds.KnownQuotient(au, Avx.BlendVariable(bl, bu, au));
        }

        return All(known);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double from, int at) => Vector256.LoadUnsafe(ref from, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> value, ref double to, int at) => value.StoreUnsafe(ref to, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool All(Vector256<double> mask) => Vector256.EqualsAll(mask.AsInt64(), Vector256<long>.AllBitsSet);
}
