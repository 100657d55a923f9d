namespace GrpoVerified.Checking.Numbers;

/// <summary>Bounds of exp by reduction to [0, log 2), halving, Taylor's series and squaring (docs/checker-bounds.md, section exp).</summary>
internal static class Exponential
{
    private const int Guard = 16;

    /// <summary>Arguments beyond 2^60 in size are not evaluated.</summary>
    public static bool Fits(in Dyadic x) => x.Sign == 0 || x.Top <= 60;

    /// <summary>A number with about <paramref name="bits"/> bits on the named side of exp x.</summary>
    public static Dyadic Bound(in Dyadic x, int bits, Toward side)
    {
        if (x.Sign == 0)
        {
            return Dyadic.One;
        }

        var halvings = 3 + ((int)Math.Sqrt(bits) / 3);
        var scale = bits + Guard + (int)Math.Max(0, x.Top);

        // x = k log 2 + r with r · 2^scale in [R - c, R + c] and 0 <= R < L: floor of x costs 1 unit, k times the bound of log 2 costs 2|k|.
        var whole = Shift(x.M, x.E + scale);
        var log2 = Logarithm.Two(scale);
        var k = BigInteger.DivRem(whole, log2, out var r);
        if (r.Sign < 0)
        {
            k -= 1;
            r += log2;
        }

        var c = (2 * BigInteger.Abs(k)) + 1;

        // At scale + halvings the whole number R stands for r / 2^halvings, a number rho < 1/8.
        scale += halvings;
        var sum = BigInteger.Zero;
        var n = 0;
        for (var term = BigInteger.One << scale; !term.IsZero; term = ((term * r) >> scale) / n)
        {
            sum += term;
            n++;
        }

        // exp(rho) lies in [sum, sum + 2n + 4] units, and an error of c units in rho moves it by at most 5c.
        var value = side == Toward.Lower ? sum - (5 * c) : sum + (2 * n) + 4 + (5 * c);
        for (var i = 0; i < halvings; i++)
        {
            value = side == Toward.Lower ? (value * value) >> scale : ((value * value) >> scale) + 1;
        }

        return Dyadic.Round(value, (long)k - scale, bits, side);
    }

    /// <summary>The floor of m · 2^e.</summary>
    private static BigInteger Shift(in BigInteger m, long e)
        => e >= 0 ? m << (int)e : m >> (int)Math.Min(-e, Dyadic.Length(m) + 1);
}
