using System.Buffers;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>e^x for 0 ≤ x &lt; 1 in fixed point: reduction by logarithms of 1 + 2^−i, then the Taylor series by rectangular splitting.</summary>
/// <remarks>Rectangular splitting after Smith 1989 and Johansson 2015 (arXiv:1410.7176). Error theorem BE1 in docs/formulas.md.</remarks>
internal static class ExpSeries
{
    /// <summary>Error bound in units of the last limb: theorem BE1.</summary>
    public const int Error = 1 << GuardBits;

    // Bits of room for the errors.
    private const int GuardBits = 11;

    // Limbs of scratch memory taken from the stack.
    private const int OnStack = 512;

    /// <summary>The value and a bound of its error, below 2^−bits, for an exact 0 ≤ x &lt; 1.</summary>
    public static (BigFloat Value, Magnitude Error) Evaluate(BigFloat x, int bits) => Evaluate(x, bits, ReductionBits(bits));

    /// <summary>The same with the logarithms of 1 + 2^−i for i ≤ last, 8 ≤ last.</summary>
    [SkipLocalsInit]
    internal static (BigFloat Value, Magnitude Error) Evaluate(BigFloat x, int bits, int last)
    {
        var n = (bits + GuardBits + 63) / 64;
        var length = (2 * n) + 1;
        Span<ulong> memory = length <= OnStack ? stackalloc ulong[OnStack] : new ulong[length];
        var r = memory[..n];
        var sum = memory.Slice(n, n + 1);
        LimbShift.PlaceAtTop(r, x.Limbs, -x.Exponent);
        Evaluate(sum, r, last);
        var value = BigFloat.Make(negative: false, sum, 64, sticky: false, int.MaxValue, RoundingMode.Nearest, out _);
        return (value, Magnitude.PowerOfTwo(GuardBits - (64L * n)));
    }

    /// <summary>e^x with an error of at most <see cref="Error"/> units of the last limb.</summary>
    /// <param name="value">Takes the value: fraction limbs, as many as x has, then one integer limb.</param>
    /// <param name="x">A fraction of at least one limb; overwritten.</param>
    public static void Evaluate(Span<ulong> value, Span<ulong> x) => Evaluate(value, x, ReductionBits(64 * x.Length));

    [SkipLocalsInit]
    internal static void Evaluate(Span<ulong> value, Span<ulong> x, int last)
    {
        var n = x.Length;
        last = Math.Min(last, (64 * n) - 1);
        Span<int> chosen = stackalloc int[ExpReduction.LargestIndex + 2];
        chosen = chosen[..ExpReduction.Reduce(x, last, chosen)];

        var zeros = (int)((64L * n) - LimbShift.BitLength(x));
        Taylor(value, x, zeros / 64, SeriesLength.OfExponential(zeros, (64L * n) + 2) + 1);
        var doubled = chosen.Length > 0 && chosen[0] == 0;
        ExpReduction.Expand(value, doubled ? chosen[1..] : chosen);
        if (doubled)
        {
            LimbShift.Left(value, value, 1);
        }
    }

    // A bit more than whole limbs, so that the powers of r lose whole limbs; by measurement. Beyond the largest the table costs what it saves.
    private static int ReductionBits(int bits) => bits switch
    {
        < 200 => 33,
        < 1500 => 65,
        < 2000 => 129,
        < 5000 => 193,
        < 8000 => 257,
        _ => ExpReduction.LargestIndex,
    };

    // Σ_{k<terms} x^k/k! for x < 2^−64w, limbs: fraction then one integer limb.
    [SkipLocalsInit]
    private static void Taylor(Span<ulong> sum, ReadOnlySpan<ulong> x, int w, int terms)
    {
        var n = x.Length;
        var m = Math.Max(1, (int)Math.Sqrt(terms));
        var room = ((m + 1) * n) + 1;
        var rented = room <= OnStack ? null : ArrayPool<ulong>.Shared.Rent(room);
        Span<ulong> memory = rented is null ? stackalloc ulong[OnStack] : rented;
        var powers = memory[..(m * n)];
        var product = memory.Slice(m * n, n + 1);
        Powers(powers, x, w, m);
        sum.Clear();
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

                length = MultiplyByPower(sum, length, powers[^n..], m * w, n, product);
            }
            else if (i * w < length)
            {
                var power = powers.Slice((i * n) - length, length - (i * w));
                var carry = LimbWord.AddMultiple(sum.Slice(n - length, power.Length), power, c);
                LimbSum.AddWord(sum[(n - (i * w))..], sum[(n - (i * w))..], carry);
            }

            if (c > (1UL << 60) / (ulong)k)
            {
                LimbWord.DivRem(sum[(n - length)..], sum[(n - length)..], c);
                c = 1;
            }

            c *= (ulong)k;
        }

        LimbWord.DivRem(sum, sum, c);
        if (rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
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

    // x, x², …, x^m as fractions of n limbs, one behind the other; x^j has at least jw leading zero limbs, which are not written, and is
    // too small by less than 5 units of the last limb.
    private static void Powers(Span<ulong> powers, ReadOnlySpan<ulong> x, int w, int m)
    {
        var n = x.Length;
        x.CopyTo(powers);
        for (var j = 2; j <= m; j++)
        {
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

            var first = powers.Slice(((a - 1) * n) + (b * w), length);
            var result = powers.Slice((j - 1) * n, length);
            if (a == b)
            {
                LimbProduct.MiddleOfSquare(result, first, length);
            }
            else
            {
                LimbProduct.Middle(result, first, powers.Slice(((b - 1) * n) + (a * w), length), length);
            }
        }
    }
}
