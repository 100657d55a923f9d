using GrpoVerified.Analyzers.CodeFixes;
using GrpoVerified.Analyzers.Numerics;

namespace GrpoVerified.Analyzers.Tests.Numerics;

public sealed class RoundedNumberTests
{
    [Theory]
    [InlineData("[|Rational.FromDouble(0.1)|]", "Rational.Parse(\"0.1\")")]
    [InlineData("[|Rational.FromDouble(-1e-4)|]", "Rational.Parse(\"-1e-4\")")]
    [InlineData("[|Rational.FromDouble(0.3d)|]", "Rational.Parse(\"0.3\")")]
    [InlineData("[|Rational.FromDouble(1_000.1)|]", "Rational.Parse(\"1000.1\")")]
    [InlineData("[|GrpoVerified.Arithmetic.Rational.FromDouble(0.1)|]", "GrpoVerified.Arithmetic.Rational.Parse(\"0.1\")")]
    public Task A_rounded_literal_becomes_exact_text(string before, string after)
        => Verify.Fixes<RoundedNumberAnalyzer, RoundedNumberFix>($"class C {{ object M() => {before}; }}", $"class C {{ object M() => {after}; }}");

    [Fact]
    public Task The_fix_keeps_a_static_using()
        => Verify.Fixes<RoundedNumberAnalyzer, RoundedNumberFix>(
            "namespace N { using static Rational; class C { object M() => [|FromDouble(0.1)|]; } }",
            "namespace N { using static Rational; class C { object M() => Parse(\"0.1\"); } }");

    [Theory]
    [InlineData("private const double Epsilon = 1e-4; object M() => [|Rational.FromDouble(Epsilon)|];")]
    [InlineData("private static readonly double Epsilon = 0.1; object M() => [|Rational.FromDouble(Epsilon)|];")]
    [InlineData("object M() { var third = 1.0 / 3; return [|Rational.FromDouble(third)|]; }")]
    [InlineData("object M() => new[] { 0.5, [|0.1|] }.Select(Rational.FromDouble);")]
    [InlineData("object M() => [|Rational.FromDecimal((decimal)(1.0 / 3))|];")]
    [InlineData("object M(decimal total) => [|Rational.FromDecimal(total / 3)|];")]
    public async Task Rounding_behind_a_name_a_method_group_or_a_decimal_is_reported_without_a_fix(string member)
    {
        Assert.Single(await Verify.Fires<RoundedNumberAnalyzer>($"class C {{ {member} }}"));
        await Verify.OffersNoFix<RoundedNumberAnalyzer, RoundedNumberFix>($"class C {{ {member} }}");
    }

    [Theory]
    [InlineData("private const double Half = 0.5; object M() => Rational.FromDouble(Half);")]
    [InlineData("object M() => Rational.FromDouble(Math.PI);")]
    [InlineData("object M(double x) { var y = x; return Rational.FromDouble(y); }")]
    [InlineData("object M(double x) { var y = 0.1; y = x; return Rational.FromDouble(y); }")]
    [InlineData("object M() => new[] { 0.5, 0.25 }.Select(Rational.FromDouble);")]
    [InlineData("object M(double[] values) => values.Select(Rational.FromDouble);")]
    [InlineData("object M() => Rational.FromDecimal(0.1m);")]
    [InlineData("object M() => Rational.FromDecimal(1m / 4);")]
    [InlineData("object M(decimal x) => Rational.FromDecimal(x * 2);")]
    public Task Is_silent_on_names_that_hold_exact_or_unknown_values(string member)
        => Verify.Silent<RoundedNumberAnalyzer>($"class C {{ {member} }}");

    [Theory]
    [InlineData("[|Rational.FromDouble(1.0 / 3)|]")]
    [InlineData("[|Rational.FromDouble(x * 2.0)|]")]
    [InlineData("[|Rational.FromDouble(x + x)|]")]
    [InlineData("[|Rational.FromDouble(Math.Pow(10, -9))|]")]
    public async Task Double_arithmetic_is_reported_and_has_no_unambiguous_fix(string expression)
    {
        Assert.Contains("rounds", Assert.Single(await Verify.Fires<RoundedNumberAnalyzer>($"class C {{ object M(double x) => {expression}; }}")));
        await Verify.OffersNoFix<RoundedNumberAnalyzer, RoundedNumberFix>($"class C {{ object M(double x) => {expression}; }}");
    }

    [Theory]
    [InlineData("Rational.FromDouble(0.5)")]
    [InlineData("Rational.FromDouble(3.0)")]
    [InlineData("Rational.FromDouble(-0.375)")]
    [InlineData("Rational.FromDouble(1e10)")]
    [InlineData("Rational.FromDouble(x)")]
    [InlineData("Rational.FromDouble(Math.Abs(x))")]
    [InlineData("Rational.FromDouble(double.Epsilon)")]
    [InlineData("Rational.FromDouble(-x)")]
    [InlineData("Rational.Parse(\"0.1\")")]
    [InlineData("BigFloat.FromDouble(0.5)")]
    [InlineData("Other.FromDouble(0.1)")]
    public Task Is_silent_on_exact_literals_and_on_doubles_kept_as_they_are(string expression)
        => Verify.Silent<RoundedNumberAnalyzer>($$"""
            class C { object M(double x) => {{expression}}; }
            static class Other { public static object FromDouble(double x) => x; }
            """);
}
