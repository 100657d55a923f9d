using GrpoVerified.Benchmarks.Growth;
using GrpoVerified.Benchmarks.Own;

namespace GrpoVerified.Benchmarks.Tests;

/// <summary>What the lines of <c>compare/growth</c> stand on.</summary>
public sealed class GrowthTests
{
    [Fact]
    public void An_exponent_is_the_slope_between_two_points_of_a_power()
        => Assert.Equal(1.5, GrowthCommand.Exponent(4, 8, 9, 27), 12);

    [Fact]
    public void A_smaller_margin_is_proved_with_more_boxes()
    {
        var (wide, narrow) = (BoxWork.Run(GrowthCommand.WithMargin(0)), BoxWork.Run(GrowthCommand.WithMargin(3)));
        Assert.True(wide.Proof is not null && narrow.Proof is not null && narrow.Boxes > wide.Boxes, $"{wide.Boxes} and {narrow.Boxes} boxes");
    }
}
