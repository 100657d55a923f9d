namespace GrpoVerified.Arithmetic;

/// <summary>log 2 and π to any precision by binary splitting, kept at the largest precision asked for.</summary>
/// <remarks>Error theorems BC1 and BC2 in docs/formulas.md.</remarks>
internal static class BallConstants
{
    private static readonly Lock Gate = new();
    private static Ball _log2;
    private static Ball _pi;
    private static Ball[] _artanhs = [];

    /// <summary>log 2 with an error below 2^−precision.</summary>
    public static Ball Log2(int precision)
    {
        lock (Gate)
        {
            if (_log2.Precision < precision)
            {
                _log2 = ComputeLog2(Math.Max(precision + (precision / 8), 256));
            }

            return _log2.WithPrecision(precision);
        }
    }

    /// <summary>π with a relative error below 2^−precision.</summary>
    public static Ball Pi(int precision)
    {
        lock (Gate)
        {
            if (_pi.Precision < precision)
            {
                _pi = ComputePi(Math.Max(precision + (precision / 8), 256));
            }

            return _pi.WithPrecision(precision);
        }
    }

    /// <summary>log(1 + 2^−i) for i ≤ 3 with an error below 2^(6−precision).</summary>
    /// <remarks>log 2, log 3 and log 5 are 14, 10, 6 and 22, 16, 10 and 32, 24, 14 times artanh(1/31), artanh(1/49), artanh(1/161).</remarks>
    public static Ball LogOfShift(int i, int precision)
    {
        if (i == 0)
        {
            return Log2(precision);
        }

        lock (Gate)
        {
            if (_artanhs.Length == 0 || _artanhs[0].Precision < precision)
            {
                _artanhs = [ArtanhReciprocal(31, 49, precision), ArtanhReciprocal(49, 56, precision), ArtanhReciprocal(161, 73, precision)];
            }

            (int A, int B, int C) weights = i switch { 1 => (8, 6, 4), 2 => (4, 4, 2), _ => (2, 2, 2) };
            return (Ball.FromInteger(weights.A) * _artanhs[0]) + (Ball.FromInteger(weights.B) * _artanhs[1]) + (Ball.FromInteger(weights.C) * _artanhs[2]);
        }
    }

    // log 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749).
    private static Ball ComputeLog2(int precision)
    {
        var p = precision + 16;
        var sum = (Ball.FromInteger(18) * ArtanhReciprocal(26, 47, p))
            - (Ball.FromInteger(2) * ArtanhReciprocal(4801, 122, p))
            + (Ball.FromInteger(8) * ArtanhReciprocal(8749, 130, p));
        return sum.WithPrecision(precision);
    }

    // artanh(1/q) = Σ 1/((2k+1) q^(2k+1)); the tail after n terms is below 2/q^(2n+1). The logarithm of q is given in
    // tenths, rounded down: 26^10 > 2^47, 4801^10 > 2^122, 8749^10 > 2^130.
    private static Ball ArtanhReciprocal(long q, long tenths, int precision)
    {
        var n = (int)(precision * 5L / tenths) + 2;
        var (_, denominator, t) = ArtanhSplit(0, n, q * q);
        var value = Ball.FromBigFloat(t, precision) / Ball.FromBigFloat(denominator * BigFloat.FromInteger(q), precision);
        return value.Inflate(Magnitude.PowerOfTwo(1 - (((2L * n) + 1) * tenths / 10)));
    }

    // Over k in [a, b): P = (q²)^(b−a), and T/D = Σ (q²)^(a−k)/(2k+1).
    private static (BigFloat Power, BigFloat Denominator, BigFloat T) ArtanhSplit(int a, int b, long square)
    {
        if (b - a == 1)
        {
            return (BigFloat.FromInteger(square), BigFloat.FromInteger((2L * a) + 1), BigFloat.One);
        }

        var m = (a + b) / 2;
        var (pl, dl, tl) = ArtanhSplit(a, m, square);
        var (pr, dr, tr) = ArtanhSplit(m, b, square);

        // tl/dl + tr/(dr·pl): over the common denominator dl·dr·pl.
        return (pl * pr, dl * dr * pl, (tl * dr * pl) + (tr * dl));
    }

    // Chudnovsky: 1/π = 12 Σ (−1)^k (6k)! (13591409 + 545140134 k) / ((3k)! k!³ 640320^(3k + 3/2)); 47 bits a term.
    private static Ball ComputePi(int precision)
    {
        var p = precision + 32;
        var n = (p / 47) + 2;
        var (_, q, t) = PiSplit(0, n);
        var root = Ball.Sqrt(Ball.FromInteger(10005).WithPrecision(p));
        var value = Ball.FromInteger(426880) * root * Ball.FromBigFloat(q, p) / Ball.FromBigFloat(t, p);

        // Alternating with decreasing terms: the tail is below the first term left out (theorem BC2).
        return value.Inflate(Magnitude.PowerOfTwo(10 - (47L * n))).WithPrecision(precision);
    }

    private static (BigFloat P, BigFloat Q, BigFloat T) PiSplit(int a, int b)
    {
        if (b - a == 1)
        {
            if (a == 0)
            {
                return (BigFloat.One, BigFloat.One, BigFloat.FromInteger(13591409));
            }

            var k = (long)a;
            var p = BigFloat.FromInteger(-((6 * k) - 5)) * BigFloat.FromInteger(((2 * k) - 1) * ((6 * k) - 1));
            var q = BigFloat.FromInteger(k * k) * BigFloat.FromInteger(k) * BigFloat.FromInteger(10939058860032000);
            return (p, q, p * BigFloat.FromInteger(13591409 + (545140134 * k)));
        }

        var m = (a + b) / 2;
        var (pl, ql, tl) = PiSplit(a, m);
        var (pr, qr, tr) = PiSplit(m, b);
        return (pl * pr, ql * qr, (tl * qr) + (pl * tr));
    }
}
