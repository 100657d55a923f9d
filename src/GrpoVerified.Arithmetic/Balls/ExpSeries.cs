using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>e^x for 0 ≤ x &lt; 1 in fixed point: reduction by logarithms of 1 + 2^−i, then the Taylor series by rectangular splitting.</summary>
/// <remarks>Rectangular splitting after Smith 1989 and Johansson 2015 (arXiv:1410.7176). Error theorem BE1 in docs/formulas.md.</remarks>
internal static class ExpSeries
{
    // Bits of room for the errors: theorem BE1.
    private const int GuardBits = 10;

    /// <summary>The value and a bound of its error, below 2^−bits, for an exact 0 ≤ x &lt; 1.</summary>
    public static (BigFloat Value, Magnitude Error) Evaluate(BigFloat x, int bits) => Evaluate(x, bits, ReductionBits(bits));

    /// <summary>The same with the logarithms of 1 + 2^−i for i ≤ last, 8 ≤ last ≤ 257.</summary>
    [SkipLocalsInit]
    internal static (BigFloat Value, Magnitude Error) Evaluate(BigFloat x, int bits, int last)
    {
        var n = (bits + GuardBits + 63) / 64;
        last = Math.Min(last, (64 * n) - 1);
        var r = new ulong[n];
        LimbShift.PlaceAtTop(r, x.Limbs, -x.Exponent);
        Span<int> chosen = stackalloc int[last + 1];
        chosen = chosen[..ExpReduction.Reduce(r, last, chosen)];

        var zeros = (int)((64L * n) - LimbShift.BitLength(r));
        var sum = Taylor(r, zeros / 64, SeriesLength.OfExponential(zeros, (64L * n) + 2) + 1);
        var doubled = chosen.Length > 0 && chosen[0] == 0;
        ExpReduction.Expand(sum, doubled ? chosen[1..] : chosen);
        var value = BigFloat.Make(negative: false, sum, doubled ? 65 : 64, sticky: false, int.MaxValue, RoundingMode.Nearest, out _);
        return (value, Magnitude.PowerOfTwo(GuardBits - (64L * n)));
    }

    // A bit more than whole limbs, so that the powers of r lose whole limbs; by measurement.
    private static int ReductionBits(int bits) => bits switch
    {
        < 200 => 33,
        < 800 => 65,
        < 2000 => 129,
        < 5000 => 193,
        _ => ExpReduction.LargestIndex,
    };

    // Σ_{k<terms} x^k/k! for x < 2^−64w, limbs: fraction then one integer limb.
    private static ulong[] Taylor(ReadOnlySpan<ulong> x, int w, int terms)
    {
        var n = x.Length;
        var m = Math.Max(1, (int)Math.Sqrt(terms));
        var powers = Powers(x, w, m);
        var sum = new ulong[n + 1];
        var product = new ulong[n + 1];
        ulong c = 1;

        // Terms from k on need only the fraction limbs that x^k leaves them; the sum is kept in the upper limbs.
        var length = Math.Max(0, n - ((terms - 1) / m * m * w));
        for (var k = terms - 1; ; k--)
        {
            // Invariant: sum = Σ_{l≥k} (c·k!/l!) x^(l − k + k mod m).
            var i = k % m;
            if (i == 0)
            {
                sum[n] += c;
                if (k == 0)
                {
                    break;
                }

                length = MultiplyByPower(sum, length, powers[m - 1], m * w, n, product);
            }
            else if (i * w < length)
            {
                var power = powers[i - 1].AsSpan(n - length, length - (i * w));
                var carry = LimbWord.AddMultiple(sum.AsSpan(n - length, power.Length), power, c);
                LimbSum.AddWord(sum.AsSpan(n - (i * w)), sum.AsSpan(n - (i * w)), carry);
            }

            if (c > (1UL << 60) / (ulong)k)
            {
                LimbWord.DivRem(sum.AsSpan(n - length), sum.AsSpan(n - length), c);
                c = 1;
            }

            c *= (ulong)k;
        }

        LimbWord.DivRem(sum, sum, c);
        return sum;
    }

    // sum·x^m, where x^m has `zeros` leading zero limbs; returns how many fraction limbs the product is given.
    private static int MultiplyByPower(Span<ulong> sum, int length, ReadOnlySpan<ulong> power, int zeros, int n, Span<ulong> product)
    {
        var next = Math.Min(n, length + zeros);
        var factor = power[(n - next)..(n - zeros)];
        var result = sum[(n - next)..];
        if (factor.Length == 0)
        {
            result.Clear();
            return next;
        }

        var terms = sum.Slice(n - length, length + 1);
        var kept = product[..(factor.Length + 1)];
        LimbProduct.Middle(kept, terms, factor, length);
        kept.CopyTo(result);
        result[kept.Length..].Clear();
        return next;
    }

    // x, x², …, x^m as fractions of n limbs; x^j has at least jw leading zero limbs, and is too small by less than 5 units of the last limb.
    private static ulong[][] Powers(ReadOnlySpan<ulong> x, int w, int m)
    {
        var n = x.Length;
        var powers = new ulong[m][];
        powers[0] = x.ToArray();
        for (var j = 2; j <= m; j++)
        {
            powers[j - 1] = new ulong[n];
            var length = n - (j * w);
            if (length <= 0)
            {
                continue;
            }

            // Only the limbs of each factor that reach into the n fraction limbs of the product.
            var (a, b) = (j / 2, j - (j / 2));
            if (a != b)
            {
                (a, b) = (1, j - 1);
            }

            var first = powers[a - 1].AsSpan(b * w, length);
            var result = powers[j - 1].AsSpan(0, length);
            if (a == b)
            {
                LimbProduct.MiddleOfSquare(result, first, length);
            }
            else
            {
                LimbProduct.Middle(result, first, powers[b - 1].AsSpan(a * w, length), length);
            }
        }

        return powers;
    }
}
