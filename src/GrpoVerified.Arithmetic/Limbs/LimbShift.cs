using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>Shifts and bit counts of natural numbers stored as limbs.</summary>
internal static class LimbShift
{
    /// <summary>result = a·2^count for 0 ≤ count &lt; 64; returns the bits shifted out. The result may be a.</summary>
    public static ulong Left(Span<ulong> result, ReadOnlySpan<ulong> a, int count)
    {
        if (count == 0)
        {
            a.CopyTo(result);
            return 0;
        }

        var back = 64 - count;
        ulong carry = a.Length == 0 ? 0 : a[^1] >> back;
        for (var i = a.Length - 1; i > 0; i--)
        {
            result[i] = (a[i] << count) | (a[i - 1] >> back);
        }

        if (a.Length > 0)
        {
            result[0] = a[0] << count;
        }

        return carry;
    }

    /// <summary>result = ⌊a/2^count⌋ for 0 ≤ count &lt; 64; returns the bits shifted out, at the top of a limb. The result may be a.</summary>
    public static ulong Right(Span<ulong> result, ReadOnlySpan<ulong> a, int count)
    {
        if (count == 0)
        {
            a.CopyTo(result);
            return 0;
        }

        var back = 64 - count;
        var dropped = a.Length == 0 ? 0 : a[0] << back;
        for (var i = 0; i + 1 < a.Length; i++)
        {
            result[i] = (a[i] >> count) | (a[i + 1] << back);
        }

        if (a.Length > 0)
        {
            result[a.Length - 1] = a[^1] >> count;
        }

        return dropped;
    }

    /// <summary>
    /// Writes a, aligned with the top limb of the result and then shifted right by the given number of bits.
    /// Bits that fall below the result are dropped; returns whether one of them was set.
    /// </summary>
    public static bool PlaceAtTop(Span<ulong> result, ReadOnlySpan<ulong> a, long shift)
    {
        result.Clear();
        var limbs = shift >> 6;
        var bits = (int)(shift & 63);
        if (limbs >= result.Length)
        {
            return !LimbSum.IsZero(a);
        }

        // Index of a[i] in the result before the bit shift, and the first limb of a that stays inside.
        var offset = result.Length - a.Length - (int)limbs;
        var first = Math.Max(0, -offset);
        var kept = a[first..];
        var lost = !LimbSum.IsZero(a[..first]);
        var target = result.Slice(Math.Max(0, offset), kept.Length);
        var dropped = Right(target, kept, bits);
        if (dropped != 0)
        {
            if (offset > 0)
            {
                result[offset - 1] = dropped;
            }
            else
            {
                lost = true;
            }
        }

        return lost;
    }

    /// <summary>Number of bits of the number; 0 for zero.</summary>
    public static long BitLength(ReadOnlySpan<ulong> a)
    {
        a = LimbSum.Trim(a);
        return a.Length == 0 ? 0 : ((long)a.Length << 6) - BitOperations.LeadingZeroCount(a[^1]);
    }
}
