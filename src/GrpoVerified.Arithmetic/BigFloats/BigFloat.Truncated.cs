namespace GrpoVerified.Arithmetic;

/// <content>Products, quotients and roots near the exact ones, with a bound of the error: what a ball needs. Theorem NR2 in docs/formulas.md.</content>
public readonly partial struct BigFloat
{
    // Bits beyond the precision, so that the error of a kernel is small beside the rounding.
    private const int GuardBits = 10;

    // Below these lengths of the result, and of the divisor, the exact operations are as fast.
    private const int TruncatedProductLimbs = 6;
    private const int NewtonLimbs = 6;

    // A radicand so short may be a square.
    private const int SquareLimbs = 4;

    internal static BigFloat NearProduct(BigFloat a, BigFloat b, int precision, out Magnitude error)
    {
        var n = TruncatedLimbs(precision);
        if (n < TruncatedProductLimbs || a._limbs is null || b._limbs is null || a._limbs.Length + b._limbs.Length <= n + 1)
        {
            var rounded = Product(a, b, precision, RoundingMode.Nearest, out var inexact);
            error = RoundingError(rounded, inexact, precision);
            return rounded;
        }

        var x = a.Limbs[^Math.Min(n, a._limbs.Length)..];
        Span<ulong> product = n <= StackLimbs ? stackalloc ulong[StackLimbs] : new ulong[n];
        product = product[..n];
        if (ReferenceEquals(a._limbs, b._limbs))
        {
            LimbProduct.MiddleOfSquare(product, x, (2 * x.Length) - n);
        }
        else
        {
            var y = b.Limbs[^Math.Min(n, b._limbs.Length)..];
            LimbProduct.Middle(product, x, y, x.Length + y.Length - n);
        }

        return Near(a._negative != b._negative, product, a._exponent + b._exponent, LimbProduct.MiddleError + 2, precision, out error);
    }

    internal static BigFloat NearQuotient(BigFloat a, BigFloat b, int precision, out Magnitude error)
    {
        var n = TruncatedLimbs(precision);
        if (n < NewtonLimbs || a._limbs is null || b._limbs!.Length < NewtonLimbs)
        {
            var rounded = Quotient(a, b, precision, RoundingMode.Nearest, out var inexact);
            error = RoundingError(rounded, inexact, precision);
            return rounded;
        }

        var memory = new ulong[3 * n];
        var x = memory.AsSpan(0, n);
        var y = memory.AsSpan(n, n);
        var quotient = memory.AsSpan(2 * n, n);
        LimbShift.PlaceAtTop(x, a._limbs, 0);
        LimbShift.PlaceAtTop(y, b._limbs, 0);
        LimbNewton.HalfQuotient(quotient, x, y);
        return Near(a._negative != b._negative, quotient, a._exponent - b._exponent + 1, LimbNewton.QuotientError + 3, precision, out error);
    }

    internal static BigFloat NearReciprocalRoot(BigFloat x, int precision, out Magnitude error)
    {
        var n = TruncatedLimbs(precision);
        var odd = (int)(x._exponent & 1);
        if (n < NewtonLimbs || (odd != 0 && x.IsPowerOfTwo))
        {
            var rounded = ReciprocalRoot(x, precision, RoundingMode.Nearest, out var inexact);
            error = RoundingError(rounded, inexact, precision);
            return rounded;
        }

        var memory = new ulong[2 * n];
        var d = memory.AsSpan(0, n);
        var root = memory.AsSpan(n, n);
        LimbShift.PlaceAtTop(d, x._limbs, odd);
        LimbNewton.HalfInverseRoot(root, d);
        return Near(negative: false, root, 1 - ((x._exponent + odd) / 2), LimbNewton.InverseError + 2, precision, out error);
    }

    internal static BigFloat NearRoot(BigFloat x, int precision, out Magnitude error)
    {
        var n = TruncatedLimbs(precision);
        if (n < NewtonLimbs || x._limbs is null || x._limbs.Length <= SquareLimbs)
        {
            var rounded = Root(x, precision, RoundingMode.Nearest, out var inexact);
            error = RoundingError(rounded, inexact, precision);
            return rounded;
        }

        var odd = (int)(x._exponent & 1);
        var memory = new ulong[2 * n];
        var d = memory.AsSpan(0, n);
        var root = memory.AsSpan(n, n);
        LimbShift.PlaceAtTop(d, x._limbs, odd);
        LimbNewton.Root(root, d);
        return Near(negative: false, root, (x._exponent + odd) / 2, LimbNewton.RootError + 1, precision, out error);
    }

    private static int TruncatedLimbs(int precision) => (int)((precision + (long)GuardBits + 63) >> 6);

    // ±0.limbs·2^exponent, off by at most so many units of its last limb, rounded to nearest.
    private static BigFloat Near(bool negative, ReadOnlySpan<ulong> limbs, long exponent, int units, int precision, out Magnitude error)
    {
        var rounded = Make(negative, limbs, exponent, sticky: false, precision, RoundingMode.Nearest, out var inexact);
        var log = System.Numerics.BitOperations.Log2((uint)units) + 1;
        error = RoundingError(rounded, inexact, precision) + Magnitude.PowerOfTwo(Math.Max(exponent, -MaxExponent) - ((long)limbs.Length << 6) + log);
        return rounded;
    }

    private static Magnitude RoundingError(BigFloat rounded, bool inexact, int precision)
        => inexact ? Magnitude.PowerOfTwo(Math.Max(rounded._exponent, -MaxExponent) - precision - 1) : Magnitude.Zero;
}
