using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>The exponential function side by side, with a proved bound: docs/formulas-interval.md, section 10.</summary>
/// <remarks>x = n·log 2 + r, |r| ≤ 0.3466; e^r = 1 + r + r²·Q(r), Q the Taylor polynomial of degree 11; n goes to the exponent.</remarks>
/// <typeparam name="T">The vector.</typeparam>
public static class LaneExp<T>
    where T : struct, IDoubleLanes<T>
{
    /// <summary>The bounds hold for |x| up to here: results stay normal.</summary>
    public const double Largest = 700;

    /// <summary>Relative error of <see cref="Nearest"/>: at most 2.2 u, u = 2^−53.</summary>
    public const double RelativeError = 2.2 / (1L << 53);

    // 1.5·2^52: adding it rounds to an integer and leaves that integer in the low bits.
    private const double Shifter = 6755399441055744;
    private const double InverseLn2 = 1.4426950408889634;

    // log 2 = High + Low + rest, |rest| < 2^−86; High has 32 bits, so n·High is exact.
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;

    // |computed p − (e^r − 1)| ≤ 0.95 u, and one rounding of the last sum, below 1 u: together 1.96 u, with room.
    private const double Outward = 1.97 / (1L << 53);

    /// <summary>e^x with the relative error <see cref="RelativeError"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Nearest(T x)
    {
        var (p, bits) = Core(x);
        return T.ScaleByBits(T.Broadcast(1) + p, bits);
    }

    /// <summary>A double at most e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Down(T x)
    {
        var (p, bits) = Core(x);
        var one = T.Broadcast(1);
        var sum = one + p;
        var rest = p - (sum - one);
        return T.ScaleByBits(sum + (rest - T.Broadcast(Outward)), bits);
    }

    /// <summary>A double at least e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Up(T x)
    {
        var (p, bits) = Core(x);
        var one = T.Broadcast(1);
        var sum = one + p;
        var rest = p - (sum - one);
        return T.ScaleByBits(sum + (rest + T.Broadcast(Outward)), bits);
    }

    // e^r − 1, and the bits that carry n.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T P, T Bits) Core(T x)
    {
        var bits = T.MultiplyAdd(x, T.Broadcast(InverseLn2), T.Broadcast(Shifter));
        var n = bits - T.Broadcast(Shifter);
        var r = T.MultiplyAdd(-n, T.Broadcast(Ln2Low), T.MultiplyAdd(-n, T.Broadcast(Ln2High), x));

        // Q = 1/2! + r/3! + … + r^11/13!, by pairs.
        var r2 = r * r;
        var q01 = T.MultiplyAdd(r, T.Broadcast(1.0 / 6), T.Broadcast(1.0 / 2));
        var q23 = T.MultiplyAdd(r, T.Broadcast(1.0 / 120), T.Broadcast(1.0 / 24));
        var q45 = T.MultiplyAdd(r, T.Broadcast(1.0 / 5040), T.Broadcast(1.0 / 720));
        var q67 = T.MultiplyAdd(r, T.Broadcast(1.0 / 362880), T.Broadcast(1.0 / 40320));
        var q89 = T.MultiplyAdd(r, T.Broadcast(1.0 / 39916800), T.Broadcast(1.0 / 3628800));
        var q1011 = T.MultiplyAdd(r, T.Broadcast(1.0 / 6227020800), T.Broadcast(1.0 / 479001600));
        var r4 = r2 * r2;
        var low = T.MultiplyAdd(r2, q23, q01);
        var middle = T.MultiplyAdd(r2, q67, q45);
        var high = T.MultiplyAdd(r2, q1011, q89);
        var q = T.MultiplyAdd(r4, T.MultiplyAdd(r4, high, middle), low);
        return (T.MultiplyAdd(r2, q, r), bits);
    }
}
