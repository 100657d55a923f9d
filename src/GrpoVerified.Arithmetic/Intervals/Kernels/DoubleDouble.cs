namespace GrpoVerified.Arithmetic.Kernels;

/// <summary>An unevaluated sum of two doubles, |Low| at most half a unit in the last place of High: about 106 bits.</summary>
/// <remarks>
/// Algorithms and bounds of [JoldesMullerPopescu2017] (u = 2^−53, no underflow): sum 3u²/(1−4u), product 5u²,
/// quotient 15u²+56u³; root 25u²/8 of [LefevreEtAl2023]. docs/formulas-interval.md, section 2.
/// </remarks>
/// <param name="High">The nearest double.</param>
/// <param name="Low">The rest.</param>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        var (sh, sl) = TwoSum(x.High, y.High);
        var (th, tl) = TwoSum(x.Low, y.Low);
        var (vh, vl) = FastTwoSum(sh, sl + th);
        return FastTwoSum(vh, tl + vl);
    }

    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        var (ch, cl) = TwoProduct(x.High, y.High);
        var cross = Math.FusedMultiplyAdd(x.Low, y.High, Math.FusedMultiplyAdd(x.High, y.Low, x.Low * y.Low));
        return FastTwoSum(ch, cl + cross);
    }

    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        var quotient = x.High / y.High;
        var (rh, rl) = x + -(y * new DoubleDouble(quotient, 0));
        return FastTwoSum(quotient, (rh + rl) / y.High);
    }

    /// <summary>Multiplication by a power of two, exact while nothing underflows.</summary>
    public DoubleDouble Scale(double powerOfTwo) => new(High * powerOfTwo, Low * powerOfTwo);

    /// <summary>Square root of a positive number.</summary>
    public static DoubleDouble Sqrt(DoubleDouble x)
    {
        var root = Math.Sqrt(x.High);
        var remainder = x.Low + Math.FusedMultiplyAdd(-root, root, x.High);
        return FastTwoSum(root, remainder / (2 * root));
    }

    /// <summary>The exact sum of two doubles.</summary>
    public static DoubleDouble TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return new(sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>The exact sum of two doubles of which the first is zero or not smaller in magnitude, or both are.</summary>
    public static DoubleDouble FastTwoSum(double a, double b)
    {
        var sum = a + b;
        return new(sum, b - (sum - a));
    }

    /// <summary>The exact product of two doubles.</summary>
    public static DoubleDouble TwoProduct(double a, double b)
    {
        var product = a * b;
        return new(product, Math.FusedMultiplyAdd(a, b, -product));
    }
}
