using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.TestKit;

namespace GrpoVerified.Properties.Tests.Rounding;

public sealed class NumberFormatTests
{
    [Fact]
    public void Single_rounds_as_the_hardware_does()
        => Law.Holds(DoubleCases.Any, _ => [], x => Assert.Equal((double)(float)x, NumberFormat.Of(DType.Float32).Round(x)), 1000);

    [Fact]
    public void Half_rounds_as_the_platform_does()
        => Law.Holds(DoubleCases.Any, _ => [], x => Assert.Equal((double)(Half)x, NumberFormat.Of(DType.Float16).Round(x)), 1000);

    [Theory]
    [InlineData(1.00390625, 1.0)]
    [InlineData(1.01171875, 1.015625)]
    [InlineData(3.4e38, double.PositiveInfinity)]
    [InlineData(-0.1, -0.10009765625)]
    public void BFloat16_keeps_eight_bits_and_rounds_ties_to_even(double x, double expected)
        => Assert.Equal(expected, NumberFormat.Of(DType.BFloat16).Round(x));

    [Theory]
    [InlineData(DType.Float32, 1.0, 1.1920928955078125e-7)]
    [InlineData(DType.Float16, 1.0, 0.0009765625)]
    [InlineData(DType.Float16, 0.0, 5.9604644775390625e-8)]
    [InlineData(DType.BFloat16, 0.1, 0.00048828125)]
    public void An_ulp_is_the_distance_of_neighbours(DType dtype, double x, double expected) => Assert.Equal(expected, NumberFormat.Of(dtype).Ulp(x));
}
