namespace GrpoVerified.Arithmetic.Kernels;

/// <summary>The logarithm, to about 62 bits with proved bounds (docs/formulas-interval.md, section 5).</summary>
/// <remarks>x = 2^k·m, c a table value near 1/m; log x = k·log 2 − log c + log1p(m·c − 1), |m·c − 1| ≤ 2^−7; polynomial of degree 12.</remarks>
internal static class LogKernel
{
    /// <summary>Relative error of <see cref="Log"/> and <see cref="Log1p"/>: 2^−61.</summary>
    public const double Error = 1.0 / (1L << 61);

    public const double Ln2High = 0.6931471805599453;
    public const double Ln2Low = 2.3190468138462996e-17;
    private const double Small = 1.0 / 128;

    /// <summary>log x for x = High + Low &gt; 0, High a normal or subnormal double.</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        var shift = 0;
        if (x.High < 1e-290)
        {
            // 2^108: subnormal numbers have fewer bits than the table index needs.
            x = x.Scale(324518553658426726783156020576256.0);
            shift = -108;
        }

        var bits = BitConverter.DoubleToInt64Bits(x.High);
        var exponent = (int)(bits >> 52) - 1023;
        var index = (int)(bits >> 45) & 127;
        var scale = BitConverter.Int64BitsToDouble((1023L - Math.Min(exponent, 1022)) << 52);
        var tail = exponent > 1022 ? 0.5 : 1;
        var c = LogTable.Reciprocals[index] / 512.0;

        // m·c − 1 exactly, but for the rounding of the last sum: the high product is within a factor 2 of 1.
        var (ph, pl) = DoubleDouble.TwoProduct(x.High * scale * tail, c);
        var (rh, rl) = DoubleDouble.TwoSum(ph - 1, pl + (x.Low * scale * tail * c));
        var k = exponent + shift + (index == 127 ? 1 : 0);
        var th = index == 127 ? 0 : LogTable.Pairs[2 * index];
        var tl = index == 127 ? 0 : LogTable.Pairs[(2 * index) + 1];

        var (gh, gl) = Log1pCore(rh, rl);
        var (ah, al) = DoubleDouble.TwoProduct(k, Ln2High);
        var (sh, sl) = DoubleDouble.TwoSum(ah, th);
        var (vh, vl) = DoubleDouble.TwoSum(sh, gh);
        return DoubleDouble.TwoSum(vh, vl + (gl + (sl + (al + ((k * Ln2Low) + tl)))));
    }

    /// <summary>log(1 + t) for t = High + Low &gt; −1, 2^−60 ≤ |t|; small relative error on both sides of zero.</summary>
    public static DoubleDouble Log1p(DoubleDouble t)
        => Math.Abs(t.High) <= Small
            ? Log1pCore(t.High, t.Low)
            : Log(DoubleDouble.TwoSum(1, t.High) + new DoubleDouble(t.Low, 0));

    /// <summary>log(1 + r) for r = rh + rl, |r| ≤ 2^−7: r − r²/2 with double-double care, r³/3 − … − r¹²/12 in double.</summary>
    private static DoubleDouble Log1pCore(double rh, double rl)
    {
        var q = Math.FusedMultiplyAdd(rh, -1.0 / 12, 1.0 / 11);
        q = Math.FusedMultiplyAdd(rh, q, -1.0 / 10);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 9);
        q = Math.FusedMultiplyAdd(rh, q, -1.0 / 8);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 7);
        q = Math.FusedMultiplyAdd(rh, q, -1.0 / 6);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 5);
        q = Math.FusedMultiplyAdd(rh, q, -1.0 / 4);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 3);
        var cubic = rh * rh * rh * q;
        var (sh, sl) = DoubleDouble.TwoProduct(rh, -0.5 * rh);
        var (h, l) = DoubleDouble.FastTwoSum(rh, sh);
        return DoubleDouble.FastTwoSum(h, l + (cubic + (rl + (sl - (rh * rl)))));
    }
}
