namespace GrpoVerified.Arithmetic;

/// <content>Quotients and square roots, correctly rounded.</content>
public readonly partial struct BigFloat
{
    /// <summary>Quotient rounded to a precision.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static BigFloat Divide(BigFloat a, BigFloat b, int precision, RoundingMode mode = RoundingMode.Nearest)
    {
        CheckPrecision(precision);
        return b.IsZero
            ? throw new DivideByZeroException("A BigFloat is divided by zero.")
            : Quotient(a, b, precision, mode, out _).Checked();
    }

    /// <summary>Square root rounded to a precision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static BigFloat Sqrt(BigFloat x, int precision, RoundingMode mode = RoundingMode.Nearest)
    {
        CheckPrecision(precision);
        return x.IsNegative
            ? throw new ArgumentOutOfRangeException(nameof(x), "The square root needs a number that is not negative.")
            : Root(x, precision, mode, out _);
    }

    /// <summary>Reciprocal square root rounded to a precision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public static BigFloat ReciprocalSqrt(BigFloat x, int precision, RoundingMode mode = RoundingMode.Nearest)
    {
        CheckPrecision(precision);
        return x.Sign <= 0
            ? throw new ArgumentOutOfRangeException(nameof(x), "The reciprocal square root needs a positive number.")
            : ReciprocalRoot(x, precision, mode, out _);
    }

    internal static BigFloat Quotient(BigFloat a, BigFloat b, int precision, RoundingMode mode, out bool inexact)
    {
        if (a._limbs is null)
        {
            inexact = false;
            return Zero;
        }

        var negative = a._negative != b._negative;
        if (b.IsPowerOfTwo)
        {
            return new BigFloat(negative, a._limbs, a._exponent - b._exponent + 1).Round(precision, mode, out inexact);
        }

        // An integer quotient of at least precision + 64 bits; the remainder only says whether it is exact.
        var bits = ((precision + 63L) >> 6) + 2;
        var n = Math.Max(bits + b._limbs!.Length, a._limbs.Length);
        var dividend = new ulong[n];
        a._limbs.CopyTo(dividend, n - a._limbs.Length);
        LimbDivision.DivRem(dividend, b._limbs, out var quotient, out var remainder);

        // a = 0.dividend·2^ea, b = 0.limbs·2^eb, so a/b = dividend/limbs · B^(nb − n) · 2^(ea − eb).
        var exponent = a._exponent - b._exponent + ((b._limbs.Length - n + quotient.Length) << 6);
        return Make(negative, quotient, exponent, remainder.Length != 0, precision, mode, out inexact);
    }

    internal static BigFloat Root(BigFloat x, int precision, RoundingMode mode, out bool inexact)
    {
        if (x._limbs is null)
        {
            inexact = false;
            return Zero;
        }

        // x = 0.limbs·2^e = N·2^(e' − 64n) with an even exponent; the integer root has at least precision + 32 bits.
        var odd = (int)(x._exponent & 1);
        var n = Math.Max((2 * ((precision + 63L) >> 6)) + 2, x._limbs.Length + 1);
        n += n & 1;
        var radicand = new ulong[n];
        x._limbs.CopyTo(radicand, n - x._limbs.Length);
        if (odd != 0)
        {
            LimbShift.Right(radicand, radicand, 1);
        }

        var exact = LimbRoot.Sqrt(radicand, out var root);
        var exponent = ((x._exponent + odd) >> 1) + (((long)root.Length - (n / 2)) << 6);
        return Make(negative: false, root, exponent, !exact, precision, mode, out inexact);
    }

    internal static BigFloat ReciprocalRoot(BigFloat x, int precision, RoundingMode mode, out bool inexact)
    {
        // ⌊√⌊N/m⌋⌋ = ⌊√(N/m)⌋, so one division and one root give the truncated root exactly.
        var odd = (int)(x._exponent & 1);
        if (x.IsPowerOfTwo && odd != 0)
        {
            // x = 2^(e−1) with an even exponent.
            inexact = false;
            return One.Scaled(-(x._exponent - 1) / 2);
        }

        var limbs = x._limbs!;
        var n = (2 * ((precision + 63L) >> 6)) + 4 + limbs.Length;
        n += (n + limbs.Length) & 1;
        var dividend = new ulong[n];
        dividend[n - 1] = odd == 0 ? 1UL << 62 : 1UL << 63;
        LimbDivision.DivRem(dividend, limbs, out var quotient, out _);
        _ = LimbRoot.Sqrt(quotient, out var root);

        // 1/x = (dividend/limbs)·B^(nl − n)·2^(−e + s), s = 2 for even e and 1 for odd e.
        var half = (odd == 0 ? 2 - x._exponent : 1 - x._exponent) / 2;
        var exponent = half + (((limbs.Length - n) / 2 + root.Length) << 6);
        return Make(negative: false, root, exponent, sticky: true, precision, mode, out inexact);
    }
}
