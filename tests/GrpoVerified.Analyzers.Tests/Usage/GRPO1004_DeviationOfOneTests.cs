using GrpoVerified.Analyzers.Usage;

namespace GrpoVerified.Analyzers.Tests.Usage;

public sealed class DeviationOfOneTests
{
    [Theory]
    [InlineData("return [|GroupMoments.Of([Rational.One]).Variance(GroupDeviation.Sample)|];")]
    [InlineData("return [|GroupMoments.Of(new[] { x }).Variance(GroupDeviation.Sample)|];")]
    [InlineData("return [|GroupMoments.Of(new List<Rational> { x }).Variance(GroupDeviation.Sample)|];")]
    [InlineData("var moments = GroupMoments.Of([x]); return [|moments.Variance(GroupDeviation.Sample)|];")]
    public async Task Fires_on_the_sample_deviation_of_one_reward(string body)
        => Assert.Contains("0 by 0", Assert.Single(await Verify.Fires<DeviationOfOneAnalyzer>($"class C {{ object M(Rational x) {{ {body} }} }}")));

    [Theory]
    [InlineData("return GroupMoments.Of([Rational.One]).Variance(GroupDeviation.Population);")]
    [InlineData("return GroupMoments.Of([x, x]).Variance(GroupDeviation.Sample);")]
    [InlineData("var xs = new List<Rational> { x }; xs.Add(x); return GroupMoments.Of(xs).Variance(GroupDeviation.Sample);")]
    [InlineData("return GroupMoments.Of(more).Variance(GroupDeviation.Sample);")]
    [InlineData("return GroupMoments.Of([.. more]).Variance(GroupDeviation.Sample);")]
    [InlineData("return Record.Exception(() => GroupMoments.Of([x]).Variance(GroupDeviation.Sample));")]
    public Task Is_silent_on_groups_of_two_and_on_the_population_deviation(string body)
        => Verify.Silent<DeviationOfOneAnalyzer>($"class C {{ object? M(Rational x, List<Rational> more) {{ {body} }} }}");
}
