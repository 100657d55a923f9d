using GrpoVerified.Analyzers.Usage;

namespace GrpoVerified.Analyzers.Tests.Usage;

public sealed class PolicyNotNormalisedTests
{
    [Theory]
    [InlineData("new OutcomeSpace([|[Rational.Parse(\"0.3\"), Rational.Parse(\"0.3\")]|], [true, false])", "sum to 3/5")]
    [InlineData("new OutcomeSpace([|[Rational.Parse(\"0.333\"), Rational.Parse(\"0.333\"), Rational.Parse(\"0.333\")]|], [true, false, true])", "off by -1/1000")]
    [InlineData("new OutcomeSpace([|new Rational[] { 1, 2, 3 }|], [true, false, true])", "sum to 6")]
    [InlineData("new OutcomeSpace([|[Rational.FromDouble(0.1), Rational.FromDouble(0.9)]|], [true, false])", "off by")]
    public async Task Fires_on_a_constant_list_that_does_not_sum_to_one(string expression, string fact)
        => Assert.Contains(fact, Assert.Single(await Verify.Fires<PolicyNotNormalisedAnalyzer>($"class C {{ object M() => {expression}; }}")));

    [Fact]
    public async Task Follows_a_variable_and_looks_at_every_policy_parameter()
        => Assert.Equal(2, (await Verify.Fires<PolicyNotNormalisedAnalyzer>("""
            class C
            {
                object M(ExplicitPolicy<Ball> optimum, Ball beta)
                {
                    var weights = new[] { Ball.FromRational(1, 64), Ball.FromRational(2, 64) };
                    var reference = new Rational[] { Rational.Parse("1/3"), Rational.Parse("1/3") };
                    return (new OutcomeSpace([|reference|], [true, false]), Surrogates.VariationalGap([|weights|], optimum, beta, _ => true));
                }
            }
            """)).Count);

    [Theory]
    [InlineData("static readonly Rational[] Weights = { 1, 2 }; object M() => new OutcomeSpace([|Weights|], [true, false]);")]
    [InlineData("object M() { var weights = new List<Rational> { 1, 2 }; return new OutcomeSpace([|weights|], [true, false]); }")]
    public async Task Fires_on_a_list_in_a_field_or_a_list_object(string member)
        => Assert.Contains("sum to 3", Assert.Single(await Verify.Fires<PolicyNotNormalisedAnalyzer>($"class C {{ {member} }}")));

    [Theory]
    [InlineData("static readonly Rational[] Weights = { Rational.Parse(\"1/3\"), Rational.Parse(\"2/3\") }; object M() => new OutcomeSpace(Weights, [true, false]);")]
    [InlineData("object M(Rational x) { var weights = new List<Rational> { 1 }; weights.Add(x); return new OutcomeSpace(weights, [true, false]); }")]
    [InlineData("object M(Rational x) { var weights = new Rational[] { 1, 2 }; weights[1] = x; return new OutcomeSpace(weights, [true, false]); }")]
    [InlineData("object M(Rational x) { var weights = new Rational[] { 1, 2 }; Array.Fill(weights, x); return new OutcomeSpace(weights, [true, false]); }")]
    [InlineData("object M(List<Rational> xs) => new OutcomeSpace(new List<Rational>(xs) { 1 }, [true, false]);")]
    public Task Is_silent_on_a_list_that_is_written_into_later(string member) => Verify.Silent<PolicyNotNormalisedAnalyzer>($"class C {{ {member} }}");

    [Theory]
    [InlineData("new OutcomeSpace([Rational.Parse(\"1/3\"), Rational.Parse(\"2/3\")], [true, false])")]
    [InlineData("new OutcomeSpace([Rational.Parse(\"0.1\"), Rational.Parse(\"0.2\"), Rational.Parse(\"0.7\")], [true, false, true])")]
    [InlineData("new OutcomeSpace([Rational.FromDouble(0.5), Rational.FromDouble(0.5)], [true, false])")]
    [InlineData("new OutcomeSpace([x, Rational.One - x], [true, false])")]
    [InlineData("new OutcomeSpace([.. xs], [true, false])")]
    [InlineData("new OutcomeSpace([1, .. xs], [true, false])")]
    [InlineData("new OutcomeSpace(xs, [true, false])")]
    [InlineData("new OutcomeSpace([.. xs.Select(v => v / 2)], [true, false])")]
    [InlineData("Record.Exception(() => new OutcomeSpace([Rational.Parse(\"1/3\")], [true]))")]
    [InlineData("GroupMoments.Of([Rational.One, Rational.Zero, Rational.One])")]
    public Task Is_silent_on_normalised_or_unknown_lists(string expression)
        => Verify.Silent<PolicyNotNormalisedAnalyzer>($"class C {{ object? M(Rational x, List<Rational> xs) => {expression}; }}");
}
