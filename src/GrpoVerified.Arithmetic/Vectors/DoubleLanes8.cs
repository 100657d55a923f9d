using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>Eight doubles: AVX-512, whose operations round in a direction themselves.</summary>
public readonly struct DoubleLanes8 : IDoubleLanes<DoubleLanes8>
{
    private readonly Vector512<double> _lanes;

    /// <summary>The lanes of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleLanes8(Vector512<double> lanes) => _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    /// <inheritdoc/>
    public static bool IsFused => Vector512.IsHardwareAccelerated;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Broadcast(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Load(ReadOnlySpan<double> values) => new(Vector512.Create(values));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> destination) => _lanes.CopyTo(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 operator +(DoubleLanes8 a, DoubleLanes8 b) => new(a._lanes + b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 operator -(DoubleLanes8 a, DoubleLanes8 b) => new(a._lanes - b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 operator *(DoubleLanes8 a, DoubleLanes8 b) => new(a._lanes * b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 operator /(DoubleLanes8 a, DoubleLanes8 b) => new(a._lanes / b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 operator -(DoubleLanes8 a) => new(-a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Sqrt(DoubleLanes8 a) => new(Vector512.Sqrt(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 MultiplyAdd(DoubleLanes8 a, DoubleLanes8 b, DoubleLanes8 c)
        => new(IsFused ? Vector512.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes) : (a._lanes * b._lanes) + c._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Abs(DoubleLanes8 a) => new(Vector512.Abs(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Min(DoubleLanes8 a, DoubleLanes8 b) => new(Vector512.MinNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Max(DoubleLanes8 a, DoubleLanes8 b) => new(Vector512.MaxNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 LessThan(DoubleLanes8 a, DoubleLanes8 b) => new(Vector512.LessThan(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 LessThanOrEqual(DoubleLanes8 a, DoubleLanes8 b) => new(Vector512.LessThanOrEqual(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 BothBits(DoubleLanes8 a, DoubleLanes8 b) => new(a._lanes & b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Choose(DoubleLanes8 mask, DoubleLanes8 a, DoubleLanes8 b) => new(Vector512.ConditionalSelect(mask._lanes, a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(DoubleLanes8 mask) => Vector512.EqualsAll(mask._lanes.AsInt64(), Vector512<long>.AllBitsSet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 ScaleByBits(DoubleLanes8 x, DoubleLanes8 bits)
        => new((x._lanes.AsInt64() + Vector512.ShiftLeft(bits._lanes.AsInt64(), 52)).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 AddDown(DoubleLanes8 a, DoubleLanes8 b)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Add(a._lanes, b._lanes, FloatRoundingMode.ToNegativeInfinity));
        }

        var sum = a._lanes + b._lanes;
        var part = sum - a._lanes;
        var error = (a._lanes - (sum - part)) + (b._lanes - part);
        return new((sum.AsInt64() - (Direction(sum) & Vector512.LessThan(error, Vector512<double>.Zero).AsInt64())).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 AddUp(DoubleLanes8 a, DoubleLanes8 b)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Add(a._lanes, b._lanes, FloatRoundingMode.ToPositiveInfinity));
        }

        var sum = a._lanes + b._lanes;
        var part = sum - a._lanes;
        var error = (a._lanes - (sum - part)) + (b._lanes - part);
        return new((sum.AsInt64() + (Direction(sum) & Vector512.GreaterThan(error, Vector512<double>.Zero).AsInt64())).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 MultiplyDown(DoubleLanes8 a, DoubleLanes8 b)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Multiply(a._lanes, b._lanes, FloatRoundingMode.ToNegativeInfinity));
        }

        var result = a._lanes * b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector512.LessThan(Vector512.FusedMultiplyAdd(a._lanes, b._lanes, -result), Vector512<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 MultiplyUp(DoubleLanes8 a, DoubleLanes8 b)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Multiply(a._lanes, b._lanes, FloatRoundingMode.ToPositiveInfinity));
        }

        var result = a._lanes * b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector512.GreaterThan(Vector512.FusedMultiplyAdd(a._lanes, b._lanes, -result), Vector512<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 DivideDown(DoubleLanes8 a, DoubleLanes8 b)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Divide(a._lanes, b._lanes, FloatRoundingMode.ToNegativeInfinity));
        }

        var result = a._lanes / b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector512.LessThan(Vector512.FusedMultiplyAdd(-result, b._lanes, a._lanes), Vector512<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 DivideUp(DoubleLanes8 a, DoubleLanes8 b)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Divide(a._lanes, b._lanes, FloatRoundingMode.ToPositiveInfinity));
        }

        var result = a._lanes / b._lanes;
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector512.GreaterThan(Vector512.FusedMultiplyAdd(-result, b._lanes, a._lanes), Vector512<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 SqrtDown(DoubleLanes8 a)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Sqrt(a._lanes, FloatRoundingMode.ToNegativeInfinity));
        }

        var result = Vector512.Sqrt(a._lanes);
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector512.LessThan(Vector512.FusedMultiplyAdd(-result, result, a._lanes), Vector512<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() - step).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 SqrtUp(DoubleLanes8 a)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Sqrt(a._lanes, FloatRoundingMode.ToPositiveInfinity));
        }

        var result = Vector512.Sqrt(a._lanes);
        var step = Direction(result);
        if (IsFused)
        {
            step &= Vector512.GreaterThan(Vector512.FusedMultiplyAdd(-result, result, a._lanes), Vector512<double>.Zero).AsInt64();
        }

        return new((result.AsInt64() + step).AsDouble());
    }

    // 1 where x > 0, −1 where x < 0: away from zero is up in the bits, whatever the sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Direction(Vector512<double> x) => Vector512.LessThan(x.AsInt64(), Vector512<long>.Zero) | Vector512<long>.One;
}
