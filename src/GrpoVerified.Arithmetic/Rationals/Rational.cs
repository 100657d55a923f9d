using System.Globalization;
using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>An exact rational number, always reduced, with positive denominator.</summary>
/// <remarks>Every parameter of the theory enters as a <see cref="Rational"/>: the text <c>0.1</c> is one tenth.</remarks>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _numerator;

    // Stored minus one, so that default(Rational) is zero.
    private readonly BigInteger _denominatorMinusOne;

    /// <summary>The quotient of two integers.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A rational number has a non-zero denominator.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        _numerator = numerator / divisor;
        _denominatorMinusOne = (denominator / divisor) - 1;
    }

    private Rational(BigInteger numerator, BigInteger denominator, bool reduced)
    {
        _ = reduced;
        _numerator = numerator;
        _denominatorMinusOne = denominator - 1;
    }

    /// <summary>Zero.</summary>
    public static Rational Zero => default;

    /// <summary>One.</summary>
    public static Rational One => new(BigInteger.One, BigInteger.One, reduced: true);

    /// <summary>Numerator of the reduced fraction; carries the sign.</summary>
    public BigInteger Numerator => _numerator;

    /// <summary>Denominator of the reduced fraction, positive.</summary>
    public BigInteger Denominator => _denominatorMinusOne + 1;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _numerator.Sign;

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => _numerator.IsZero;

    /// <summary>Whether the number is an integer.</summary>
    public bool IsInteger => _denominatorMinusOne.IsZero;

    /// <summary>Absolute value.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>1/x.</summary>
    /// <exception cref="DivideByZeroException">The number is zero.</exception>
    public Rational Reciprocal() => new(Denominator, _numerator);

    /// <summary>Sum.</summary>
    public static Rational operator +(Rational a, Rational b)
        => new((a._numerator * b.Denominator) + (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>Difference.</summary>
    public static Rational operator -(Rational a, Rational b)
        => new((a._numerator * b.Denominator) - (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>Negation.</summary>
    public static Rational operator -(Rational a) => new(-a._numerator, a.Denominator, reduced: true);

    /// <summary>Product.</summary>
    public static Rational operator *(Rational a, Rational b)
        => new(a._numerator * b._numerator, a.Denominator * b.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational a, Rational b)
        => new(a._numerator * b.Denominator, a.Denominator * b._numerator);

    /// <summary>Power with an integer exponent of either sign.</summary>
    /// <exception cref="DivideByZeroException">Zero to a negative power.</exception>
    public static Rational Pow(Rational x, int exponent)
    {
        if (exponent < 0)
        {
            return Pow(x.Reciprocal(), -exponent);
        }

        return new(BigInteger.Pow(x._numerator, exponent), BigInteger.Pow(x.Denominator, exponent), reduced: true);
    }

    /// <summary>The integer as a rational.</summary>
    public static implicit operator Rational(int value) => new(value, BigInteger.One, reduced: true);

    /// <summary>The integer as a rational.</summary>
    public static implicit operator Rational(long value) => new(value, BigInteger.One, reduced: true);

    /// <summary>The integer as a rational.</summary>
    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One, reduced: true);

    /// <summary>Whether a &lt; b.</summary>
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    /// <summary>Whether a &gt; b.</summary>
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>Whether a ≤ b.</summary>
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    /// <summary>Whether a ≥ b.</summary>
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <summary>Whether the two numbers are equal.</summary>
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    /// <summary>Whether the two numbers differ.</summary>
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    /// <summary>The smaller number.</summary>
    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    /// <summary>The larger number.</summary>
    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    /// <inheritdoc/>
    public int CompareTo(Rational other)
        => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other)
        => _numerator == other._numerator && _denominatorMinusOne == other._denominatorMinusOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorMinusOne);

    /// <summary>The reduced fraction, <c>n</c> or <c>n/d</c>.</summary>
    public override string ToString()
        => IsInteger
            ? _numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{_numerator}/{Denominator}");
}
