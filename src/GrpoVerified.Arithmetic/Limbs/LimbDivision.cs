using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>Quotient and remainder of natural numbers: schoolbook, and Newton's reciprocal for long quotients.</summary>
internal static class LimbDivision
{
    /// <summary>From this length of quotient and divisor Newton's iteration is used.</summary>
    public const int NewtonLimbs = 120;

    private const int ReciprocalBase = 40;

    /// <summary>quotient = ⌊a/b⌋ and remainder = a − quotient·b, both without leading zeros; b is not zero.</summary>
    public static void DivRem(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, out ulong[] quotient, out ulong[] remainder)
    {
        a = LimbSum.Trim(a);
        b = LimbSum.Trim(b);
        if (LimbSum.Compare(a, b) < 0)
        {
            quotient = [];
            remainder = a.ToArray();
            return;
        }

        if (b.Length == 1)
        {
            var q = new ulong[a.Length];
            var r = LimbWord.DivRem(q, a, b[0]);
            quotient = LimbSum.Trim(q).ToArray();
            remainder = r == 0 ? [] : [r];
            return;
        }

        // Normalise: the divisor's top bit set.
        var shift = BitOperations.LeadingZeroCount(b[^1]);
        var divisor = new ulong[b.Length];
        LimbShift.Left(divisor, b, shift);
        var dividend = new ulong[a.Length + 1];
        dividend[a.Length] = LimbShift.Left(dividend, a, shift);
        var result = new ulong[a.Length - b.Length + 1];
        if (b.Length < NewtonLimbs || result.Length < NewtonLimbs)
        {
            Schoolbook(result, dividend, divisor);
        }
        else
        {
            Newton(result, dividend, divisor);
        }

        LimbShift.Right(dividend, dividend, shift);
        quotient = LimbSum.Trim(result).ToArray();
        remainder = LimbSum.Trim(dividend).ToArray();
    }

    /// <summary>
    /// Knuth's algorithm D: the dividend becomes the remainder; quotient.Length = dividend.Length − divisor.Length. The divisor, at least two
    /// limbs with the top bit set, is larger than the dividend's top limbs, as many.
    /// </summary>
    internal static void Schoolbook(Span<ulong> quotient, Span<ulong> dividend, ReadOnlySpan<ulong> divisor)
    {
        var n = divisor.Length;
        var top = divisor[n - 1];
        var second = divisor[n - 2];
        var reciprocal = LimbWord.Reciprocal(top);
        for (var j = quotient.Length - 1; j >= 0; j--)
        {
            var window = dividend.Slice(j, n);
            var high = dividend[j + n];
            ulong digit;
            if (high >= top)
            {
                // high = top here, and the digit is at most B − 1.
                digit = ulong.MaxValue;
            }
            else
            {
                digit = LimbWord.DivRem2By1(high, window[n - 1], top, reciprocal, out var rest);
                for (var overflow = false; !overflow;)
                {
                    var ph = Math.BigMul(digit, second, out var pl);
                    if (ph < rest || (ph == rest && pl <= window[n - 2]))
                    {
                        break;
                    }

                    digit--;
                    rest += top;
                    overflow = rest < top;
                }
            }

            var borrow = LimbWord.SubtractMultiple(window, divisor, digit);
            var left = high - borrow;
            while (left != 0)
            {
                digit--;
                left += LimbSum.Add(window, window, divisor);
            }

            dividend[j + n] = 0;
            quotient[j] = digit;
        }
    }

    // An approximate quotient from the reciprocal of the divisor's top limbs, then corrected by the exact remainder.
    private static void Newton(Span<ulong> quotient, Span<ulong> dividend, ReadOnlySpan<ulong> divisor)
    {
        var m = quotient.Length;
        var n = divisor.Length;

        // k limbs of divisor: one more than the quotient's, padded with zeros when the divisor is short.
        var k = m + 1;
        var head = new ulong[k];
        divisor[Math.Max(0, n - k)..].CopyTo(head.AsSpan(Math.Max(0, k - n)));
        var inverse = Reciprocal(head);

        // quotient = dividend/divisor ≈ (top k limbs of the dividend)·inverse/B^(2k) in units of B^(m − k)·B^k.
        var top = new ulong[k + 1];
        var available = Math.Min(k + 1, dividend.Length);
        dividend[^available..].CopyTo(top.AsSpan(k + 1 - available));
        var product = new ulong[top.Length + inverse.Length];
        LimbProduct.Multiply(product, top, inverse);

        // dividend ≈ top·B^(L−k−1), 1/divisor ≈ inverse·B^(−k−n), so the quotient is product·B^(L−2k−1−n) = product·B^(m−2k−1).
        var approximation = product.AsSpan((2 * k) + 1 - m);
        LimbSum.Trim(approximation).CopyTo(quotient);
        if (LimbSum.Trim(approximation).Length > m)
        {
            quotient.Fill(ulong.MaxValue);
        }

        var back = new ulong[m + n];
        LimbProduct.Multiply(back, quotient, divisor);
        if (LimbSum.Compare(back, dividend) > 0)
        {
            LimbSum.Subtract(back, back, dividend);
            var excess = back.AsSpan();
            do
            {
                LimbSum.SubtractWord(quotient, quotient, 1);
                if (LimbSum.Compare(excess, divisor) <= 0)
                {
                    dividend.Clear();
                    LimbSum.Subtract(dividend[..n], divisor, excess[..n]);
                    return;
                }

                LimbSum.Subtract(excess, excess, divisor);
            }
            while (true);
        }

        LimbSum.Subtract(dividend, dividend, back);
        while (LimbSum.Compare(dividend, divisor) >= 0)
        {
            LimbSum.Subtract(dividend, dividend, divisor);
            LimbSum.AddWord(quotient, quotient, 1);
        }
    }

    /// <summary>x with |x − B^(2n)/d| ≤ 8, for a divisor of n limbs with its top bit set; n + 1 limbs.</summary>
    /// <remarks>Error theorem LD1 in docs/formulas.md.</remarks>
    internal static ulong[] Reciprocal(ReadOnlySpan<ulong> d)
    {
        var n = d.Length;
        if (n <= ReciprocalBase)
        {
            var power = new ulong[(2 * n) + 1];
            power[2 * n] = 1;
            var full = new ulong[n + 1];
            if (n == 1)
            {
                var q = new ulong[3];
                LimbWord.DivRem(q, power, d[0]);
                q.AsSpan(0, 2).CopyTo(full);
                return full;
            }

            var dividend = new ulong[(2 * n) + 2];
            power.CopyTo(dividend, 0);
            var quotient = new ulong[n + 2];
            Schoolbook(quotient, dividend, d);
            quotient.AsSpan(0, n + 1).CopyTo(full);
            return full;
        }

        var h = (n / 2) + 1;
        var y = Reciprocal(d[(n - h)..]);

        // e = B^(n+h) − y·d, with its sign; |e| ≤ 12·B^n.
        var e = new ulong[n + h + 1];
        LimbProduct.Multiply(e, d, y);
        var negative = e[n + h] != 0;
        if (negative)
        {
            e[n + h] = 0;
        }
        else
        {
            LimbSum.Negate(e.AsSpan(0, n + h));
        }

        // x = y·B^(n−h) + y·e/B^(2h).
        var part = e.AsSpan(h - 1, n + 2 - h);
        var product = new ulong[part.Length + h + 1];
        LimbProduct.Multiply(product, part, y);
        var correction = LimbSum.Trim(product.AsSpan(h + 1));
        var x = new ulong[n + 1];
        y.CopyTo(x, n - h);
        if (negative)
        {
            LimbSum.Subtract(x, x, correction);
        }
        else
        {
            LimbSum.Add(x, x, correction);
        }

        return x;
    }
}
