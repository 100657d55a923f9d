using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GrpoVerified.Arithmetic;

/// <summary>Numbers as digits of 32 bits in words of 64, so that many shifted terms can be added before a carry is passed on.</summary>
/// <remarks>
/// A digit may outgrow 32 bits, or be negative in two's complement; the number is Σ digit_j·2^(32j). Above the top digit
/// lie <see cref="Padding"/> zeros, which the loops may read and rewrite.
/// </remarks>
internal static class LazyDigits
{
    /// <summary>Zero words that must follow the digits.</summary>
    public const int Padding = 8;

    /// <summary>Two digits for each limb, least significant first.</summary>
    public static void Split(Span<ulong> digits, ReadOnlySpan<ulong> limbs)
    {
        for (var j = 0; j < limbs.Length; j++)
        {
            digits[2 * j] = (uint)limbs[j];
            digits[(2 * j) + 1] = limbs[j] >> 32;
        }
    }

    /// <summary>The limbs of a number that is not negative, modulo 2^(64·limbs); digits are signed and below 2^62.</summary>
    public static void Join(Span<ulong> limbs, ReadOnlySpan<ulong> digits)
    {
        long carry = 0;
        for (var j = 0; j < limbs.Length; j++)
        {
            var low = (long)digits[2 * j] + carry;
            var high = (long)digits[(2 * j) + 1] + (low >> 32);
            limbs[j] = ((ulong)high << 32) | (uint)low;
            carry = high >> 32;
        }
    }

    /// <summary>The same number in digits below 2^32; no digit is negative, and the top one takes what is carried.</summary>
    public static void Carry(Span<ulong> digits)
    {
        ulong carry = 0;
        for (var j = 0; j + 1 < digits.Length; j++)
        {
            carry += digits[j];
            digits[j] = (uint)carry;
            carry >>= 32;
        }

        digits[^1] += carry;
    }

    /// <summary>target ± ⌊source/2^(32·word + bits)⌋, digit by digit, for digits of the source that are not negative and bits &lt; 32.</summary>
    /// <remarks>The target may be the source: low digits come first, so that what is still to be read has not been written.</remarks>
    public static void AddShifted(Span<ulong> target, ReadOnlySpan<ulong> source, int word, int bits, bool subtract = false)
    {
        var end = source.Length - Padding - word;
        if (end <= 0)
        {
            return;
        }

        // (x ^ −1) − (−1) = −x.
        var flip = subtract ? ulong.MaxValue : 0;
        var mask = (1UL << bits) - 1;
        var left = 32 - bits;
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var s = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), word);
        if (Vector256.IsHardwareAccelerated)
        {
            var (masks, flips) = (Vector256.Create(mask), Vector256.Create(flip));
            for (nint j = 0; j < end; j += 4)
            {
                ref var at = ref Unsafe.Add(ref s, j);
                var high = Vector256.ShiftRightLogical(Vector256.LoadUnsafe(ref at), bits);
                var low = Vector256.ShiftLeft(Vector256.LoadUnsafe(ref at, 1) & masks, left);
                (Vector256.LoadUnsafe(ref t, (nuint)j) + ((high + low) ^ flips) - flips).StoreUnsafe(ref t, (nuint)j);
            }

            return;
        }

        for (nint j = 0; j < end; j++)
        {
            ref var at = ref Unsafe.Add(ref s, j);
            Unsafe.Add(ref t, j) += (((at >> bits) + ((Unsafe.Add(ref at, 1) & mask) << left)) ^ flip) - flip;
        }
    }
}
