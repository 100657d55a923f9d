using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>Four doubles: AVX2, with fused multiply-add.</summary>
public readonly struct DoubleLanes4 : IDoubleLanes<DoubleLanes4>
{
    private readonly Vector256<double> _lanes;

    /// <summary>The lanes of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleLanes4(Vector256<double> lanes) => _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    public static bool IsSupported => Vector256.IsHardwareAccelerated;

    /// <inheritdoc/>
    public static bool IsFused => Fma.IsSupported;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 Broadcast(double value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 Load(ReadOnlySpan<double> values) => new(Vector256.Create(values));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> destination) => _lanes.CopyTo(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 operator +(DoubleLanes4 a, DoubleLanes4 b) => new(a._lanes + b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 operator -(DoubleLanes4 a, DoubleLanes4 b) => new(a._lanes - b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 operator *(DoubleLanes4 a, DoubleLanes4 b) => new(a._lanes * b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 operator /(DoubleLanes4 a, DoubleLanes4 b) => new(a._lanes / b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 operator -(DoubleLanes4 a) => new(-a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 Sqrt(DoubleLanes4 a) => new(Vector256.Sqrt(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 MultiplyAdd(DoubleLanes4 a, DoubleLanes4 b, DoubleLanes4 c)
        => new(IsFused ? Vector256.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes) : (a._lanes * b._lanes) + c._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 Abs(DoubleLanes4 a) => new(Vector256.Abs(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 Min(DoubleLanes4 a, DoubleLanes4 b) => new(Vector256.MinNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 Max(DoubleLanes4 a, DoubleLanes4 b) => new(Vector256.MaxNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 LessThan(DoubleLanes4 a, DoubleLanes4 b) => new(Vector256.LessThan(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 LessThanOrEqual(DoubleLanes4 a, DoubleLanes4 b) => new(Vector256.LessThanOrEqual(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 BothBits(DoubleLanes4 a, DoubleLanes4 b) => new(a._lanes & b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 Choose(DoubleLanes4 mask, DoubleLanes4 a, DoubleLanes4 b) => new(Vector256.ConditionalSelect(mask._lanes, a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(DoubleLanes4 mask) => Vector256.EqualsAll(mask._lanes.AsInt64(), Vector256<long>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 ScaleByBits(DoubleLanes4 x, DoubleLanes4 bits)
        => new((x._lanes.AsInt64() + Vector256.ShiftLeft(bits._lanes.AsInt64(), 52)).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 AddDown(DoubleLanes4 a, DoubleLanes4 b)
    {
        var sum = a._lanes + b._lanes;
        var part = sum - a._lanes;
        var error = (a._lanes - (sum - part)) + (b._lanes - part);
        return new((sum.AsInt64() - (Direction(sum) & Vector256.LessThan(error, Vector256<double>.Zero).AsInt64())).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 AddUp(DoubleLanes4 a, DoubleLanes4 b)
    {
        var sum = a._lanes + b._lanes;
        var part = sum - a._lanes;
        var error = (a._lanes - (sum - part)) + (b._lanes - part);
        return new((sum.AsInt64() + (Direction(sum) & Vector256.GreaterThan(error, Vector256<double>.Zero).AsInt64())).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 MultiplyDown(DoubleLanes4 a, DoubleLanes4 b)
    {
        var result = a._lanes * b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector256.LessThan(Vector256.FusedMultiplyAdd(a._lanes, b._lanes, -result), Vector256<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 MultiplyUp(DoubleLanes4 a, DoubleLanes4 b)
    {
        var result = a._lanes * b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector256.GreaterThan(Vector256.FusedMultiplyAdd(a._lanes, b._lanes, -result), Vector256<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 DivideDown(DoubleLanes4 a, DoubleLanes4 b)
    {
        var result = a._lanes / b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector256.LessThan(Vector256.FusedMultiplyAdd(-result, b._lanes, a._lanes), Vector256<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 DivideUp(DoubleLanes4 a, DoubleLanes4 b)
    {
        var result = a._lanes / b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector256.GreaterThan(Vector256.FusedMultiplyAdd(-result, b._lanes, a._lanes), Vector256<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 SqrtDown(DoubleLanes4 a)
    {
        var result = Vector256.Sqrt(a._lanes);
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector256.LessThan(Vector256.FusedMultiplyAdd(-result, result, a._lanes), Vector256<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes4 SqrtUp(DoubleLanes4 a)
    {
        var result = Vector256.Sqrt(a._lanes);
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector256.GreaterThan(Vector256.FusedMultiplyAdd(-result, result, a._lanes), Vector256<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    // 1 where x > 0, −1 where x < 0: away from zero is up in the bits, whatever the sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Direction(Vector256<double> x) => Vector256.LessThan(x.AsInt64(), Vector256<long>.Zero) | Vector256<long>.One;
}
