namespace GrpoVerified.Arithmetic.Tests.Rationals;

public sealed class RationalDoubleTests
{
    [Theory]
    [InlineData(0.1, "3602879701896397/36028797018963968")]
    [InlineData(-0.0, "0")]
    [InlineData(-2.5, "-5/2")]
    [InlineData(1e22, "10000000000000000000000")]
    public void A_double_has_its_exact_value(double value, string expected)
        => Assert.Equal(expected, Rational.FromDouble(value).ToString());

    [Fact]
    public void The_smallest_and_largest_doubles_have_their_exact_values()
    {
        Assert.Equal(Rational.Pow(2, -1074), Rational.FromDouble(double.Epsilon));
        Assert.Equal(((Rational)2 - Rational.Pow(2, -52)) * Rational.Pow(2, 1023), Rational.FromDouble(double.MaxValue));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_double_without_exact_value_is_rejected(double value)
        => Assert.Contains("is not a number with an exact value", Assert.Throws<NotFiniteNumberException>(() => Rational.FromDouble(value)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_decimal_has_its_exact_value()
    {
        Assert.Equal(new Rational(1, 10), Rational.FromDecimal(0.1m));
        Assert.Equal(new Rational(-5, 2), Rational.FromDecimal(-2.50m));
        Assert.Equal(Rational.Parse("79228162514264337593543950335"), Rational.FromDecimal(decimal.MaxValue));
        Assert.Equal(Rational.Parse("1e-28"), Rational.FromDecimal(1e-28m));
    }

    // Corner cases of rounding; expected values follow from the definition of binary64.
    [Theory]
    [InlineData("0x1.00000000000008p0", 1.0)]
    [InlineData("0x1.00000000000018p0", 1.0000000000000004)]
    [InlineData("0x1.000000000000080001p0", 1.0000000000000002)]
    [InlineData("0x0.8p-1074", 0.0)]
    [InlineData("0x0.80001p-1074", double.Epsilon)]
    [InlineData("0x1.8p-1074", 2 * double.Epsilon)]
    [InlineData("0x1p-300000", 0.0)]
    [InlineData("0x1.fffffffffffff7p1023", double.MaxValue)]
    [InlineData("0x1.fffffffffffff8p1023", double.PositiveInfinity)]
    [InlineData("0x1p300000", double.PositiveInfinity)]
    [InlineData("0.1", 0.1)]
    public void The_nearest_double_is_returned_with_ties_to_even(string text, double expected)
    {
        Assert.Equal(expected, Rational.Parse(text).ToDouble());
        Assert.Equal(-expected, (-Rational.Parse(text)).ToDouble());
    }

    [Fact]
    public void Directed_conversions_are_the_neighbours_that_enclose()
    {
        var random = new Random(20251);
        for (var i = 0; i < 20_000; i++)
        {
            var x = new Rational(random.NextInt64() - random.NextInt64(), 1 + random.NextInt64(1L << random.Next(1, 62)))
                * Rational.Pow(2, random.Next(-1140, 960));
            var (down, near, up) = (x.ToDoubleDown(), x.ToDouble(), x.ToDoubleUp());
            Assert.True(Rational.FromDouble(down) <= x && x <= Rational.FromDouble(up));
            Assert.True(down == up ? Rational.FromDouble(down) == x : Math.BitIncrement(down) == up);
            var middle = (Rational.FromDouble(down) + Rational.FromDouble(up)) / 2;
            Assert.Equal(x < middle ? down : x > middle ? up : near, near);
        }
    }

    [Fact]
    public void Directed_conversions_beyond_the_range_of_doubles_are_infinite_on_the_far_side_only()
    {
        var huge = Rational.Pow(10, 400);
        Assert.Equal((double.MaxValue, double.PositiveInfinity), (huge.ToDoubleDown(), huge.ToDoubleUp()));
        Assert.Equal((double.NegativeInfinity, double.MinValue), ((-huge).ToDoubleDown(), (-huge).ToDoubleUp()));
        var tiny = Rational.Pow(10, -4000);
        Assert.Equal((0.0, double.Epsilon), (tiny.ToDoubleDown(), tiny.ToDoubleUp()));
        Assert.Equal((-double.Epsilon, 0.0), ((-tiny).ToDoubleDown(), (-tiny).ToDoubleUp()));
    }

    [Theory]
    [InlineData("-7/2", -4, -3)]
    [InlineData("7/2", 3, 4)]
    [InlineData("-3", -3, -3)]
    [InlineData("0", 0, 0)]
    [InlineData("-1/1000", -1, 0)]
    public void Floor_and_ceiling(string text, int floor, int ceiling)
        => Assert.Equal((floor, ceiling), ((int)Rational.Parse(text).Floor(), (int)Rational.Parse(text).Ceiling()));

    [Theory]
    [InlineData("1/8", "0.125")]
    [InlineData("-1/800", "-0.00125")]
    [InlineData("120", "120")]
    [InlineData("0", "0")]
    [InlineData("1/5", "0.2")]
    [InlineData("1/3", null)]
    [InlineData("1/7000", null)]
    public void Finite_decimal_expansions_are_written_in_full(string text, string? expected)
    {
        Assert.Equal(expected is not null, Rational.Parse(text).TryToDecimalString(out var digits));
        Assert.Equal(expected, digits);
    }
}
