namespace GrpoVerified.Arithmetic;

/// <summary>Sums, differences and comparisons of natural numbers stored as 64-bit limbs, least significant first.</summary>
internal static class LimbSum
{
    /// <summary>result = a + b for a.Length ≥ b.Length and result.Length ≥ a.Length; returns the carry out. The result may be a or b.</summary>
    public static ulong Add(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        ulong carry = 0;
        var low = a[..b.Length];
        var target = result[..b.Length];
        for (var i = 0; i < target.Length; i++)
        {
            var sum = low[i] + carry;
            carry = sum < carry ? 1UL : 0UL;
            var term = b[i];
            sum += term;
            carry += sum < term ? 1UL : 0UL;
            target[i] = sum;
        }

        return AddWord(result[b.Length..], a[b.Length..], carry);
    }

    /// <summary>result = a − b for a.Length ≥ b.Length; returns the borrow out. The result may be a or b.</summary>
    public static ulong Subtract(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        ulong borrow = 0;
        var low = a[..b.Length];
        var target = result[..b.Length];
        for (var i = 0; i < target.Length; i++)
        {
            var x = low[i];
            var y = b[i];
            var difference = x - y;
            var next = x < y ? 1UL : 0UL;
            next += difference < borrow ? 1UL : 0UL;
            target[i] = difference - borrow;
            borrow = next;
        }

        return SubtractWord(result[b.Length..], a[b.Length..], borrow);
    }

    /// <summary>result = a + word; returns the carry out.</summary>
    public static ulong AddWord(Span<ulong> result, ReadOnlySpan<ulong> a, ulong word)
    {
        for (var i = 0; i < a.Length; i++)
        {
            var sum = a[i] + word;
            word = sum < word ? 1UL : 0UL;
            result[i] = sum;
        }

        return word;
    }

    /// <summary>result = a − word; returns the borrow out.</summary>
    public static ulong SubtractWord(Span<ulong> result, ReadOnlySpan<ulong> a, ulong word)
    {
        for (var i = 0; i < a.Length; i++)
        {
            var x = a[i];
            result[i] = x - word;
            word = x < word ? 1UL : 0UL;
        }

        return word;
    }

    /// <summary>Replaces the number by its two's complement, B^n − a modulo B^n.</summary>
    public static void Negate(Span<ulong> a)
    {
        var carry = 1UL;
        for (var i = 0; i < a.Length; i++)
        {
            a[i] = ~a[i] + carry;
            carry = carry != 0 && a[i] == 0 ? 1UL : 0UL;
        }
    }

    /// <summary>Sign of a − b; lengths may differ, leading zeros are allowed.</summary>
    public static int Compare(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        a = Trim(a);
        b = Trim(b);
        if (a.Length != b.Length)
        {
            return a.Length < b.Length ? -1 : 1;
        }

        for (var i = a.Length - 1; i >= 0; i--)
        {
            if (a[i] != b[i])
            {
                return a[i] < b[i] ? -1 : 1;
            }
        }

        return 0;
    }

    /// <summary>The number without leading zero limbs.</summary>
    public static ReadOnlySpan<ulong> Trim(ReadOnlySpan<ulong> a)
    {
        var n = a.Length;
        while (n > 0 && a[n - 1] == 0)
        {
            n--;
        }

        return a[..n];
    }

    /// <summary>Whether every limb is zero.</summary>
    public static bool IsZero(ReadOnlySpan<ulong> a) => a.IndexOfAnyExcept(0UL) < 0;
}
