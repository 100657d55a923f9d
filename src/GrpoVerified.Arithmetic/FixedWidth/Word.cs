using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic;

/// <summary>One-limb pieces of the fixed-width kernels.</summary>
internal static class Word
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <summary>⌊a·b / 2^64⌋.</summary>
    /// <remarks>The flagless multiplication keeps both halves in registers; with Math.BigMul the low half goes through memory.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong High(ulong a, ulong b)
        => Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);

    /// <summary>The top limb as a double, rounded down to 53 bits: x·2^−64 for an x below 2^64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(ulong top) => (long)(top >> 11) * (1.0 / (1UL << 53));

    /// <summary>A little less than 2^64/(2√x), x = top·2^−64 in [1/4, 1). Its users check how close it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HalfReciprocalSqrtSeed(ulong top)
    {
        var y = (0.5 - 1e-15) / Math.Sqrt(ToDouble(top));
        var seed = (ulong)(long)(y * TwoTo63) << 1;

        // Newton: 4·x·seed² = 1 − e·2^−62, so seed·(1 + e·2^−63).
        var e = (long)((1UL << 62) - High(top, High(seed, seed)));
        return seed + (ulong)((((long)(seed >> 32) * e) >> 31) - 8);
    }

    /// <summary>A little less than 2^64/(4x), x = top·2^−64 in [1/4, 1/2]. Its users check how close it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong QuarterInverseSeed(ulong top)
    {
        var y = (0.25 - 5e-16) / ToDouble(top);
        var seed = (ulong)(long)(y * TwoTo63) << 1;
        var e = (long)((1UL << 62) - High(top, seed));
        return seed + (ulong)((((long)(seed >> 32) * e) >> 30) - 10);
    }
}
