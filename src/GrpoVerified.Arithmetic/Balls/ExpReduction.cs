using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GrpoVerified.Arithmetic;

/// <summary>e^x = Π(1 + 2^−i)·e^r: the argument of the exponential function made small by subtracting logarithms, bit by bit.</summary>
/// <remarks>
/// The pseudo-division of Briggs and Meggitt; for arithmetic of any precision after van der Hoeven and Johansson 2024
/// (hal-04454093). The factors are applied by shifts and additions without carries. Error theorem BE1 in docs/formulas.md.
/// </remarks>
internal static class ExpReduction
{
    /// <summary>The largest index for which the error bound BE1 is proved.</summary>
    public const int LargestIndex = 385;

    // So many factors are applied before digits are carried; none is proved to overflow.
    private const int FactorsBetweenCarries = 256;

    /// <summary>
    /// Subtracts ⌊log(1 + 2^−i)⌋ for chosen i ≤ <paramref name="last"/>, in increasing order and each at most once, from 0 ≤ x &lt; 1.
    /// What is left is not negative and below 2^−8; it is near 2^−last, but nothing rests on that.
    /// </summary>
    /// <param name="x">x as a fraction; the rest on return.</param>
    /// <param name="last">The largest index, 8 to <see cref="LargestIndex"/> and less than 64·limbs.</param>
    /// <param name="chosen">Takes the indices, last + 1 of them at most.</param>
    /// <returns>How many were chosen.</returns>
    public static int Reduce(Span<ulong> x, int last, Span<int> chosen)
    {
        var table = ShiftedLogarithms.AtLeast(x.Length, last + 1);
        var count = 0;
        for (var block = 0; (64 * block) + 1 < last || block == 0; block++)
        {
            // The rest is below 2^−(64·block + 1) or very little above: so many leading limbs are zero.
            var from = block == 0 ? 0 : (64 * block) + 2;
            var taken = Choose(x, block, from, Math.Min(last, (64 * block) + 65), table, chosen[count..]);
            SubtractAll(x, table, chosen.Slice(count, taken));
            count += taken;
        }

        return count;
    }

    /// <summary>value·Π(1 + 2^−i) over the chosen i ≥ 1, truncated to less than two units of the last limb; the product must fit.</summary>
    [SkipLocalsInit]
    public static void Expand(Span<ulong> value, ReadOnlySpan<int> chosen)
    {
        // One limb more below takes what the shifts drop.
        var length = (2 * (value.Length + 1)) + LazyDigits.Padding;
        Span<ulong> digits = length <= 128 ? stackalloc ulong[length] : new ulong[length];
        digits.Clear();
        LazyDigits.Split(digits[2..], value);
        for (var k = chosen.Length - 1; k >= 0; k--)
        {
            LazyDigits.AddShifted(digits, digits, chosen[k] >> 5, chosen[k] & 31);
            if (k > 0 && (chosen[k] - 2) / FactorsBetweenCarries != (chosen[k - 1] - 2) / FactorsBetweenCarries)
            {
                LazyDigits.Carry(digits[..^LazyDigits.Padding]);
            }
        }

        // The guard limb's carry is its upper digit's excess.
        digits[2] += (digits[1] + (digits[0] >> 32)) >> 32;
        LazyDigits.Join(value, digits[2..]);
    }

    // Decided on two limbs: an index is taken if its logarithm rounded up is not above the rest rounded down.
    private static int Choose(ReadOnlySpan<ulong> x, int block, int from, int last, ulong[][] table, Span<int> chosen)
    {
        var top = x.Length - 1 - block;
        var high = x[top];
        var low = top > 0 ? x[top - 1] : 0;
        var offset = table[0].Length - x.Length + top;
        var count = 0;
        for (var i = from; i <= last; i++)
        {
            var entry = table[i];
            var h = entry[offset];
            var l = top > 0 ? entry[offset - 1] : ulong.MaxValue;

            // rest − (entry + 1), without a branch that nobody can predict.
            var below = l + 1;
            var taken = high > h || (high == h && low > l) ? 1UL : 0UL;
            var mask = 0 - taken;
            var borrow = low <= l ? 1UL : 0UL;
            low -= below & mask;
            high -= (h + borrow) & mask;
            chosen[count] = i;
            count += (int)taken;
        }

        return count;
    }

    // x − Σ entries, the sums of both halves of every limb first: no carries until the end.
    private static void SubtractAll(Span<ulong> x, ulong[][] table, ReadOnlySpan<int> chosen)
    {
        if (chosen.Length == 0)
        {
            return;
        }

        var n = x.Length;
        var offset = table[0].Length - n;
        var j = 0;
        ulong borrow = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var half = Vector256.Create((ulong)uint.MaxValue);
            for (; j + 4 <= n; j += 4)
            {
                var low = Vector256<ulong>.Zero;
                var high = Vector256<ulong>.Zero;
                foreach (var i in chosen)
                {
                    var entry = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(table[i]), (nuint)(offset + j));
                    low += entry & half;
                    high += Vector256.ShiftRightLogical(entry, 32);
                }

                for (var k = 0; k < 4; k++)
                {
                    borrow = Subtract(ref x[j + k], low.GetElement(k), high.GetElement(k), borrow);
                }
            }
        }

        for (; j < n; j++)
        {
            ulong low = 0;
            ulong high = 0;
            foreach (var i in chosen)
            {
                var entry = table[i][offset + j];
                low += (uint)entry;
                high += entry >> 32;
            }

            borrow = Subtract(ref x[j], low, high, borrow);
        }
    }

    // limb − low − 2^32·high − borrow modulo 2^64, and what to borrow from the next limb; low, high and borrow are below 2^62.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Subtract(ref ulong limb, ulong low, ulong high, ulong borrow)
    {
        low += borrow;
        high += low >> 32;
        var total = (high << 32) | (uint)low;
        var next = (high >> 32) + (limb < total ? 1UL : 0UL);
        limb -= total;
        return next;
    }
}
