namespace GrpoVerified.Arithmetic;

/// <summary>
/// The field operations and the square root of doubles rounded down or up, correctly, in portable code.
/// </summary>
/// <remarks>
/// Round to nearest, then move one step if the exact error says so. The error is exact: of a sum by Fast2Sum with the
/// larger operand first, of a product, quotient or root by one fused multiply-add while no underflow is near, and
/// otherwise by exact rationals (docs/formulas-interval.md, section 1). Operands are never NaN; zero times infinity is zero,
/// the convention for sets of real numbers. Infinities as operands mean "unbounded" and give the bound of the limit.
/// </remarks>
internal static class DirectedRounding
{
    // From here up, the error of a product, quotient or root of that size is itself a double: 2^(−1022+53) with room.
    private const double Safe = 1e-280;

    /// <summary>Largest double at most a + b.</summary>
    public static double AddDown(double a, double b)
    {
        var sum = a + b;
        if (double.IsInfinity(sum))
        {
            return sum > 0 && double.IsFinite(a) && double.IsFinite(b) ? double.MaxValue : sum;
        }

        return SumError(a, b, sum) < 0 ? Math.BitDecrement(sum) : sum;
    }

    /// <summary>Smallest double at least a + b.</summary>
    public static double AddUp(double a, double b) => -AddDown(-a, -b);

    /// <summary>Largest double at most a − b.</summary>
    public static double SubtractDown(double a, double b) => AddDown(a, -b);

    /// <summary>Smallest double at least a − b.</summary>
    public static double SubtractUp(double a, double b) => -AddDown(-a, b);

    /// <summary>Largest double at most a·b.</summary>
    public static double MultiplyDown(double a, double b)
    {
        var product = a * b;
        if (Math.Abs(product) is > Safe and < double.PositiveInfinity)
        {
            return Math.FusedMultiplyAdd(a, b, -product) < 0 ? Math.BitDecrement(product) : product;
        }

        if (a == 0 || b == 0)
        {
            return 0;
        }

        return double.IsInfinity(a) || double.IsInfinity(b)
            ? product
            : (Rational.FromDouble(a) * Rational.FromDouble(b)).ToDoubleDown();
    }

    /// <summary>Smallest double at least a·b.</summary>
    public static double MultiplyUp(double a, double b) => -MultiplyDown(-a, b);

    /// <summary>Largest double at most a/b, b ≠ 0; finite over infinite is zero.</summary>
    public static double DivideDown(double a, double b)
    {
        var quotient = a / b;
        if (Math.Abs(quotient) is > Safe and < double.PositiveInfinity && Math.Abs(a) > Safe && double.IsFinite(b))
        {
            // a − q·b is exact; the exact quotient lies below q when the remainder and b differ in sign.
            var remainder = Math.FusedMultiplyAdd(-quotient, b, a);
            return (b > 0 ? remainder < 0 : remainder > 0) ? Math.BitDecrement(quotient) : quotient;
        }

        if (a == 0 || double.IsInfinity(b))
        {
            return 0;
        }

        return double.IsInfinity(a)
            ? quotient
            : (Rational.FromDouble(a) / Rational.FromDouble(b)).ToDoubleDown();
    }

    /// <summary>Smallest double at least a/b, b ≠ 0; finite over infinite is zero.</summary>
    public static double DivideUp(double a, double b) => -DivideDown(-a, b);

    /// <summary>Largest double at most √a, a ≥ 0.</summary>
    public static double SqrtDown(double a)
    {
        var (root, remainder) = RootAndRemainder(a);
        return remainder < 0 ? Math.BitDecrement(root) : root;
    }

    /// <summary>Smallest double at least √a, a ≥ 0.</summary>
    public static double SqrtUp(double a)
    {
        var (root, remainder) = RootAndRemainder(a);
        return remainder > 0 ? Math.BitIncrement(root) : root;
    }

    /// <summary>y·2^k rounded down, for finite y.</summary>
    public static double ScaleDown(double y, int k)
    {
        var scaled = Math.ScaleB(y, k);
        if (double.IsInfinity(scaled))
        {
            return scaled > 0 ? double.MaxValue : scaled;
        }

        // Only a subnormal result can be inexact; its exact value in the scale of y is a double again.
        return Math.Abs(scaled) < 1e-300 && Math.ScaleB(scaled, -k) > y ? Math.BitDecrement(scaled) : scaled;
    }

    /// <summary>y·2^k rounded up, for finite y.</summary>
    public static double ScaleUp(double y, int k) => -ScaleDown(-y, k);

    private static double SumError(double a, double b, double sum)
        => Math.Abs(a) >= Math.Abs(b) ? b - (sum - a) : a - (sum - b);

    private static (double Root, double Remainder) RootAndRemainder(double a)
    {
        var root = Math.Sqrt(a);
        if (a is > Safe and < double.PositiveInfinity)
        {
            return (root, Math.FusedMultiplyAdd(-root, root, a));
        }

        if (a == 0 || double.IsInfinity(a))
        {
            return (root, 0);
        }

        // Scaling by 2^600 and back by 2^−300 is exact: the root of a subnormal number is normal.
        const double Up = 4.149515568880993e180;
        var scaled = a * Up;
        root = Math.Sqrt(scaled);
        return (root * 4.909093465297727e-91, Math.FusedMultiplyAdd(-root, root, scaled));
    }
}
