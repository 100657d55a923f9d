using System.Numerics;

namespace GrpoVerified.Arithmetic.Tests.Rationals;

public sealed class RationalParserTests
{
    [Theory]
    [InlineData("0.1", 1, 10)]
    [InlineData("1/3", 1, 3)]
    [InlineData("-2.5e-7", -1, 4_000_000)]
    [InlineData("1e-6", 1, 1_000_000)]
    [InlineData("0x1.8p-3", 3, 16)]
    [InlineData("3", 3, 1)]
    [InlineData("+3", 3, 1)]
    [InlineData("1.5/0.25", 6, 1)]
    [InlineData("1/-3", -1, 3)]
    [InlineData("-6/-4", 3, 2)]
    [InlineData(" 2 / 4 ", 1, 2)]
    [InlineData(".5", 1, 2)]
    [InlineData("5.", 5, 1)]
    [InlineData("1E+2", 100, 1)]
    [InlineData("0X1P4", 16, 1)]
    [InlineData("0xff/0x10", 255, 16)]
    [InlineData("0e99999", 0, 1)]
    [InlineData("0.000e-100000", 0, 1)]
    [InlineData("-0", 0, 1)]
    [InlineData("1e000000000000001", 10, 1)]
    public void Text_has_the_exact_value(string text, int numerator, int denominator)
        => Assert.Equal(new Rational(numerator, denominator), Rational.Parse(text));

    [Fact]
    public void Exponents_up_to_the_limit_are_read_exactly()
    {
        Assert.Equal(BigInteger.Pow(10, 100_000), Rational.Parse("1e-100000").Denominator);
        Assert.Equal(BigInteger.One << 400_000, Rational.Parse("0x1p-400000").Denominator);
    }

    [Theory]
    [InlineData("1/0", "cannot read \"1/0\" as a number: the denominator is zero (at character 3); write a fraction such as 1/3")]
    [InlineData("1/0.00", "(at character 3)")]
    [InlineData("", "there is nothing to read (at character 1)")]
    [InlineData("   ", "there is nothing to read (at character 4)")]
    [InlineData("NaN", "'N' stands where a digit should (at character 1)")]
    [InlineData("Infinity", "'I' stands where a digit should (at character 1)")]
    [InlineData("-∞", "'∞' stands where a digit should (at character 2)")]
    [InlineData("0,1", "',' does not belong to a number (at character 2)")]
    [InlineData("1.2.3", "'.' does not belong to a number (at character 4)")]
    [InlineData("1/2/3", "'/' does not belong to a number (at character 4)")]
    [InlineData("1e", "an exponent needs digits after 'e' (at character 3)")]
    [InlineData("1e+-3", "an exponent needs digits after 'e' (at character 4)")]
    [InlineData("0x", "the text ends where a digit should stand (at character 3)")]
    [InlineData("0x1p", "an exponent needs digits after 'p' (at character 5)")]
    [InlineData("1/", "the text ends where a digit should stand (at character 3)")]
    [InlineData("/3", "'/' stands where a digit should (at character 1)")]
    [InlineData(".", "the text ends where a digit should stand (at character 2)")]
    [InlineData("--1", "'-' stands where a digit should (at character 2)")]
    [InlineData("1 2", "'2' does not belong to a number (at character 3)")]
    [InlineData("1_000", "'_' does not belong to a number (at character 2)")]
    [InlineData("١", "'١' stands where a digit should (at character 1)")]
    [InlineData("1\n", "'\\u000A' does not belong to a number (at character 2)")]
    [InlineData("1\0", "'\\u0000' does not belong to a number (at character 2)")]
    [InlineData("1e100001", "the exponent is beyond the limit of 100000 (at character 3)")]
    [InlineData("1e-99999999999999999999", "the exponent is beyond the limit of 100000 (at character 3)")]
    [InlineData("0x1p400001", "the exponent is beyond the limit of 400000 (at character 5)")]
    public void Rejected_text_is_explained_on_one_line_with_the_place(string text, string expected)
    {
        Assert.False(Rational.TryParse(text, out var value, out var error));
        Assert.Equal(Rational.Zero, value);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain(error, char.IsControl);
        Assert.Equal(error, Assert.Throws<RationalFormatException>(() => Rational.Parse(text)).Message);
    }

    [Fact]
    public void Null_is_rejected_like_an_empty_text()
    {
        Assert.False(Rational.TryParse(null, out _, out var error));
        Assert.Contains("there is nothing to read", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_shown_in_part_around_the_place()
    {
        Assert.False(Rational.TryParse(new string('7', 5000) + "x" + new string('8', 5000), out _, out var error));
        Assert.Contains("777x888", error, StringComparison.Ordinal);
        Assert.InRange(error.Length, 100, 300);
    }

    [Fact]
    public void A_text_beyond_the_length_limit_is_rejected()
    {
        Assert.False(Rational.TryParse(new string('7', Rational.MaxTextLength + 1), out _, out var error));
        Assert.Contains("it has 200001 characters, more than the limit of 200000", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_text_is_read()
    {
        var value = Rational.Parse("0." + new string('3', Rational.MaxTextLength - 2));
        Assert.Equal(BigInteger.Pow(10, Rational.MaxTextLength - 2) - 1, (value * 3).Numerator);
    }
}
