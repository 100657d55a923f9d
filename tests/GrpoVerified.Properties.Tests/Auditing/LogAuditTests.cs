using GrpoVerified.Properties.Auditing;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Tests.Auditing;

/// <summary>Logged advantages against a profile.</summary>
public sealed class LogAuditTests
{
    // tests/GrpoVerified.Cli.Tests/reference/advantages.py: (1, 0, 0, 1) with sample deviation and 1e-4 beside it.
    private const double Trl = 0.86587542976070153958;

    private static readonly LogAudit Audit = new(NamedProfiles.Find("trl")!, DType.Float32);

    [Fact]
    public void Advantages_of_the_profile_are_allowed_and_their_distance_is_small()
    {
        Assert.Empty(Audit.Judge(Group((float)Trl), out var worst));
        Assert.InRange(worst, 0, 2);
    }

    [Theory]
    [InlineData(0.9998, "0.86587542976070154")]
    [InlineData(-Trl, "0.86587542976070154")]
    [InlineData(double.NaN, "0.86587542976070154")]
    public void Others_are_deviations_with_the_exact_value_and_the_range_allowed(double logged, string expected)
    {
        var deviation = Assert.Single(Audit.Judge(Group((float)Trl, first: logged), out _));
        Assert.Equal(0, deviation.Index);
        Assert.Equal(expected, deviation.Expected);
        Assert.Equal(logged, deviation.Observed);
        Assert.True(deviation.Lower <= Trl && Trl <= deviation.Upper && deviation.Upper - deviation.Lower < 1e-5);
        Assert.Equal(double.IsNaN(logged), double.IsInfinity(deviation.Ulps));
        Assert.True(deviation.Ulps > 1000);
    }

    [Fact]
    public void The_rounding_of_the_log_itself_is_allowed()
    {
        Assert.Empty(Audit.Judge(Group(0.8659, halfUnit: 0.00005), out _));
        Assert.Equal(4, Audit.Judge(Group(0.8659), out _).Count);
        Assert.Equal(4, Audit.Judge(Group(0.8657, halfUnit: 0.00005), out _).Count);
    }

    [Fact]
    public void The_distance_of_a_deviation_counts_units_in_the_last_place_of_the_format()
    {
        var near = (float)Trl;
        for (var i = 0; i < 100; i++)
        {
            near = MathF.BitIncrement(near);
        }

        Assert.InRange(Assert.Single(Audit.Judge(Group((float)Trl, first: near), out _)).Ulps, 99, 101);
    }

    [Fact]
    public void A_group_of_one_is_what_the_profile_says()
    {
        LoggedGroup Single(double advantage) => new([1], [advantage], [0]);
        Assert.Empty(Audit.Judge(Single(0), out _));
        Assert.Single(Audit.Judge(Single(1), out _));
        Assert.Single(new LogAudit(NamedProfiles.Find("verl")!, DType.Float32).Judge(Single(0), out _));
        Assert.Empty(new LogAudit(NamedProfiles.Find("tiny-grpo")!, DType.Float32).Judge(Single(double.NaN), out _));
        var refused = Assert.Single(new LogAudit(NamedProfiles.Find("openrlhf")!, DType.Float32).Judge(Single(0), out _));
        Assert.Contains("refuses a group of this size", refused.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_reward_is_left_out_where_the_profile_says_so()
    {
        LoggedGroup group = new([1, double.NaN, 0, 0, 1], [(float)Trl, double.NaN, -(float)Trl, -(float)Trl, (float)Trl], [0, 0, 0, 0, 0]);
        Assert.Empty(Audit.Judge(group, out _));
        Assert.NotEmpty(new LogAudit(NamedProfiles.Find("ms-swift")!, DType.Float32).Judge(group, out _));
    }

    [Fact]
    public void Rewards_are_those_that_the_format_holds()
        => Assert.Equal((double)0.1f, Audit.Reward(0.1));

    [Theory]
    [InlineData("trl-batch", "over the whole batch, which a log of groups does not show")]
    [InlineData("liger", "says nothing of advantages")]
    public void A_profile_that_a_log_cannot_show_is_refused_with_the_reason(string profile, string reason)
    {
        Assert.Contains(reason, LogAudit.ReasonNotAuditable(NamedProfiles.Find(profile)!), StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => new LogAudit(NamedProfiles.Find(profile)!, DType.Float32)).Message, StringComparison.Ordinal);
    }

    private static LoggedGroup Group(double a, double halfUnit = 0, double? first = null)
        => new([1, 0, 0, 1], [first ?? a, -a, -a, a], [halfUnit, halfUnit, halfUnit, halfUnit]);
}
