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
