using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.PhaseMaps;

namespace GrpoVerified.Reports.Tests.PhaseMaps;

public sealed class AxisRangeTests
{
    [Theory]
    [InlineData("1/10", "1/10")]
    [InlineData("1/3, 0.5,0x1p-3", "1/3 1/2 1/8")]
    [InlineData("0:1:5", "0 1/4 1/2 3/4 1")]
    [InlineData("1/3:2/3:3", "1/3 1/2 2/3")]
    [InlineData("1e-3:1:4:log", "1/1000 1/100 1/10 1")]
    [InlineData("1:2:3:log", "1 7071/5000 2")]
    public void Lists_and_ranges_are_read_exactly(string text, string expected)
    {
        Assert.Null(AxisRange.TryRead(text, out var values));
        Assert.Equal(expected, string.Join(' ', values));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("1/10,0.1", "twice")]
    [InlineData("1:2", "FROM:TO:COUNT")]
    [InlineData("1:2:3:lin", "FROM:TO:COUNT")]
    [InlineData("1:2:1", "not a count")]
    [InlineData("1:2:-4", "not a count")]
    [InlineData("1:2:100001", "not a count")]
    [InlineData("2:1:3", "not increasing")]
    [InlineData("0:1:3:log", "above 0")]
    [InlineData("1:1.0001:50:log", "told apart")]
    [InlineData("a:2:3", "")]
    public void What_is_wrong_is_said(string text, string part)
    {
        var fault = AxisRange.TryRead(text, out _);
        Assert.NotNull(fault);
        Assert.Contains(part, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Geometric_values_lie_within_five_digits_of_even_ratios()
    {
        Assert.Null(AxisRange.TryRead("1/10000:1/2:32:log", out var values));
        Assert.Equal(32, values.Count);
        var ratios = values.Zip(values.Skip(1), (a, b) => (b / a).ToDouble()).ToList();
        Assert.All(ratios, r => Assert.InRange(r, ratios[0] * (1 - 2e-4), ratios[0] * (1 + 2e-4)));
        Assert.Equal(new Rational(1, 2), values[^1]);
    }
}
