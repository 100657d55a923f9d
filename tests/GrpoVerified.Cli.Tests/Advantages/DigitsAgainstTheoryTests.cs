using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Advantages;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Cli.Tests.Advantages;

public sealed class DigitsAgainstTheoryTests
{
    [Fact]
    public void Digits_by_integer_roots_are_those_of_the_formula_in_ball_arithmetic()
    {
        var random = new Random(7);
        var compared = 0;
        for (var trial = 0; trial < 400; trial++)
        {
            var convention = new AdvantageConvention(
                (Baseline)random.Next(3),
                new GroupDeviation?[] { GroupDeviation.Population, GroupDeviation.Sample, null }[random.Next(3)],
                new Rational[] { 0, new(1, 10_000), new(3, 7) }[random.Next(3)],
                (EpsilonPlacement)random.Next(2));
            var digits = random.Next(1, 50);
            var moments = new RewardMoments();
            var rewards = Enumerable.Range(0, random.Next(1, 12)).Select(_ => ExactDecimal.Create(random.Next(-3000, 3000), random.Next(5))).ToArray();
            Array.ForEach(rewards, moments.Add);
            var exact = GroupMoments.Of([.. rewards.Select(r => r.ToRational())]);
            var advantages = new GroupAdvantages(convention, moments, digits);
            foreach (var reward in rewards)
            {
                var certified = Certified.Digits(bits => GroupAdvantage.Of(reward.ToRational(), exact, convention, new BallContext(bits)), digits, 4096);
                if (certified.Text is { } text)
                {
                    compared++;
                    Assert.Equal(Padded(text, digits), PlainText.Of(advantages.Of(reward)));
                }
            }
        }

        Assert.True(compared > 1500, "too few advantages were decided in ball arithmetic");
    }

    [Theory]
    [InlineData("1", "4", 1, "0.5")]
    [InlineData("5", "4", 1, "2")]
    [InlineData("7", "4", 1, "4")]
    [InlineData("-1", "16", 1, "-0.2")]
    [InlineData("-3", "16", 1, "-0.8")]
    [InlineData("999999", "1", 3, "1.00e6")]
    public void Exact_ties_go_to_even(string centred, string variance, int digits, string expected)
        => Assert.Equal(expected, RootQuotient.Digits(Rational.Parse(centred), Rational.Parse(variance), 0, digits));

    // Exact values: ball arithmetic may print fewer digits; here all digits are printed.
    private static string Padded(string text, int digits)
        => text is "0" ? text : RoundedDecimal.Of(Rational.Parse(text), digits).ToString();
}
