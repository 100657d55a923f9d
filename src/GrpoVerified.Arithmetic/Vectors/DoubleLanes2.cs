using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>Two doubles: SSE2 or NEON.</summary>
public readonly struct DoubleLanes2 : IDoubleLanes<DoubleLanes2>
{
    private readonly Vector128<double> _lanes;

    /// <summary>The lanes of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleLanes2(Vector128<double> lanes) => _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => 2;

    /// <inheritdoc/>
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    /// <inheritdoc/>
    public static bool IsFused => Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 Broadcast(double value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 Load(ReadOnlySpan<double> values) => new(Vector128.Create(values));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> destination) => _lanes.CopyTo(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 operator +(DoubleLanes2 a, DoubleLanes2 b) => new(a._lanes + b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 operator -(DoubleLanes2 a, DoubleLanes2 b) => new(a._lanes - b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 operator *(DoubleLanes2 a, DoubleLanes2 b) => new(a._lanes * b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 operator /(DoubleLanes2 a, DoubleLanes2 b) => new(a._lanes / b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 operator -(DoubleLanes2 a) => new(-a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 Sqrt(DoubleLanes2 a) => new(Vector128.Sqrt(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 MultiplyAdd(DoubleLanes2 a, DoubleLanes2 b, DoubleLanes2 c)
        => new(IsFused ? Vector128.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes) : (a._lanes * b._lanes) + c._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 Abs(DoubleLanes2 a) => new(Vector128.Abs(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 Min(DoubleLanes2 a, DoubleLanes2 b) => new(Vector128.MinNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 Max(DoubleLanes2 a, DoubleLanes2 b) => new(Vector128.MaxNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 LessThan(DoubleLanes2 a, DoubleLanes2 b) => new(Vector128.LessThan(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 LessThanOrEqual(DoubleLanes2 a, DoubleLanes2 b) => new(Vector128.LessThanOrEqual(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 BothBits(DoubleLanes2 a, DoubleLanes2 b) => new(a._lanes & b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 Choose(DoubleLanes2 mask, DoubleLanes2 a, DoubleLanes2 b) => new(Vector128.ConditionalSelect(mask._lanes, a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(DoubleLanes2 mask) => Vector128.EqualsAll(mask._lanes.AsInt64(), Vector128<long>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 ScaleByBits(DoubleLanes2 x, DoubleLanes2 bits)
        => new((x._lanes.AsInt64() + Vector128.ShiftLeft(bits._lanes.AsInt64(), 52)).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 AddDown(DoubleLanes2 a, DoubleLanes2 b)
    {
        var sum = a._lanes + b._lanes;
        var part = sum - a._lanes;
        var error = (a._lanes - (sum - part)) + (b._lanes - part);
        return new((sum.AsInt64() - (Direction(sum) & Vector128.LessThan(error, Vector128<double>.Zero).AsInt64())).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 AddUp(DoubleLanes2 a, DoubleLanes2 b)
    {
        var sum = a._lanes + b._lanes;
        var part = sum - a._lanes;
        var error = (a._lanes - (sum - part)) + (b._lanes - part);
        return new((sum.AsInt64() + (Direction(sum) & Vector128.GreaterThan(error, Vector128<double>.Zero).AsInt64())).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 MultiplyDown(DoubleLanes2 a, DoubleLanes2 b)
    {
        var result = a._lanes * b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector128.LessThan(Vector128.FusedMultiplyAdd(a._lanes, b._lanes, -result), Vector128<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 MultiplyUp(DoubleLanes2 a, DoubleLanes2 b)
    {
        var result = a._lanes * b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector128.GreaterThan(Vector128.FusedMultiplyAdd(a._lanes, b._lanes, -result), Vector128<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 DivideDown(DoubleLanes2 a, DoubleLanes2 b)
    {
        var result = a._lanes / b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector128.LessThan(Vector128.FusedMultiplyAdd(-result, b._lanes, a._lanes), Vector128<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 DivideUp(DoubleLanes2 a, DoubleLanes2 b)
    {
        var result = a._lanes / b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector128.GreaterThan(Vector128.FusedMultiplyAdd(-result, b._lanes, a._lanes), Vector128<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 SqrtDown(DoubleLanes2 a)
    {
        var result = Vector128.Sqrt(a._lanes);
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector128.LessThan(Vector128.FusedMultiplyAdd(-result, result, a._lanes), Vector128<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes2 SqrtUp(DoubleLanes2 a)
    {
        var result = Vector128.Sqrt(a._lanes);
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector128.GreaterThan(Vector128.FusedMultiplyAdd(-result, result, a._lanes), Vector128<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    // 1 where x > 0, −1 where x < 0: away from zero is up in the bits, whatever the sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Direction(Vector128<double> x) => Vector128.LessThan(x.AsInt64(), Vector128<long>.Zero) | Vector128<long>.One;
}
