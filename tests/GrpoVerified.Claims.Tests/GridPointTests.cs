using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;

namespace GrpoVerified.Claims.Tests;

/// <summary>A grid point computes what its checks share once, and each enclosure at the precision asked for.</summary>
public sealed class GridPointTests
{
    private static readonly GrpoParameters S1 = SmallGrid.At("1/10", "1", "1/1000");

    [Fact]
    public void Shared_results_are_computed_once_for_all_precisions()
    {
        var point = new GridPoint(S1);
        var finer = point.At(1024);
        Assert.Same(point, point.At(point.Precision));
        Assert.Same(point.FixedPoints, finer.FixedPoints);
        Assert.Same(point.Regime, finer.Regime);
        Assert.Same(finer.Bound, point.At(1024).Bound);
        Assert.NotSame(point.Bound, finer.Bound);
    }

    [Fact]
    public void Enclosures_are_nested_in_those_of_a_lower_precision()
    {
        var point = new GridPoint(S1);
        foreach (var precision in GridPoint.Precisions)
        {
            var at = point.At(precision);
            Assert.Equal(precision, at.Precision);
            Assert.True(at.X0.RelativeAccuracyBits >= precision - 4);
            Assert.True(Ball.Overlap(at.X0, point.X0));
            Assert.True(Ball.Overlap(at.Iterate(5).Success, point.Iterate(5).Success));
        }
    }

    [Fact]
    public void Reach_stops_where_the_orbit_leaves_every_exponent_range()
    {
        Assert.Equal(GridPoint.OrbitLength, new GridPoint(S1).Reach());
        Assert.Equal(3, new GridPoint(S1).Reach(3));
        var escaping = new GridPoint(SmallGrid.At("1/4", "1/4", "0"));
        Assert.InRange(escaping.Reach(), 1, 4);
        Assert.True(escaping.Iterate(escaping.Reach()).Failure.RelativeAccuracyBits >= 16);
    }

    [Theory]
    [InlineData("1/12", "1/2", true)]
    [InlineData("1/12", "499/1000", false)]
    [InlineData("1/10", "4", true)]
    [InlineData("0", "1000", false)]
    public void Contraction_is_decided_exactly(string epsilon, string beta, bool expected)
        => Assert.Equal(expected, new GridPoint(SmallGrid.At("1/10", beta, epsilon)).IsContractive);

    [Fact]
    public void Invalid_parameters_are_refused_at_once()
        => Assert.Throws<ParameterException>(() => new GridPoint(S1 with { Reference = 1 }));

    [Fact]
    public void Default_grid_is_valid_and_its_points_are_distinct()
    {
        Assert.All(DefaultGrid.Points, p => Assert.Same(p, p.Validated()));
        Assert.Equal(DefaultGrid.Points.Count, DefaultGrid.Points.Select(GridText.Describe).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(16, DefaultGrid.NamedPoints.Count);
    }
}
