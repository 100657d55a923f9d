using System.Globalization;
using System.Numerics;

namespace GrpoVerified.Arithmetic.Tests.Decimals;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0", 5, "0")]
    [InlineData("1", 30, "1")]
    [InlineData("-1/2", 30, "-0.5")]
    [InlineData("100", 30, "100")]
    [InlineData("100", 2, "1e2")]
    [InlineData("1024", 4, "1024")]
    [InlineData("1024", 3, "1.02e3")]
    [InlineData("5/2", 1, "2")]
    [InlineData("7/2", 1, "4")]
    [InlineData("19/2", 1, "1e1")]
    [InlineData("17/2", 1, "8")]
    [InlineData("1/1024", 3, "0.000977")]
    [InlineData("1/1048576", 20, "0.00000095367431640625")]
    [InlineData("1/16777216", 3, "5.96e-8")]
    [InlineData("1/8388608", 3, "0.000000119")]
    [InlineData("999999/1024", 3, "977")]
    [InlineData("1048575/1048576", 3, "1.00")]
    [InlineData("1048575/1048576", 7, "0.9999990")]
    public void Exact_dyadic_numbers_print_as_expected(string value, int digits, string expected)
    {
        var parts = value.Split('/');
        var rational = new Rational(
            BigInteger.Parse(parts[0], CultureInfo.InvariantCulture),
            parts.Length > 1 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : BigInteger.One);
        Assert.True(DecimalText.TryFormat(Ball.FromRational(rational, 200), digits, out var text));
        Assert.Equal(expected, text);
    }

    [Fact]
    public void Random_rationals_print_as_integer_division_says()
    {
        var random = new Random(41);
        for (var i = 0; i < 3000; i++)
        {
            var digits = random.Next(1, 40);
            var value = new Rational(random.NextInt64(1, 1L << random.Next(2, 62)), random.NextInt64(1, 1L << random.Next(2, 62)))
                * Rational.Pow(10, random.Next(-30, 30));
            if (random.Next(3) == 0)
            {
                // Close to a power of ten from below and above.
                value = Rational.Pow(10, random.Next(-12, 12)) * (Rational.One + (new Rational(random.Next(-9, 10), 1) * Rational.Pow(10, -random.Next(1, 45))));
            }

            var result = Certified.Digits(p => Ball.FromRational(value, p), digits, 4000);
            var scaled = Expected(value, digits, out var exponent);
            if (result.Text is null)
            {
                // Only a tie cannot be decided from an inexact ball.
                Assert.True((value * Rational.Pow(10, digits - exponent) * 2).IsInteger, $"{value} to {digits}");
                continue;
            }

            Assert.Equal(Plain(scaled, exponent, digits), Normal(result.Text, digits));
        }
    }

    [Fact]
    public void Digits_that_are_not_certain_are_not_printed()
    {
        var value = Ball.FromRational(new Rational(1, 3), 53);
        Assert.True(DecimalText.TryFormat(value, 15, out _));
        Assert.False(DecimalText.TryFormat(value, 18, out _));
        Assert.False(DecimalText.TryFormat(Ball.WholeLine, 1, out _));
        Assert.False(DecimalText.TryFormat(value - value, 3, out _));

        // A half, enclosed but not exact, cannot be rounded to an integer digit.
        var half = Ball.FromInteger(5).WithPrecision(64).Inflate(Magnitude.PowerOfTwo(-40)) / Ball.FromInteger(2);
        Assert.False(DecimalText.TryFormat(half, 1, out _));
        Assert.True(DecimalText.TryFormat(half, 2, out var text));
        Assert.Equal("2.5", text);
    }

    [Fact]
    public void A_failure_to_certify_says_why()
    {
        var stuck = Certified.Digits(p => Ball.FromInteger(1).WithPrecision(p).Inflate(Magnitude.PowerOfTwo(-20)), 30, 1000);
        Assert.Null(stuck.Text);
        Assert.Equal("only about 5 digits are certain at 1000 bits, 30 digits were asked for", stuck.Reason);
        Assert.Contains("zero could not be excluded", Certified.Digits(p => Ball.Exp(Ball.FromInteger(1).WithPrecision(p)) - Ball.Exp(Ball.FromInteger(1).WithPrecision(p)), 3, 1000).Reason, StringComparison.Ordinal);
        Assert.Contains("could not be bounded", Certified.Digits(_ => Ball.WholeLine, 3, 1000).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Huge_and_tiny_exponents_print()
    {
        // mpmath.nstr(mpf(2)**(2**40), 12) and so on, see reference/balls.py.
        Assert.True(DecimalText.TryFormat(Ball.One.ScaleByPowerOfTwo(1L << 40), 10, out var text));
        Assert.Equal("8.057232245e330985980541", text);
        Assert.True(DecimalText.TryFormat(Ball.One.ScaleByPowerOfTwo(-(1L << 40)), 10, out text));
        Assert.Equal("1.241120982e-330985980542", text);
        Assert.True(DecimalText.TryFormat(Ball.One.WithPrecision(64).ScaleByPowerOfTwo(1L << 61), 5, out text));
        Assert.Equal("3.4280e694127911065419641", text);
    }

    [Fact]
    public void A_long_conversion_agrees_with_BigInteger()
    {
        var n = BigInteger.Pow(7, 60_000) + 12345;
        var digits = n.ToString(CultureInfo.InvariantCulture);
        Assert.True(DecimalText.TryFormat(Ball.FromInteger(n), digits.Length, out var text));
        Assert.Equal(digits, text);
        Assert.True(DecimalText.TryFormat(Ball.FromInteger(n), 40, out text));
        Assert.Equal(Math.Round(decimal.Parse("0." + digits[..1] + digits[1..28], CultureInfo.InvariantCulture), 20), Math.Round(decimal.Parse("0." + text[..1] + text[2..29], CultureInfo.InvariantCulture), 20));
    }

    [Fact]
    public void Nearest_double_is_correctly_rounded()
    {
        var random = new Random(42);
        for (var i = 0; i < 500; i++)
        {
            var numerator = random.NextInt64(1, long.MaxValue);
            var denominator = 1 + (random.NextInt64() >> random.Next(60));
            var value = new Rational(numerator, denominator);
            var expected = BigFloat.FromRational(value, 53).ToDouble();
            Assert.Equal(expected, Certified.Nearest(p => Ball.FromRational(value, p)));
        }

        Assert.Equal(0.0, Certified.Nearest(_ => Ball.Zero));
        Assert.Null(Certified.Nearest(_ => Ball.WholeLine));
        Assert.Equal(double.PositiveInfinity, Certified.Nearest(p => Ball.Exp(Ball.FromInteger(100000).WithPrecision(p))));
    }

    // Digits and exponent by integer arithmetic: round half to even.
    private static BigInteger Expected(Rational value, int digits, out int exponent)
    {
        exponent = 0;
        while (Rational.Pow(10, exponent) > value)
        {
            exponent--;
        }

        while (Rational.Pow(10, exponent + 1) <= value)
        {
            exponent++;
        }

        var scaled = value * Rational.Pow(10, digits - 1 - exponent);
        var twice = scaled * 2;
        var floor = BigInteger.Divide(scaled.Numerator, scaled.Denominator);
        var rest = twice - (floor * 2);
        var nearest = rest > Rational.One || (rest == Rational.One && !floor.IsEven) ? floor + 1 : floor;
        if (nearest == BigInteger.Pow(10, digits))
        {
            exponent++;
            nearest /= 10;
        }

        return nearest;
    }

    private static string Plain(BigInteger digits, int exponent, int count)
        => string.Create(CultureInfo.InvariantCulture, $"{digits.ToString(CultureInfo.InvariantCulture).PadRight(count, '0')} {exponent}");

    // Any notation back to digits and exponent.
    private static string Normal(string text, int count)
    {
        var e = text.Split('e');
        var point = e[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? e[0].Length : point;
        var digits = e[0].Replace(".", string.Empty, StringComparison.Ordinal);
        var zeros = digits.Length - digits.TrimStart('0').Length;
        var exponent = whole - 1 - zeros + (e.Length > 1 ? int.Parse(e[1], CultureInfo.InvariantCulture) : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{digits.TrimStart('0').PadRight(count, '0')} {exponent}");
    }
}
