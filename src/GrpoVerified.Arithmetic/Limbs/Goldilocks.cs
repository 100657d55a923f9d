using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>The field of p = 2^64 − 2^32 + 1 elements, values kept in [0, p).</summary>
/// <remarks>2^64 ≡ 2^32 − 1 and 2^96 ≡ −1, so a 128-bit product is reduced with shifts; p − 1 is divisible by 2^32.</remarks>
internal static class Goldilocks
{
    /// <summary>The prime.</summary>
    public const ulong P = 0xFFFF_FFFF_0000_0001;

    private const ulong Epsilon = 0xFFFF_FFFF;

    /// <summary>Sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong a, ulong b)
    {
        var c = P - b;
        return a - c + (P & (0UL - (a < c ? 1UL : 0UL)));
    }

    /// <summary>Difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Subtract(ulong a, ulong b) => a - b + (P & (0UL - (a < b ? 1UL : 0UL)));

    /// <summary>Product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        var top = high >> 32;
        var middle = high & Epsilon;
        var t = low - top;
        t -= Epsilon & (0UL - (low < top ? 1UL : 0UL));
        var u = (middle << 32) - middle;
        var r = t + u;
        r += Epsilon & (0UL - (r < u ? 1UL : 0UL));
        return r - (P & (0UL - (r >= P ? 1UL : 0UL)));
    }

    /// <summary>a^n.</summary>
    public static ulong Power(ulong a, ulong n)
    {
        var result = 1UL;
        for (; n != 0; n >>= 1, a = Multiply(a, a))
        {
            if ((n & 1) != 0)
            {
                result = Multiply(result, a);
            }
        }

        return result;
    }

    /// <summary>A primitive root of unity of order 2^log; 7 generates the multiplicative group.</summary>
    public static ulong Root(int log) => Power(7, (P - 1) >> log);
}
