using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>One double: for work that cannot be done side by side, and for machines without vectors.</summary>
public readonly struct DoubleLanes1 : IDoubleLanes<DoubleLanes1>
{
    private readonly double _lane;

    /// <summary>One double as a vector.</summary>
    public DoubleLanes1(double lane) => _lane = lane;

    /// <summary>The lane.</summary>
    public double Value => _lane;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static bool IsSupported => true;

    /// <inheritdoc/>
    public static bool IsFused => Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <inheritdoc/>
    public static DoubleLanes1 Broadcast(double value) => new(value);

    /// <inheritdoc/>
    public static DoubleLanes1 Load(ReadOnlySpan<double> values) => new(values[0]);

    /// <inheritdoc/>
    public void Store(Span<double> destination) => destination[0] = _lane;

    /// <inheritdoc/>
    public static DoubleLanes1 operator +(DoubleLanes1 a, DoubleLanes1 b) => new(a._lane + b._lane);

    /// <inheritdoc/>
    public static DoubleLanes1 operator -(DoubleLanes1 a, DoubleLanes1 b) => new(a._lane - b._lane);

    /// <inheritdoc/>
    public static DoubleLanes1 operator -(DoubleLanes1 a) => new(-a._lane);

    /// <inheritdoc/>
    public static DoubleLanes1 operator *(DoubleLanes1 a, DoubleLanes1 b) => new(a._lane * b._lane);

    /// <inheritdoc/>
    public static DoubleLanes1 operator /(DoubleLanes1 a, DoubleLanes1 b) => new(a._lane / b._lane);

    /// <inheritdoc/>
    public static DoubleLanes1 Sqrt(DoubleLanes1 a) => new(Math.Sqrt(a._lane));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 MultiplyAdd(DoubleLanes1 a, DoubleLanes1 b, DoubleLanes1 c)
        => new(IsFused ? Math.FusedMultiplyAdd(a._lane, b._lane, c._lane) : (a._lane * b._lane) + c._lane);

    /// <inheritdoc/>
    public static DoubleLanes1 Abs(DoubleLanes1 a) => new(Math.Abs(a._lane));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 Min(DoubleLanes1 a, DoubleLanes1 b) => a._lane < b._lane ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 Max(DoubleLanes1 a, DoubleLanes1 b) => a._lane > b._lane ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 LessThan(DoubleLanes1 a, DoubleLanes1 b) => Mask(a._lane < b._lane);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 LessThanOrEqual(DoubleLanes1 a, DoubleLanes1 b) => Mask(a._lane <= b._lane);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 BothBits(DoubleLanes1 a, DoubleLanes1 b) => new(BitConverter.Int64BitsToDouble(Bits(a._lane) & Bits(b._lane)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 Choose(DoubleLanes1 mask, DoubleLanes1 a, DoubleLanes1 b) => Bits(mask._lane) != 0 ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(DoubleLanes1 mask) => Bits(mask._lane) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 ScaleByBits(DoubleLanes1 x, DoubleLanes1 bits) => new(BitConverter.Int64BitsToDouble(Bits(x._lane) + (Bits(bits._lane) << 52)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 AddDown(DoubleLanes1 a, DoubleLanes1 b)
    {
        var sum = a._lane + b._lane;
        var part = sum - a._lane;
        var error = (a._lane - (sum - part)) + (b._lane - part);
        return new(error < 0 ? Math.BitDecrement(sum) : sum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 AddUp(DoubleLanes1 a, DoubleLanes1 b)
    {
        var sum = a._lane + b._lane;
        var part = sum - a._lane;
        var error = (a._lane - (sum - part)) + (b._lane - part);
        return new(error > 0 ? Math.BitIncrement(sum) : sum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 MultiplyDown(DoubleLanes1 a, DoubleLanes1 b)
    {
        var result = a._lane * b._lane;
        return new(!IsFused || Math.FusedMultiplyAdd(a._lane, b._lane, -result) < 0 ? Math.BitDecrement(result) : result);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 MultiplyUp(DoubleLanes1 a, DoubleLanes1 b)
    {
        var result = a._lane * b._lane;
        return new(!IsFused || Math.FusedMultiplyAdd(a._lane, b._lane, -result) > 0 ? Math.BitIncrement(result) : result);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 DivideDown(DoubleLanes1 a, DoubleLanes1 b)
    {
        var result = a._lane / b._lane;
        return new(!IsFused || Math.FusedMultiplyAdd(-result, b._lane, a._lane) < 0 ? Math.BitDecrement(result) : result);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 DivideUp(DoubleLanes1 a, DoubleLanes1 b)
    {
        var result = a._lane / b._lane;
        return new(!IsFused || Math.FusedMultiplyAdd(-result, b._lane, a._lane) > 0 ? Math.BitIncrement(result) : result);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 SqrtDown(DoubleLanes1 a)
    {
        var result = Math.Sqrt(a._lane);
        return new(!IsFused || Math.FusedMultiplyAdd(-result, result, a._lane) < 0 ? Math.BitDecrement(result) : result);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes1 SqrtUp(DoubleLanes1 a)
    {
        var result = Math.Sqrt(a._lane);
        return new(!IsFused || Math.FusedMultiplyAdd(-result, result, a._lane) > 0 ? Math.BitIncrement(result) : result);
    }

    private static DoubleLanes1 Mask(bool holds) => new(BitConverter.Int64BitsToDouble(holds ? -1L : 0L));

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
