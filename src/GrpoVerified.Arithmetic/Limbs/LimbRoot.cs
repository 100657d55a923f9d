using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>Integer square roots with remainder.</summary>
/// <remarks>Zimmermann 1999, "Karatsuba Square Root": Newton's step on the upper half, one division, one square.</remarks>
internal static class LimbRoot
{
    /// <summary>root = ⌊√a⌋; returns whether a is a perfect square.</summary>
    public static bool Sqrt(ReadOnlySpan<ulong> a, out ulong[] root)
    {
        a = LimbSum.Trim(a);
        if (a.Length == 0)
        {
            root = [];
            return true;
        }

        // An even number of limbs and the top two bits not both zero: a·4^s with an even number of limbs.
        var n = (a.Length + 1) / 2;
        var scaled = new ulong[2 * n];
        a.CopyTo(scaled.AsSpan((2 * n) - a.Length));
        var limbShift = (2 * n) - a.Length;
        var bits = BitOperations.LeadingZeroCount(scaled[^1]) & ~1;
        LimbShift.Left(scaled, scaled, bits);
        SqrtRem(scaled, out root, out var remainder);

        // √(a·2^(64·limbShift + bits)) scaled back by half of that shift; the floor of a floor is the floor.
        var half = (limbShift * 32) + (bits / 2);
        var dropped = LimbShift.Right(root, root, half);
        root = LimbSum.Trim(root).ToArray();
        return LimbSum.IsZero(remainder) && dropped == 0;
    }

    // root² + remainder = a, remainder ≤ 2·root; a has 2n limbs, the top two bits not both zero.
    private static void SqrtRem(ReadOnlySpan<ulong> a, out ulong[] root, out ulong[] remainder)
    {
        var n = a.Length / 2;
        if (n == 1)
        {
            var value = new UInt128(a[1], a[0]);
            var s = Sqrt(value);
            var r = value - ((UInt128)s * s);
            root = [s];
            remainder = [(ulong)r, (ulong)(r >> 64)];
            return;
        }

        var l = n / 2;
        var h = n - l;
        SqrtRem(a[(2 * l)..], out var high, out var rest);

        // (q, u) = divmod(rest·B^l + next l limbs, 2·high).
        var dividend = new ulong[rest.Length + l];
        a.Slice(l, l).CopyTo(dividend);
        rest.CopyTo(dividend, l);
        var twice = new ulong[h + 1];
        twice[h] = LimbShift.Left(twice, high, 1);
        LimbDivision.DivRem(dividend, twice, out var q, out var u);

        // root = high·B^l + q, remainder = u·B^l + low − q².
        root = new ulong[n + 1];
        high.CopyTo(root, l);
        LimbSum.Add(root, root, q);
        var sum = new ulong[n + 2];
        a[..l].CopyTo(sum);
        u.CopyTo(sum, l);
        var square = new ulong[2 * q.Length];
        LimbProduct.Square(square, q);
        if (LimbSum.Subtract(sum, sum, LimbSum.Trim(square)) != 0)
        {
            // Negative: remainder += 2·root − 1, root −= 1; once is enough when the top bit pair is normalised.
            do
            {
                LimbSum.SubtractWord(root, root, 1);
                var step = new ulong[n + 2];
                root.CopyTo(step, 0);
                LimbShift.Left(step, step, 1);
                step[0] |= 1;
                if (LimbSum.Add(sum, sum, step) != 0)
                {
                    break;
                }
            }
            while (true);
        }

        root = root.AsSpan(0, n).ToArray();
        remainder = sum.AsSpan(0, n + 1).ToArray();
    }

    // ⌊√value⌋ for value ≥ 2^126: a double's root, then Newton's corrections in integers.
    private static ulong Sqrt(UInt128 value)
    {
        var guess = Math.Sqrt((double)value);
        var s = guess >= 18446744073709551615.0 ? ulong.MaxValue : (ulong)guess;
        s = Step(value, s);
        s = Step(value, s);
        while ((UInt128)s * s > value)
        {
            s--;
        }

        while (s != ulong.MaxValue && ((UInt128)s + 1) * ((UInt128)s + 1) <= value)
        {
            s++;
        }

        return s;
    }

    private static ulong Step(UInt128 value, ulong s)
    {
        var next = (value / s + s) >> 1;
        return next > ulong.MaxValue ? ulong.MaxValue : (ulong)next;
    }
}
