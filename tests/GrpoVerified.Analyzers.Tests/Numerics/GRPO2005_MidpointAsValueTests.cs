using GrpoVerified.Analyzers.Numerics;

namespace GrpoVerified.Analyzers.Tests.Numerics;

public sealed class MidpointAsValueTests
{
    [Theory]
    [InlineData("return [|x.Midpoint|] > 0.5;")]
    [InlineData("return [|x.Midpoint|] == 0;")]
    [InlineData("return Math.Abs([|b.Midpoint|].ToDouble()) < 1;")]
    [InlineData("return [|b.Midpoint|].ToDouble() < 1;")]
    [InlineData("return ([|b.Midpoint|]) >= BigFloat.FromDouble(1);")]
    [InlineData("return [|x.Midpoint|] switch { < 0 => true, _ => false };")]
    [InlineData("return [|x.Midpoint|] is > 0 and < 1;")]
    [InlineData("return [|x.Midpoint|] is 0.5;")]
    [InlineData("var middle = [|x.Midpoint|]; return middle >= 0.5;")]
    [InlineData("Assert.Equal(0.5, [|x.Midpoint|]); return true;")]
    [InlineData("Assert.Equal(0.5, [|b.Midpoint|].ToDouble()); return true;")]
    public async Task Fires_where_the_midpoint_decides_or_is_asserted(string body)
        => Assert.Contains("one point", Assert.Single(await Verify.Fires<MidpointAsValueAnalyzer>($"class C {{ bool M(Interval x, Ball b) {{ {body} }} }}")));

    [Theory]
    [InlineData("return Interval.Less(x, x).IsCertain;")]
    [InlineData("var guess = x.Midpoint; return guess is double.NaN;")]
    [InlineData("var guess = x.Midpoint; return Near(guess);")]
    [InlineData("return x.Midpoint is double;")]
    [InlineData("return (x.Midpoint switch { _ => 1 }) > 0;")]
    [InlineData("Console.WriteLine(x.Midpoint); return true;")]
    [InlineData("return Near(x.Midpoint);")]
    [InlineData("return x.Lower <= 0.5;")]
    [InlineData("var step = x.Midpoint - 1; return Near(step);")]
    [InlineData("return Near(b.Midpoint.ToDouble());")]
    [InlineData("return other.Midpoint > 1;")]
    public Task Is_silent_where_the_midpoint_is_a_guess_or_is_shown(string body)
        => Verify.Silent<MidpointAsValueAnalyzer>($$"""
            class C { private Segment other = new(); bool Near(double x) => true; bool M(Interval x, Ball b) { {{body}} } }
            class Segment { public double Midpoint => 2; }
            """);
}
