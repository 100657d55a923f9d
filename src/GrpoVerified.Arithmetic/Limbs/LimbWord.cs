using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic;

/// <summary>Products and quotients of a natural number by one limb.</summary>
internal static class LimbWord
{
    /// <summary>The upper half of a product. With the lower half as a separate multiplication neither passes through memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong High(ulong a, ulong b) => Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);

    /// <summary>result = a·word; returns the top limb. The result may be a.</summary>
    public static ulong Multiply(Span<ulong> result, ReadOnlySpan<ulong> a, ulong word)
    {
        ulong carry = 0;
        ref var s = ref MemoryMarshal.GetReference(a);
        ref var r = ref MemoryMarshal.GetReference(result[..a.Length]);
        for (nint i = 0; i < a.Length; i++)
        {
            var x = Unsafe.Add(ref s, i);
            var low = (x * word) + carry;
            carry = High(x, word) + (low < carry ? 1UL : 0UL);
            Unsafe.Add(ref r, i) = low;
        }

        return carry;
    }

    /// <summary>result += a·word over a.Length limbs; returns the carry out.</summary>
    public static ulong AddMultiple(Span<ulong> result, ReadOnlySpan<ulong> a, ulong word)
    {
        ulong carry = 0;
        ref var s = ref MemoryMarshal.GetReference(a);
        ref var r = ref MemoryMarshal.GetReference(result[..a.Length]);
        for (nint i = 0; i < a.Length; i++)
        {
            var x = Unsafe.Add(ref s, i);
            var low = x * word;

            // The carry comes last: what it does not need is ready by then.
            var sum = Unsafe.Add(ref r, i) + low;
            var high = High(x, word) + (sum < low ? 1UL : 0UL);
            sum += carry;
            carry = high + (sum < carry ? 1UL : 0UL);
            Unsafe.Add(ref r, i) = sum;
        }

        return carry;
    }

    /// <summary>result −= a·word over a.Length limbs; returns the borrow out.</summary>
    public static ulong SubtractMultiple(Span<ulong> result, ReadOnlySpan<ulong> a, ulong word)
    {
        ulong carry = 0;
        ref var s = ref MemoryMarshal.GetReference(a);
        ref var r = ref MemoryMarshal.GetReference(result[..a.Length]);
        for (nint i = 0; i < a.Length; i++)
        {
            var x = Unsafe.Add(ref s, i);
            var low = x * word;
            var old = Unsafe.Add(ref r, i);
            var difference = old - low;
            var high = High(x, word) + (old < low ? 1UL : 0UL);
            Unsafe.Add(ref r, i) = difference - carry;
            carry = high + (difference < carry ? 1UL : 0UL);
        }

        return carry;
    }

    /// <summary>quotient = ⌊a/word⌋; returns the remainder. The quotient may be a.</summary>
    public static ulong DivRem(Span<ulong> quotient, ReadOnlySpan<ulong> a, ulong word)
    {
        var shift = BitOperations.LeadingZeroCount(word);
        var divisor = word << shift;
        var reciprocal = Reciprocal(divisor);
        ulong remainder = 0;

        // The dividend is shifted on the fly, so that the divisor is normalised.
        for (var i = a.Length - 1; i >= 0; i--)
        {
            if (shift == 0)
            {
                quotient[i] = DivRem2By1(remainder, a[i], divisor, reciprocal, out remainder);
                continue;
            }

            // remainder < divisor is a multiple of 2^shift; its shifted-in bits are the top of a[i].
            var high = remainder | (a[i] >> (64 - shift));
            quotient[i] = DivRem2By1(high, a[i] << shift, divisor, reciprocal, out remainder);
        }

        return remainder >> shift;
    }

    /// <summary>⌊(B² − 1)/d⌋ − B for a divisor with its top bit set (Möller and Granlund 2011, section 2).</summary>
    public static ulong Reciprocal(ulong d)
    {
        var numerator = new UInt128(~d, ulong.MaxValue);
        return (ulong)(numerator / d);
    }

    /// <summary>Quotient and remainder of high·B + low by d, for high &lt; d and d with its top bit set (Möller and Granlund 2011, algorithm 4).</summary>
    public static ulong DivRem2By1(ulong high, ulong low, ulong d, ulong reciprocal, out ulong remainder)
    {
        var q1 = Math.BigMul(reciprocal, high, out var q0);
        q0 += low;
        q1 += high + (q0 < low ? 1UL : 0UL) + 1;
        var r = low - (q1 * d);
        if (r > q0)
        {
            q1--;
            r += d;
        }

        if (r >= d)
        {
            q1++;
            r -= d;
        }

        remainder = r;
        return q1;
    }
}
