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
    {
        BigFloat.CheckPrecision(precision);
        var copy = value;
        Span<ulong> limbs = stackalloc ulong[T.Limbs];
        for (var i = 0; i < limbs.Length; i++)
        {
            limbs[i] = Limb(ref copy, i);
        }

        return Ball.FromLimbs(negative: false, limbs, 0, Magnitude.UpperBound(radius, 0), precision);
    }

    /// <summary>A number in (0, 1) rounded down to a fraction.</summary>
    public static T Truncated<T>(BigFloat x)
        where T : struct, IFixedWidth<T>
    {
        var limbs = x.Limbs;
        T result = default;
        var shift = (int)(-x.Exponent & 63);
        var from = limbs.Length - T.Limbs + Math.Min(-x.Exponent >> 6, T.Limbs);
        for (var i = 0; i < T.Limbs; i++)
        {
            // Limb from + i of the number stands at limb i of the fraction, shifted right.
            var at = (int)from + i;
            var low = at >= 0 && at < limbs.Length ? limbs[at] : 0;
            var high = at + 1 >= 0 && at + 1 < limbs.Length ? limbs[at + 1] : 0;
            Limb(ref result, i) = shift == 0 ? low : (low >> shift) | (high << (64 - shift));
        }

        return result;
    }

    /// <summary>The midpoint of a ball in [0, 1) rounded down to a fraction, and a radius that covers what that drops; false outside, or above 2^−16.</summary>
    public static bool TryFraction<T>(Ball ball, out T midpoint, out double radius)
        where T : struct, IFixedWidth<T>
    {
        Unsafe.SkipInit(out midpoint);
        radius = double.PositiveInfinity;
        if (!ball.IsFinite || ball.Midpoint is not { Sign: > 0, Exponent: <= 0 } || ball.Radius >= Magnitude.PowerOfTwo(-16))
        {
            return false;
        }

        midpoint = Truncated<T>(ball.Midpoint);
        radius = (ball.Radius + Magnitude.PowerOfTwo(-64 * T.Limbs)).ToBigFloat().ToDouble(RoundingMode.Up);
        return true;
    }

    /// <summary>The value rounded to a double, relative error at most 2^−50.</summary>
    public static double ToDouble<T>(in T value)
        where T : struct, IFixedWidth<T>
    {
        var copy = value;
        double sum = 0;
        for (var i = 0; i < T.Limbs; i++)
        {
            sum = (sum + Limb(ref copy, i)) * (1.0 / 18446744073709551616.0);
        }

        return sum;
    }

    /// <summary>value += x modulo 1 for |x| &lt; 2^−8, x truncated to ulp.</summary>
    public static void AddDouble<T>(ref T value, double x)
        where T : struct, IFixedWidth<T>
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = (ulong)(bits & ((1L << 52) - 1)) | (1UL << 52);

        // |x| = mantissa·2^(exponent − 1075): its lowest bit stands at this place above one ulp.
        var place = exponent - 1075 + (64 * T.Limbs);
        T term = default;
        if (exponent == 0 || place <= -53)
        {
            return;
        }

        if (place < 0)
        {
            mantissa >>= -place;
            place = 0;
        }

        var limb = place >> 6;
        Limb(ref term, limb) = mantissa << (place & 63);
        if ((place & 63) != 0 && limb + 1 < T.Limbs)
        {
            Limb(ref term, limb + 1) = mantissa >> (64 - (place & 63));
        }

        _ = x < 0 ? T.Subtract(in value, in term, out value) : T.Add(in value, in term, out value);
    }
}
