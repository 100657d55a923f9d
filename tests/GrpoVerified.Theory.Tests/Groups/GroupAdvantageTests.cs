using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Theory.Tests.Groups;

/// <summary>Advantages of groups: exact where the deviation is rational, by enclosures elsewhere.</summary>
public sealed class GroupAdvantageTests
{
    /// <summary>Rewards, baseline, deviation (or none), ε, placement, reward, exact advantage.</summary>
    public static TheoryData<string, Baseline, GroupDeviation?, string, EpsilonPlacement, string, string> ExactCases => new()
    {
        { "1;0", Baseline.Mean, GroupDeviation.Population, "0", EpsilonPlacement.Inside, "1", "1" },
        { "1;0", Baseline.Mean, GroupDeviation.Population, "0", EpsilonPlacement.Inside, "0", "-1" },
        { "1;0", Baseline.Mean, GroupDeviation.Population, "2", EpsilonPlacement.Inside, "1", "1/3" },
        { "1;0", Baseline.Mean, GroupDeviation.Population, "1/2", EpsilonPlacement.Outside, "1", "1/2" },
        { "1;0", Baseline.Mean, null, "1", EpsilonPlacement.Inside, "1", "1/2" },
        { "1;0", Baseline.LeaveOneOut, null, "0", EpsilonPlacement.Inside, "1", "1" },
        { "1;0", Baseline.None, null, "0", EpsilonPlacement.Inside, "1", "1" },
        { "1;0;0;0;0", Baseline.Mean, GroupDeviation.Population, "0", EpsilonPlacement.Inside, "1", "2" },
        { "1;0;0;0;0", Baseline.Mean, GroupDeviation.Population, "0", EpsilonPlacement.Inside, "0", "-1/2" },
        { "1;0;0;0;0", Baseline.LeaveOneOut, GroupDeviation.Population, "0", EpsilonPlacement.Inside, "1", "5/2" },
        { "1;0;0;0", Baseline.Mean, GroupDeviation.Sample, "0", EpsilonPlacement.Inside, "1", "3/2" },
        { "1;0;0;0", Baseline.Mean, GroupDeviation.Sample, "1/4", EpsilonPlacement.Outside, "0", "-1/3" },
        { "3;-1;-1;-1", Baseline.Mean, GroupDeviation.Sample, "0", EpsilonPlacement.Inside, "3", "3/2" },
        { "1;1;1", Baseline.Mean, GroupDeviation.Population, "0", EpsilonPlacement.Inside, "1", "0" },
        { "1;1;1", Baseline.Mean, GroupDeviation.Sample, "0", EpsilonPlacement.Outside, "1", "0" },
        { "1", Baseline.Mean, GroupDeviation.Sample, "1e-4", EpsilonPlacement.Outside, "1", "0" },
        { "1", Baseline.LeaveOneOut, null, "0", EpsilonPlacement.Inside, "1", "0" },
    };

    [Theory]
    [MemberData(nameof(ExactCases))]
    public void Rational_deviation_gives_the_exact_advantage(
        string rewards, Baseline baseline, GroupDeviation? deviation, string epsilon, EpsilonPlacement placement, string reward, string expected)
    {
        var moments = GroupMoments.Of([.. rewards.Split(';').Select(Rational.Parse)]);
        var convention = new AdvantageConvention(baseline, deviation, Rational.Parse(epsilon), placement);
        var ball = GroupAdvantage.Of(Rational.Parse(reward), moments, convention, new BallContext(200));
        var interval = GroupAdvantage.Of(Rational.Parse(reward), moments, convention, IntervalContext.Instance);
        var number = GroupAdvantage.Of(Rational.Parse(reward), moments, convention, Float64Context.Instance);
        Assert.True(Ball.Contains(ball, Rational.Parse(expected)) && (ball.IsExact || ball.RelativeAccuracyBits > 180), $"{ball}");
        Assert.True(interval.Contains(Rational.Parse(expected)) && interval.Width < 1e-14, $"{interval}");
        Assert.Equal(Rational.Parse(expected).ToDouble(), number.Value, 1e-15);
    }

    public static TheoryData<int> Sizes => [2, 3, 5, 8, 17, 64];

    // Whatever the group: advantages sum to 0, and their mean square is v/(v+ε) (1 at ε = 0): claim A1 for a sample.
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Advantages_are_centred_and_have_the_whitened_variance(int size)
    {
        var random = new Random(size);
        for (var repeat = 0; repeat < 20; repeat++)
        {
            Rational[] rewards = [.. Enumerable.Range(0, size).Select(_ => new Rational(random.Next(7) - 3, 1 + random.Next(4)))];
            var moments = GroupMoments.Of(rewards);
            var epsilon = new Rational(random.Next(3), 1000);
            var variance = moments.Variance(GroupDeviation.Population);
            var advantages = rewards.Select(r => GroupAdvantage.Of(r, moments, AdvantageConvention.Paper(epsilon), new BallContext(300))).ToList();
            Assert.True(Ball.ContainsZero(advantages.Aggregate(Ball.Zero, static (a, b) => a + b)));
            var square = advantages.Aggregate(Ball.Zero, static (a, b) => a + Ball.Square(b)) / Ball.FromInteger(size);
            Assert.True(Ball.Contains(square, variance.IsZero ? Rational.Zero : variance / (variance + epsilon)), $"{square}");
        }
    }

    [Fact]
    public void Moments_are_exact()
    {
        var moments = GroupMoments.Of([new(1, 3), new(-1, 7), 2]);
        Assert.Equal(new Rational(46, 63), moments.Mean);
        Assert.Equal(3, moments.Count);
        Assert.Equal(new Rational(1, 9) + new Rational(1, 49) + 4 - (3 * new Rational(46, 63) * new Rational(46, 63)), moments.SquaredDeviations);
        Assert.Equal(moments.SquaredDeviations / 3, moments.Variance(GroupDeviation.Population));
        Assert.Equal(moments.SquaredDeviations / 2, moments.Variance(GroupDeviation.Sample));
    }

    [Fact]
    public void Empty_group_is_refused()
        => Assert.Throws<ArgumentException>(() => GroupMoments.Of([]));

    // Claim L1 by enumeration of all 2^G groups in exact rationals: own reward 1, deviations d_k given.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    public void Effective_weight_is_the_expected_advantage_over_all_groups(int size)
    {
        var p = new Rational(2, 7);
        Rational[] deviations = [.. Enumerable.Range(1, size - 1).Select(k => new Rational((k * k) + 1, (2 * k) + 3))];
        var expected = Rational.Zero;
        for (var group = 0; group < 1 << (size - 1); group++)
        {
            // The other members' rewards are the bits; own reward is 1.
            var successes = System.Numerics.BitOperations.PopCount((uint)group);
            var chance = Rational.Pow(p, successes) * Rational.Pow(Rational.One - p, size - 1 - successes);
            var total = successes + 1;
            expected += total == size ? Rational.Zero : chance * (Rational.One - new Rational(total, size)) * deviations[total - 1];
        }

        var context = new BallContext(200);
        var omega = EffectiveWeight.Omega(Probability<Ball>.FromRational(p, context), [.. deviations.Select(context.Enclose)]);
        Assert.True(Ball.Contains(omega, expected / (Rational.One - p)), $"{omega} misses {expected / (Rational.One - p)}");
        Assert.True(omega.RelativeAccuracyBits > 180);
    }

    [Theory]
    [InlineData(GroupDeviation.Population)]
    [InlineData(GroupDeviation.Sample)]
    public void Variance_of_a_binary_group_is_that_of_its_rewards(GroupDeviation deviation)
    {
        for (var k = 0; k <= 9; k++)
        {
            var moments = GroupMoments.Of([.. Enumerable.Range(0, 9).Select(i => i < k ? Rational.One : Rational.Zero)]);
            Assert.Equal(moments.Variance(deviation), EffectiveWeight.Variance(k, 9, deviation));
        }
    }
}
