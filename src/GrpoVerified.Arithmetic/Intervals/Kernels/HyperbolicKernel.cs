namespace GrpoVerified.Arithmetic.Kernels;

/// <summary>Hyperbolic and logistic functions from expm1, log1p and double-double operations (docs/formulas-interval.md, section 6).</summary>
/// <remarks>No difference of nearly equal numbers occurs, so relative errors only add up.</remarks>
internal static class HyperbolicKernel
{
    /// <summary>Relative error of <see cref="Cosh"/> and <see cref="Logistic"/>: 2^−68.</summary>
    public const double CoshError = 1.0 / (1L << 34) / (1L << 34);

    /// <summary>Relative error of <see cref="Sinh"/>: 2^−58.</summary>
    public const double SinhError = 1.0 / (1L << 58);

    /// <summary>Relative error of <see cref="Asinh"/>: 2^−60.</summary>
    public const double AsinhError = 1.0 / (1L << 60);

    /// <summary>Relative error of <see cref="Atanh"/>: 2^−60.</summary>
    public const double AtanhError = 1.0 / (1L << 60);

    private static DoubleDouble One => new(1, 0);

    /// <summary>cosh x = (e^x + 1/e^x)/2 for 0 ≤ x ≤ 40.</summary>
    public static DoubleDouble Cosh(double x)
    {
        var e = ExpKernel.ExpScaled(x);
        return (e + (One / e)).Scale(0.5);
    }

    /// <summary>sinh x = (E + E/(1 + E))/2 with E = e^x − 1, for 2^−30 ≤ x ≤ 40.</summary>
    public static DoubleDouble Sinh(double x)
    {
        var e = ExpKernel.Expm1(x);
        return (e + (e / (One + e))).Scale(0.5);
    }

    /// <summary>asinh x = log1p(x + x²/(1 + √(1 + x²))) for x ≥ 2^−30; log(2x) beyond 2^40.</summary>
    public static DoubleDouble Asinh(double x)
    {
        if (x > 1L << 40)
        {
            // log(x) + log 2 rather than log(2x), which could overflow.
            return LogKernel.Log(new(x, 0)) + LogKernel.Log(new(2, 0));
        }

        var square = DoubleDouble.TwoProduct(x, x);
        var denominator = One + DoubleDouble.Sqrt(One + square);
        return LogKernel.Log1p(new DoubleDouble(x, 0) + (square / denominator));
    }

    /// <summary>atanh x = log1p(2x/(1 − x))/2 for 2^−30 ≤ x &lt; 1.</summary>
    public static DoubleDouble Atanh(double x)
        => LogKernel.Log1p(new DoubleDouble(2 * x, 0) / DoubleDouble.TwoSum(1, -x)).Scale(0.5);

    /// <summary>1/(1 + e^−x), as e^x/(1 + e^x) for negative x, for −600 ≤ x ≤ 100.</summary>
    public static DoubleDouble Logistic(double x)
    {
        var e = ExpKernel.ExpScaled(-Math.Abs(x));
        return (x < 0 ? e : One) / (One + e);
    }
}
