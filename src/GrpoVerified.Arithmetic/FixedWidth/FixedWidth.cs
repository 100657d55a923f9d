using System.Numerics;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>Conversions and constants of the fixed-width fractions.</summary>
internal static class FixedWidth
{
    /// <summary>The fraction of the given number of ulp, 0 ≤ ulps &lt; 2^(64n).</summary>
    public static T FromScaled<T>(BigInteger ulps)
        where T : struct, IFixedWidth<T>
    {
        if (ulps.Sign < 0 || ulps >> (64 * T.Limbs) != BigInteger.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(ulps), "A fixed-width fraction is in [0, 1).");
        }

        Unsafe.SkipInit(out T result);
        for (var i = 0; i < T.Limbs; i++)
        {
            Limb(ref result, i) = (ulong)((ulps >> (64 * i)) & ulong.MaxValue);
        }

        return result;
    }

    /// <summary>The number of ulp.</summary>
    public static BigInteger ToScaled<T>(in T value)
        where T : struct, IFixedWidth<T>
    {
        var copy = value;
        var result = BigInteger.Zero;
        for (var i = T.Limbs - 1; i >= 0; i--)
        {
            result = (result << 64) | Limb(ref copy, i);
        }

        return result;
    }

    /// <summary>Limb i, the lowest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ulong Limb<T>(ref T value, int i)
        where T : struct, IFixedWidth<T>
        => ref Unsafe.Add(ref Unsafe.As<T, ulong>(ref value), i);

    /// <summary>⌊x·2^(64n)⌋ for any dyadic x.</summary>
    public static BigInteger Floor<T>(BigFloat x)
        where T : struct, IFixedWidth<T>
    {
        var (mantissa, exponent) = x.ToIntegerAndExponent();
        var shift = exponent + (64 * T.Limbs);
        return shift >= 0 ? mantissa << (int)shift : shift < -(1L << 30) ? (mantissa.Sign < 0 ? -1 : 0) : mantissa >> (int)-shift;
    }

    /// <summary>The fraction as a ball of a given radius.</summary>
    public static Ball ToBall<T>(in T value, double radius, int precision)
        where T : struct, IFixedWidth<T>
        => Ball.FromMidpointRadius(BigFloat.FromInteger(ToScaled(value)).Scaled(-64 * T.Limbs), Magnitude.UpperBound(BigFloat.FromDouble(radius)), precision);
}
