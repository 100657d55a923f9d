using GrpoVerified.Analyzers.CodeFixes;
using GrpoVerified.Analyzers.Numerics;

namespace GrpoVerified.Analyzers.Tests.Numerics;

public sealed class CarriedComplementTests
{
    [Theory]
    [InlineData("[|T.One - p.Success|]", "p.Failure")]
    [InlineData("[|T.One - p.Failure|]", "p.Success")]
    [InlineData("p.Success * [|T.One - p.Success|]", null)]
    [InlineData("[|T.FromInteger(1) - p.Success|]", "p.Failure")]
    public async Task One_minus_p_becomes_the_carried_complement(string before, string? after)
    {
        before = before.Replace("* [|T.One - p.Success|]", "* ([|T.One - p.Success|])", StringComparison.Ordinal);
        var expected = after ?? "p.Success * (p.Failure)";
        await Verify.Fixes<CarriedComplementAnalyzer, CarriedComplementFix>(Formula(before), Formula(expected));
    }

    [Theory]
    [InlineData("p.Failure")]
    [InlineData("T.One - x")]
    [InlineData("p.Success - T.One")]
    [InlineData("T.FromInteger(2) - p.Success")]
    [InlineData("T.One + p.Success")]
    [InlineData("T.One - p.Variance")]
    public Task Is_silent_where_no_complement_is_carried(string expression) => Verify.Silent<CarriedComplementAnalyzer>(Formula(expression));

    [Fact]
    public Task Is_silent_on_the_exact_success_of_an_outcome_space()
        => Verify.Silent<CarriedComplementAnalyzer>("class C { object M(OutcomeSpace s) => Rational.One - s.Success; }");

    private static string Formula(string expression)
        => $"static class C {{ public static T F<T>(Probability<T> p, T x) where T : IElementary<T> => {expression}; }}";
}
