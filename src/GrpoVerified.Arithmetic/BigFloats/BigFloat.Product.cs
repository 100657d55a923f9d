using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <content>Products.</content>
public readonly partial struct BigFloat
{
    /// <summary>Exact product.</summary>
    /// <exception cref="OverflowException">The exponent leaves its range.</exception>
    public static BigFloat operator *(BigFloat a, BigFloat b) => Product(a, b, int.MaxValue, RoundingMode.Nearest, out _).Checked();

    /// <summary>Product rounded to a precision.</summary>
    public static BigFloat Multiply(BigFloat a, BigFloat b, int precision, RoundingMode mode = RoundingMode.Nearest)
    {
        CheckPrecision(precision);
        return Product(a, b, precision, mode, out _).Checked();
    }

    [SkipLocalsInit]
    internal static BigFloat Product(BigFloat a, BigFloat b, int precision, RoundingMode mode, out bool inexact)
    {
        if (a._limbs is null || b._limbs is null)
        {
            inexact = false;
            return Zero;
        }

        var negative = a._negative != b._negative;
        var n = a._limbs.Length + b._limbs.Length;
        Span<ulong> product = n <= StackLimbs ? stackalloc ulong[StackLimbs] : new ulong[n];
        product = product[..n];
        if (ReferenceEquals(a._limbs, b._limbs))
        {
            LimbProduct.Square(product, a._limbs);
        }
        else
        {
            LimbProduct.Multiply(product, a._limbs, b._limbs);
        }

        return Make(negative, product, a._exponent + b._exponent, sticky: false, precision, mode, out inexact);
    }
}
