using GrpoVerified.Analyzers.CodeFixes;
using GrpoVerified.Analyzers.Numerics;

namespace GrpoVerified.Analyzers.Tests.Numerics;

public sealed class EnclosureEqualityTests
{
    [Theory]
    [InlineData("[|x == y|]", "Interval")]
    [InlineData("[|a != b|]", "Ball")]
    [InlineData("[|x + y == y + x|]", "Interval")]
    [InlineData("[|x == Interval.Zero|]", "Interval")]
    [InlineData("[|x.Equals(y)|]", "Interval")]
    [InlineData("[|Interval.Less(x, y).Equals(Truth.True)|]", "three-valued")]
    [InlineData("[|Interval.Less(x, y) == Interval.Less(y, x)|]", "three-valued")]
    public async Task Fires_on_equality_of_enclosures_and_of_answers(string expression, string word)
        => Assert.Contains(word, Assert.Single(await Verify.Fires<EnclosureEqualityAnalyzer>($"class C {{ bool M(Interval x, Interval y, Ball a, Ball b) => {expression}; }}")));

    [Theory]
    [InlineData("[|Interval.Less(x, y) == Truth.True|]", "Interval.Less(x, y).IsCertain")]
    [InlineData("[|Interval.Less(x, y) == Truth.False|]", "Interval.Less(x, y).IsRefuted")]
    [InlineData("[|t != Truth.Undecided|]", "!t.IsUndecided")]
    [InlineData("[|!t == Truth.True|]", "(!t).IsCertain")]
    [InlineData("[|(t & t) == Truth.True|]", "(t & t).IsCertain")]
    public Task A_comparison_with_a_named_answer_becomes_its_question(string before, string after)
        => Verify.Fixes<EnclosureEqualityAnalyzer, EnclosureEqualityFix>(
            $"class C {{ bool M(Interval x, Interval y, Truth t) => {before}; }}", $"class C {{ bool M(Interval x, Interval y, Truth t) => {after}; }}");

    [Theory]
    [InlineData("Interval.Less(x, y).IsCertain")]
    [InlineData("x == Interval.Entire")]
    [InlineData("x.Equals(Interval.Entire)")]
    [InlineData("r.Equals(r)")]
    [InlineData("x.Equals(new object())")]
    [InlineData("Interval.Empty != y")]
    [InlineData("r == r")]
    [InlineData("(!Interval.Less(x, y)).IsCertain")]
    [InlineData("x.Lower == y.Lower")]
    [InlineData("f == f")]
    [InlineData("1 == 2")]
    [InlineData("Interval.Overlap(x, y)")]
    public Task Is_silent_on_questions_named_sets_and_exact_numbers(string expression)
        => Verify.Silent<EnclosureEqualityAnalyzer>($"class C {{ bool M(Interval x, Interval y, Rational r, BigFloat f) => {expression}; }}");
}
