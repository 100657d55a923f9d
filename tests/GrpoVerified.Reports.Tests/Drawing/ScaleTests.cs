using GrpoVerified.Reports.Drawing;

namespace GrpoVerified.Reports.Tests.Drawing;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 30, 8, "0 5 10 15 20 25 30")]
    [InlineData(-1, 1, 5, "−1.0 −0.5 0.0 0.5 1.0")]
    [InlineData(0.12, 0.13, 6, "0.120 0.122 0.124 0.126 0.128 0.130")]
    public void Linear_ticks_are_multiples_of_one_two_or_five_times_a_power_of_ten(double low, double high, int most, string expected)
        => Assert.Equal(expected, string.Join(' ', Scale.Linear(low, high).Ticks(most).Select(t => t.Label)));

    [Theory]
    [InlineData(1e-4, 0.5, 9, "1e−4 3e−4 0.001 0.003 0.01 0.03 0.1 0.3")]
    [InlineData(0.2, 10, 7, "0.2 0.5 1 2 5 10")]
    [InlineData(1e-8, 1, 5, "1e−8 1e−6 1e−4 0.01 1")]
    public void Logarithmic_ticks_are_powers_of_ten_and_what_fits_between(double low, double high, int most, string expected)
        => Assert.Equal(expected, string.Join(' ', Scale.Logarithmic(low, high).Ticks(most).Select(t => t.Label)));

    [Fact]
    public void A_logarithmic_scale_places_the_geometric_mean_in_the_middle()
    {
        var scale = Scale.Logarithmic(0.001, 10);
        Assert.Equal(0, scale.Place(0.001), 12);
        Assert.Equal(0.5, scale.Place(0.1), 12);
        Assert.Equal(1, scale.Place(10), 12);
        Assert.Equal(double.NegativeInfinity, scale.Place(0));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NaN, 1)]
    public void A_scale_without_two_finite_ends_in_order_is_refused(double low, double high)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Scale.Linear(low, high));

    [Fact]
    public void A_logarithmic_scale_from_zero_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Scale.Logarithmic(0, 1));

    [Theory]
    [InlineData(-0.001, "0")]
    [InlineData(1.005, "1")]
    [InlineData(12.346, "12.35")]
    [InlineData(double.NaN, "0")]
    [InlineData(double.NegativeInfinity, "-100000")]
    public void Coordinates_have_two_places_and_are_always_numbers(double value, string expected)
        => Assert.Equal(expected, Svg.Number(value));
}
