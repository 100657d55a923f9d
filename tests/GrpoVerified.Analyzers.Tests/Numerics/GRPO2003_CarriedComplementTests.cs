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
    [InlineData("[|p.Success - T.One|]", "-p.Failure")]
    public async Task One_minus_p_becomes_the_carried_complement(string before, string? after)
    {
        before = before.Replace("* [|T.One - p.Success|]", "* ([|T.One - p.Success|])", StringComparison.Ordinal);
        var expected = after ?? "p.Success * (p.Failure)";
        await Verify.Fixes<CarriedComplementAnalyzer, CarriedComplementFix>(Formula(before), Formula(expected));
    }

    [Theory]
    [InlineData("p.Failure")]
    [InlineData("T.One - x")]
    [InlineData("p.Success - x")]
    [InlineData("T.FromInteger(2) - p.Success")]
    [InlineData("T.One + p.Success")]
    [InlineData("T.One - p.Variance")]
    public Task Is_silent_where_no_complement_is_carried(string expression) => Verify.Silent<CarriedComplementAnalyzer>(Formula(expression));

    [Theory]
    [InlineData("object M(Probability<Ball> p) { var success = p.Success; return [|Ball.One - success|]; }")]
    [InlineData("object M(IEnumerable<Probability<Ball>> orbit) => from p in orbit let success = p.Success select [|Ball.One - success|];")]
    public async Task A_name_for_the_success_is_followed_and_left_to_the_author(string member)
    {
        Assert.Single(await Verify.Fires<CarriedComplementAnalyzer>($"class C {{ {member} }}"));
        await Verify.OffersNoFix<CarriedComplementAnalyzer, CarriedComplementFix>($"class C {{ {member} }}");
    }

    [Theory]
    [InlineData("object M(Probability<Ball> p, Ball x) { var success = p.Success; success = x; return Ball.One - success; }")]
    [InlineData("object M(IEnumerable<Ball> values) => from v in values let w = v select Ball.One - w;")]
    [InlineData("object M(IEnumerable<OutcomeSpace> spaces) => from s in spaces let success = s.Success select Rational.One - success;")]
    public Task Is_silent_on_names_for_other_numbers(string member) => Verify.Silent<CarriedComplementAnalyzer>($"class C {{ {member} }}");

    [Fact]
    public Task Is_silent_on_the_exact_success_of_an_outcome_space()
        => Verify.Silent<CarriedComplementAnalyzer>("class C { object M(OutcomeSpace s) => Rational.One - s.Success; }");

    private static string Formula(string expression)
        => $"static class C {{ public static T F<T>(Probability<T> p, T x) where T : IElementary<T> => {expression}; }}";
}
