namespace GrpoVerified.Arithmetic.Kernels;

/// <summary>The exponential function of a double, to about 70 bits with proved bounds (docs/formulas-interval.md, section 4).</summary>
/// <remarks>x = n·log 2/64 + r with |r| below 0.0055; e^x = 2^(n/64)·(1 + expm1 r); table of 2^(j/64), polynomial of degree 9.</remarks>
internal static class ExpKernel
{
    /// <summary>From here on the exponential function exceeds every double.</summary>
    public const double Overflow = 710;

    /// <summary>Below this the exponential function is less than every positive double.</summary>
    public const double Underflow = -746;

    /// <summary>Relative error of <see cref="Exp"/>: 2^−70.</summary>
    public const double ExpError = 1.0 / (1L << 35) / (1L << 35);

    /// <summary>Relative error of <see cref="Expm1"/>: 2^−60.</summary>
    public const double Expm1Error = 1.0 / (1L << 60);

    // log 2/64 = Step1 + Step2 + rest, |rest| < 2^−98; n·Step1 is exact for |n| < 2^17 (36 significant bits).
    public const double Step1 = 0.010830424696223417;
    public const double Step2 = 2.572804622327669e-14;
    public const double StepsPerUnit = 92.33248261689366;

    /// <summary>e^x for −746 ≤ x ≤ 712.</summary>
    public static Approximation Exp(double x)
    {
        var (value, exponent) = ExpUnscaled(x);
        return new(value, exponent, ExpError);
    }

    /// <summary>e^x as a double-double, for |x| ≤ 600.</summary>
    public static DoubleDouble ExpScaled(double x)
    {
        var (value, exponent) = ExpUnscaled(x);
        return value.Scale(Math.ScaleB(1, exponent));
    }

    /// <summary>e^x − 1 for 2^−60 ≤ |x|, −50 ≤ x ≤ 600; small relative error on both sides of zero.</summary>
    public static DoubleDouble Expm1(double x)
        => Math.Round(x * StepsPerUnit) == 0
            ? Expm1Core(x, 0)
            : ExpScaled(x) + new DoubleDouble(-1, 0);

    private static (DoubleDouble Value, int Exponent) ExpUnscaled(double x)
    {
        var n = Math.Round(x * StepsPerUnit);
        var (high, low) = DoubleDouble.TwoSum(x, -(n * Step1));
        var (ph, pl) = DoubleDouble.TwoProduct(n, Step2);
        var (rh, rl) = DoubleDouble.TwoSum(high, (low - ph) - pl);
        var (mh, ml) = Expm1Core(rh, rl);

        var index = (int)n & 63;
        var th = ExpTable.Pairs[2 * index];
        var tl = ExpTable.Pairs[(2 * index) + 1];
        var (qh, ql) = DoubleDouble.TwoProduct(th, mh);
        var (sh, sl) = DoubleDouble.FastTwoSum(th, qh);
        var rest = sl + (tl + (ql + ((th * ml) + (tl * mh))));
        return (DoubleDouble.FastTwoSum(sh, rest), ((int)n - index) / 64);
    }

    /// <summary>e^r − 1 for r = rh + rl, |r| ≤ 0.0055: r + r²/2 with double-double care, r³/6 + … + r⁹/9! in double.</summary>
    private static DoubleDouble Expm1Core(double rh, double rl)
    {
        var q = Math.FusedMultiplyAdd(rh, 1.0 / 362880, 1.0 / 40320);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 5040);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 720);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 120);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 24);
        q = Math.FusedMultiplyAdd(rh, q, 1.0 / 6);
        var cubic = rh * rh * rh * q;
        var (sh, sl) = DoubleDouble.TwoProduct(rh, 0.5 * rh);
        var (h, l) = DoubleDouble.FastTwoSum(rh, sh);
        return DoubleDouble.FastTwoSum(h, l + (cubic + (rl + (sl + (rh * rl)))));
    }
}
