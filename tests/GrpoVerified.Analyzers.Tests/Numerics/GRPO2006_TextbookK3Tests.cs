#pragma warning disable GRPO2006 // The cancellation is what is measured.
using GrpoVerified.Analyzers.CodeFixes;
using GrpoVerified.Analyzers.Numerics;

namespace GrpoVerified.Analyzers.Tests.Numerics;

public sealed class TextbookK3Tests
{
    [Theory]
    [InlineData("[|Math.Exp(-d) - 1 + d|]", "2 * Math.Exp(-d / 2) * Math.Sinh(-d / 2) + d")]
    [InlineData("[|Math.Exp(u) - u - 1|]", "2 * Math.Exp(u / 2) * Math.Sinh(u / 2) - u")]
    [InlineData("[|Math.Exp(u) - 1.0 - u|]", "2 * Math.Exp(u / 2) * Math.Sinh(u / 2) - u")]
    [InlineData("[|d + Math.Exp(-d) - 1|]", "2 * Math.Exp(-d / 2) * Math.Sinh(-d / 2) + d")]
    [InlineData("[|Math.Exp(u - d) - (u - d) - 1|]", "2 * Math.Exp((u - d) / 2) * Math.Sinh((u - d) / 2) - u + d")]
    [InlineData("beta * ([|Math.Exp(-d) + d - 1|])", "beta * (2 * Math.Exp(-d / 2) * Math.Sinh(-d / 2) + d)")]
    public Task On_doubles_the_cancelling_pair_becomes_a_product(string before, string after)
        => Verify.Fixes<TextbookK3Analyzer, TextbookK3Fix>(Code(before), Code(after));

    [Theory]
    [InlineData("[|T.Exp(-d) - T.One + d|]", "T.Expm1(-d) + d")]
    [InlineData("[|T.Exp(d) - d - T.One|]", "T.Expm1(d) - d")]
    public Task In_a_formula_it_becomes_expm1(string before, string after)
        => Verify.Fixes<TextbookK3Analyzer, TextbookK3Fix>(
            $"static class C {{ public static T K3<T>(T d) where T : IElementary<T> => {before}; }}",
            $"static class C {{ public static T K3<T>(T d) where T : IElementary<T> => {after}; }}");

    [Theory]
    [InlineData("double M(double r, double p) { var u = r - p; var ratio = Math.Exp(u); return [|ratio - u - 1|]; }")]
    [InlineData("double M(double r, double p) { var u = r - p; return [|Math.Exp(u) - (r - p) - 1|]; }")]
    [InlineData("double M(double r, double p) { var ratio = Math.Exp(r - p); return [|ratio - 1 - r + p|]; }")]
    public async Task Names_for_the_exponent_and_the_exponential_are_followed(string member)
        => Assert.Contains("Math.Sinh", Assert.Single(await Verify.Fires<TextbookK3Analyzer>($"class C {{ {member} }}")));

    [Fact]
    public Task A_static_using_is_followed_and_kept_by_the_fix()
        => Verify.Fixes<TextbookK3Analyzer, TextbookK3Fix>(
            "namespace N { using static MathF; class C { float M(float u) => [|Exp(u) - 1 - u|]; } }",
            "namespace N { using static MathF; class C { float M(float u) => 2 * Exp(u / 2) * Sinh(u / 2) - u; } }");

    [Theory]
    [InlineData("double M(double x) { if (Math.Abs(x) > 0.9) { return (Math.Exp(x) - 1 - x) / x; } return x / 2; }")]
    [InlineData("double M(double x) => Math.Abs(x) < 0.1 ? x * x / 2 : Math.Exp(x) - 1 - x;")]
    public Task Is_silent_where_small_arguments_are_kept_apart(string member) => Verify.Silent<TextbookK3Analyzer>($"class C {{ {member} }}");

    [Theory]
    [InlineData("double M(double u) { var ratio = Math.Exp(u); ratio = 2; return ratio - u - 1; }")]
    [InlineData("double M(double u, double w) { var ratio = Math.Exp(w); return ratio - u - 1; }")]
    [InlineData("double M(double u, double ratio) => ratio - u - 1;")]
    [InlineData("double M(double r, double p) { var u = p - r; return Math.Exp(r - p) - u - 1; }")]
    public Task Is_silent_where_a_name_holds_something_else(string member) => Verify.Silent<TextbookK3Analyzer>($"class C {{ {member} }}");

    [Fact]
    public void The_product_is_right_where_the_textbook_form_is_not()
    {
        const double d = 1e-9;
        var exact = (d * d / 2) - (d * d * d / 6);
        Assert.True(Math.Abs(Math.Exp(-d) - 1 + d - exact) > exact / 2, "the textbook form has no correct digit here");
        Assert.True(Math.Abs((2 * Math.Exp(-d / 2) * Math.Sinh(-d / 2)) + d - exact) < 1e-7 * d, "the error of the product is a rounding of d");
    }

    [Fact]
    public void In_single_precision_the_textbook_form_is_negative_for_many_small_arguments()
    {
        var arguments = Enumerable.Range(0, 4000).Select(i => (float)Math.Pow(10, -8 + (7.48 * i / 4000))).SelectMany(d => new[] { d, -d }).ToList();
        var negative = arguments.Count(d => MathF.Exp(-d) - 1 + d < 0) / (double)arguments.Count;
        Assert.InRange(negative, 0.2, 0.35);
    }

    [Theory]
    [InlineData("Math.Exp(-d) - 1")]
    [InlineData("Math.Exp(-d) + d")]
    [InlineData("Math.Exp(-d) - 1 - d")]
    [InlineData("Math.Exp(-d) - 1 + u")]
    [InlineData("Math.Exp(-d) - 2 + d")]
    [InlineData("1 - Math.Exp(-d) - d")]
    [InlineData("2 * Math.Exp(-d) - 1 + d")]
    [InlineData("Math.Sinh(-d) - 1 + d")]
    [InlineData("Exp(-d) - 1 + d")]
    [InlineData("Math.Exp(-d) - 1 + d + u")]
    public Task Is_silent_on_other_sums(string expression) => Verify.Silent<TextbookK3Analyzer>(Code(expression));

    private static string Code(string expression)
        => $"static class C {{ static double Exp(double x) => x; public static double M(double d, double u, double beta) => {expression}; }}";
}
