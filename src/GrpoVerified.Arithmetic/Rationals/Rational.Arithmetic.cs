using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <content>Rationals as an exact arithmetic for the formulas that need only the field operations.</content>
public readonly partial struct Rational : IArithmetic<Rational>
{
    /// <inheritdoc/>
    public static Rational FromInteger(long n) => n;

    /// <summary>The square x².</summary>
    public static Rational Square(Rational x)
        => new(x._numerator * x._numerator, x.Denominator * x.Denominator, reduced: true);

    /// <summary>The largest integer at most the number.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest integer at least the number.</summary>
    public BigInteger Ceiling() => -(-this).Floor();
}
