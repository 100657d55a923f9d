namespace GrpoVerified.Checking.Numbers;

/// <summary>An exact rational number, reduced, with positive denominator.</summary>
internal readonly record struct Rational(BigInteger Numerator, BigInteger Denominator) : IComparable<Rational>
{
    private const int MaxDigits = 20_000;
    private const int MaxBits = 140_000;

    public static Rational Zero => new(0, 1);

    public static Rational One => new(1, 1);

    public int Sign => Numerator.Sign;

    /// <summary>Bits of numerator and denominator together.</summary>
    public long Bits => Numerator.GetBitLength() + Denominator.GetBitLength();

    /// <summary>n/d in lowest terms; d is not 0.</summary>
    public static Rational Of(BigInteger n, BigInteger d)
    {
        var g = BigInteger.GreatestCommonDivisor(n, d) * d.Sign;
        var q = new Rational(n / g, d / g);
        return q.Bits <= MaxBits ? q : throw new Refusal($"a rational over {MaxDigits} digits");
    }

    /// <summary>Reads <c>-7/3</c> or <c>5</c>: decimal digits, reduced, no spaces, no leading zeros, no <c>-0</c>.</summary>
    public static Rational Parse(string text)
    {
        Refusal.If(text.Length > MaxDigits, $"a rational over {MaxDigits} digits");

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var n = Whole(slash < 0 ? text : text[..slash], text);
        var d = slash < 0 ? BigInteger.One : Whole(text[(slash + 1)..], text);
        Refusal.If(slash >= 0 && (d <= 1 || !BigInteger.GreatestCommonDivisor(n, d).IsOne), $"'{Short(text)}' is not a reduced rational");

        return new Rational(n, d);
    }

    public static Rational operator +(Rational a, Rational b) => Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) => Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public override string ToString() => Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>At most forty characters of a text, for messages.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private static BigInteger Whole(string digits, string text)
    {
        var body = digits.StartsWith('-') ? digits[1..] : digits;
        Refusal.If(body.Length == 0 || !body.All(char.IsAsciiDigit) || (body[0] == '0' && digits.Length > 1), $"'{Short(text)}' is not a rational such as -7/3 or 5");

        return BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
