using System.Globalization;
using System.Numerics;

namespace GrpoVerified.Analyzers.Folding;

/// <summary>An exact rational number, as the compiler sees it in source.</summary>
internal readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    /// <summary>Larger decimal exponents are not folded: the number would fill memory.</summary>
    private const int LargestExponent = 4000;

    private readonly BigInteger _denominator;

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * (denominator.Sign < 0 ? -1 : 1);
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public static Fraction Zero => new(0, 1);

    public static Fraction One => new(1, 1);

    public static implicit operator Fraction(BigInteger n) => new(n, 1);

    public static implicit operator Fraction(int n) => new(n, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    /// <summary>The quotient; null when <paramref name="b"/> is zero.</summary>
    public static Fraction? Divide(Fraction a, Fraction b)
        => b.Numerator.IsZero ? null : new Fraction(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>The exact value of a finite double; null for NaN and infinities.</summary>
    public static Fraction? FromDouble(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return null;
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0)
        {
            exponent = 1;
        }
        else
        {
            mantissa |= 1L << 52;
        }

        exponent -= 1075;
        var signed = new BigInteger(bits < 0 ? -mantissa : mantissa);
        return exponent >= 0 ? new Fraction(signed << exponent, 1) : new Fraction(signed, BigInteger.One << -exponent);
    }

    /// <summary>The exact value of a decimal.</summary>
    public static Fraction FromDecimal(decimal value)
        => Parse(value.ToString(CultureInfo.InvariantCulture)) ?? Zero;

    /// <summary>Reads <c>5</c>, <c>-1/3</c>, <c>0.1</c>, <c>2.5e-7</c>; null for anything else.</summary>
    public static Fraction? Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return ParseDecimal(text.Trim());
        }

        return ParseDecimal(text.Substring(0, slash).Trim()) is { } n && ParseDecimal(text.Substring(slash + 1).Trim()) is { } d
            ? Divide(n, d)
            : null;
    }

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => Numerator.GetHashCode() ^ Denominator.GetHashCode();

    public override string ToString()
        => Denominator.IsOne
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);

    private static Fraction? ParseDecimal(string text)
    {
        var exponent = 0;
        var mark = text.IndexOfAny(['e', 'E']);
        if (mark >= 0)
        {
            if (!int.TryParse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || Math.Abs(exponent) > LargestExponent)
            {
                return null;
            }

            text = text.Substring(0, mark);
        }

        var point = text.IndexOf('.');
        if (point >= 0)
        {
            exponent -= text.Length - point - 1;
            text = text.Remove(point, 1);
        }

        if (text.Length > LargestExponent || !BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits))
        {
            return null;
        }

        return exponent >= 0
            ? new Fraction(digits * BigInteger.Pow(10, exponent), 1)
            : new Fraction(digits, BigInteger.Pow(10, -exponent));
    }
}
