using System.Collections.Concurrent;

namespace GrpoVerified.Checking.Numbers;

/// <summary>Bounds of log by log x = e log 2 + 2 atanh((m - 1)/(m + 1)) with m in [3/4, 3/2) (docs/checker-bounds.md, section log).</summary>
internal static class Logarithm
{
    private const int Guard = 24;

    private static readonly ConcurrentDictionary<int, BigInteger> Twos = new();

    /// <summary>A whole number L with L ≤ log 2 · 2^scale ≤ L + 2.</summary>
    public static BigInteger Two(int scale)
    {
        var rounded = (scale + 63) & ~63;
        return Twos.GetOrAdd(rounded, Series) >> (rounded - scale);
    }

    /// <summary>A number with about <paramref name="bits"/> bits on the named side of log x, x > 0.</summary>
    public static Dyadic Bound(in Dyadic x, int bits, Toward side)
    {
        // x = m · 2^e with m = M / 2^q.
        var length = (int)Dyadic.Length(x.M);
        var q = length >= 2 && (int)(x.M >> (length - 2)) == 3 ? length : length - 1;
        var e = x.E + q;
        var one = BigInteger.One << q;
        var a = x.M - one;
        if (a.IsZero && e == 0)
        {
            return Dyadic.Zero;
        }

        // z = a/b; where x is near 1 the scale grows so that the relative precision stays.
        var b = x.M + one;
        var scale = bits + Guard + (e == 0 ? (int)(Dyadic.Length(b) - Dyadic.Length(a)) : 0);
        var z = (BigInteger.Abs(a) << scale) / b;
        var square = (z * z) >> scale;
        var sum = BigInteger.Zero;
        var n = 0;
        for (var term = z; !term.IsZero; term = (term * square) >> scale)
        {
            sum += term / ((2 * n) + 1);
            n++;
        }

        // atanh |z| lies in [sum, sum + error] units.
        var error = a.IsZero ? 0 : (3 * n) + 3;
        var low = a.Sign >= 0 ? sum : -(sum + error);
        var high = a.Sign >= 0 ? sum + error : -sum;
        var log2 = e == 0 ? BigInteger.Zero : Two(scale);
        var value = side == Toward.Lower
            ? (2 * low) + (e * (e >= 0 ? log2 : log2 + 2))
            : (2 * high) + (e * (e > 0 ? log2 + 2 : log2));
        return Dyadic.Round(value, -scale, bits, side);
    }

    /// <summary>log 2 = 2 atanh(1/3) = sum of 2 / ((2k + 1) 3^(2k + 1)), with 16 bits more than are returned.</summary>
    private static BigInteger Series(int scale)
    {
        var sum = BigInteger.Zero;
        var k = 0;
        for (var power = (BigInteger.One << (scale + 17)) / 3; !power.IsZero; power /= 9)
        {
            sum += power / ((2 * k) + 1);
            k++;
        }

        return sum >> 16;
    }
}
