namespace GrpoVerified.Arithmetic;

/// <summary>e^x for 0 ≤ x &lt; 1 in fixed point: halvings, Taylor series by rectangular splitting, squarings.</summary>
/// <remarks>Rectangular splitting after Smith 1989 and Johansson 2015 (arXiv:1410.7176). Error theorem BE1 in docs/formulas.md.</remarks>
internal static class ExpSeries
{
    /// <summary>The value and a bound of its error, below 2^−bits, for an exact 0 ≤ x &lt; 1.</summary>
    public static (BigFloat Value, Magnitude Error) Evaluate(BigFloat x, int bits)
    {
        var halvings = Halvings(bits);
        if (!x.IsZero)
        {
            // A small argument needs fewer.
            halvings = (int)Math.Max(0, halvings + Math.Min(0, x.Exponent));
        }

        var n = (bits + halvings + 12 + 63) / 64;
        var point = new ulong[n];
        LimbShift.PlaceAtTop(point, x.Limbs, halvings - x.Exponent);
        var terms = SeriesLength.OfExponential(x.IsZero ? 64L * n : Math.Min(halvings - x.Exponent, 64L * n), (64L * n) + 2) + 1;
        var sum = Taylor(point, terms);

        // Squarings of a number in [1, e): n fraction limbs and one integer limb.
        var square = new ulong[2 * (n + 1)];
        for (var i = 0; i < halvings; i++)
        {
            LimbProduct.Square(square, sum);
            square.AsSpan(n, n + 1).CopyTo(sum);
        }

        var value = BigFloat.Make(negative: false, sum, 64, sticky: false, int.MaxValue, RoundingMode.Nearest, out _);
        return (value, Magnitude.PowerOfTwo(7 + halvings - (64L * n)));
    }

    // Balances squarings against the 2√N products of a series of N terms; at least 4 for theorem BE1.
    private static int Halvings(int bits) => Math.Max(4, (int)(0.9 * Math.Pow(bits, 0.35)));

    // Σ_{k<terms} x^k/k!, limbs: fraction then one integer limb.
    private static ulong[] Taylor(ReadOnlySpan<ulong> x, int terms)
    {
        var n = x.Length;
        var m = Math.Max(1, (int)Math.Sqrt(terms));
        var powers = Powers(x, m);
        var sum = new ulong[n + 1];
        var product = new ulong[(2 * n) + 1];
        ulong c = 1;
        for (var k = terms - 1; ; k--)
        {
            // Invariant: sum = Σ_{l≥k} (c·k!/l!) x^(l − k + k mod m).
            var i = k % m;
            if (i == 0)
            {
                var carry = sum[n] + c;
                sum[n] = carry;
                if (k == 0)
                {
                    break;
                }

                LimbProduct.Multiply(product, sum, powers[m - 1]);
                product.AsSpan(n, n + 1).CopyTo(sum);
            }
            else
            {
                sum[n] += LimbWord.AddMultiple(sum.AsSpan(0, n), powers[i - 1], c);
            }

            if (c > (1UL << 60) / (ulong)k)
            {
                LimbWord.DivRem(sum, sum, c);
                c = 1;
            }

            c *= (ulong)k;
        }

        LimbWord.DivRem(sum, sum, c);
        return sum;
    }

    // x, x², …, x^m, each truncated to n limbs.
    private static ulong[][] Powers(ReadOnlySpan<ulong> x, int m)
    {
        var n = x.Length;
        var powers = new ulong[m][];
        powers[0] = x.ToArray();
        var product = new ulong[2 * n];
        for (var i = 1; i < m; i++)
        {
            if ((i & 1) != 0)
            {
                LimbProduct.Square(product, powers[i / 2]);
            }
            else
            {
                LimbProduct.Multiply(product, powers[i - 1], x);
            }

            powers[i] = product.AsSpan(n, n).ToArray();
        }

        return powers;
    }
}
