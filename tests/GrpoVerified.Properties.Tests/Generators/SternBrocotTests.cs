using FsCheck.Xunit;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Tests.Generators;

public sealed class SternBrocotTests
{
    [Theory]
    [InlineData("3/10", "4/10", "1/3")]
    [InlineData("-4/10", "-3/10", "-1/3")]
    [InlineData("314/100", "315/100", "22/7")]
    [InlineData("-1/10", "1/10", "0")]
    [InlineData("7/3", "7/3", "7/3")]
    [InlineData("5/2", "19/2", "3")]
    public void The_simplest_fraction_of_an_interval_has_the_least_denominator(string lower, string upper, string expected)
        => Assert.Equal(Rational.Parse(expected), SternBrocot.Simplest(Rational.Parse(lower), Rational.Parse(upper)));

    [Theory]
    [InlineData("1/10")]
    [InlineData("-7/20")]
    [InlineData("1/3")]
    [InlineData("22/7")]
    public void A_rounded_fraction_is_found_again_in_every_format(string fraction)
        => Assert.All(NumberFormat.All.Where(f => f.DType != DType.BFloat16), format =>
            Assert.Equal(Rational.Parse(fraction), SternBrocot.SimplestRounding(format.Round(Rational.Parse(fraction).ToDouble()), format)));

    [Property(MaxTest = 500, QuietOnSuccess = true)]
    public void The_simplest_fraction_lies_in_the_interval_and_none_of_a_smaller_denominator_does(short a, byte b, short c, byte d)
    {
        var (x, y) = (new Rational(a, b + 1), new Rational(c, d + 1));
        var (lower, upper) = x < y ? (x, y) : (y, x);
        var simplest = SternBrocot.Simplest(lower, upper);
        Assert.True(lower <= simplest && simplest <= upper, $"{simplest} is not in [{lower}, {upper}]");
        for (var n = 1; n < simplest.Denominator; n++)
        {
            // k/n with k the ceiling of lower·n is the first candidate of this denominator.
            Assert.True(new Rational((lower * n).Ceiling(), n) > upper, $"[{lower}, {upper}] has a fraction of denominator {n}; {simplest} is not the simplest");
        }
    }

    [Fact]
    public void Simpler_numbers_are_numbers_of_the_format_and_end_at_0()
    {
        var format = NumberFormat.Of(DType.Float32);
        var x = format.Round(-0.735781);
        for (var steps = 0; x != 0; steps++)
        {
            Assert.True(steps < 50);
            Assert.All(SternBrocot.Simpler(x, format), c => Assert.Equal(c, format.Round(c)));
            x = SternBrocot.Simpler(x, format).Last();
        }

        Assert.Empty(SternBrocot.Simpler(0, format));
    }
}
