namespace GrpoVerified.Arithmetic;

/// <summary>Karatsuba's product of two numbers of equal length: three half-length products.</summary>
internal static class Karatsuba
{
    /// <summary>result = a·b, a.Length = b.Length.</summary>
    public static void Multiply(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var scratch = new ulong[4 * (a.Length + 64)];
        Multiply(result, a, b, scratch);
    }

    // Scratch of 4n + O(log n) limbs: 2(h+1) for the middle product, 2(h+1) for the sums, the rest for the recursion.
    private static void Multiply(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> scratch)
    {
        var n = a.Length;
        if (n < LimbProduct.KaratsubaLimbs)
        {
            LimbProduct.Quadratic(result, a, b);
            return;
        }

        var h = (n + 1) / 2;
        var k = n - h;
        var a0 = a[..h];
        var a1 = a[h..];
        var b0 = b[..h];
        var b1 = b[h..];
        var low = result[..(2 * h)];
        var high = result.Slice(2 * h, 2 * k);
        Multiply(low, a0, b0, scratch);
        Multiply(high, a1, b1, scratch);

        // (a0 − a1)(b0 − b1) in absolute value, with its sign: no carries to carry along.
        var da = scratch[..h];
        var db = scratch.Slice(h, h);
        var middle = scratch.Slice(2 * h, 2 * h);
        var negative = Difference(da, a0, a1) ^ Difference(db, b0, b1);
        Multiply(middle, da, db, scratch[(4 * h)..]);

        // low + high − sign·middle, added at B^h.
        var sum = scratch[..((2 * h) + 1)];
        middle.CopyTo(scratch.Slice((2 * h) + 1, 2 * h));
        middle = scratch.Slice((2 * h) + 1, 2 * h);
        low.CopyTo(sum);
        sum[2 * h] = 0;
        LimbSum.Add(sum, sum, high);
        if (negative)
        {
            LimbSum.Add(sum, sum, middle);
        }
        else
        {
            LimbSum.Subtract(sum, sum, middle);
        }

        var tail = result.Slice(h, (2 * n) - h);
        LimbSum.Add(tail, tail, LimbSum.Trim(sum));
    }

    // |x − y| for y no longer than x; returns whether x < y.
    private static bool Difference(Span<ulong> result, ReadOnlySpan<ulong> x, ReadOnlySpan<ulong> y)
    {
        if (LimbSum.Subtract(result, x, y) == 0)
        {
            return false;
        }

        LimbSum.Negate(result);
        return true;
    }
}
