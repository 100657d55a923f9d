using System.Reflection;
using System.Text;

namespace FsCheck.Xunit.Tests.StandIn;

/// <summary>What only the stand-in shows: its settings and its runner.</summary>
public sealed class StandInTests
{
    [Fact]
    public void Settings_of_the_assembly_hold_where_class_and_method_set_nothing()
    {
        Assert.Equal(77, PropertySettings.Of(typeof(Outcomes).GetMethod(nameof(Outcomes.Is_exhausted))!, typeof(Outcomes)).MaxRejected);
        Assert.Equal(100, PropertySettings.Of(typeof(Outcomes).GetMethod(nameof(Outcomes.Is_exhausted))!, typeof(Outcomes)).MaxTest);
    }

    [Fact]
    public void A_failure_ends_with_the_line_that_replays_it()
    {
        var failure = InnerRun.Of<Shrinking>().FailureOf(nameof(Shrinking.Fails_now_and_then));
        Assert.Contains($"Replay this case: [Property(Replay = \"{Replayed.Case}\")]", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_text_that_cannot_be_read_says_how_to_write_one()
        => Assert.Contains("seed,gamma", InnerRun.Of<Unreadable>().FailureOf(nameof(Unreadable.Seed)));

    [Fact]
    public void Without_a_seed_cases_differ_from_run_to_run()
    {
        var method = typeof(Replays).GetMethod(nameof(Replays.Unseeded))!;
        var settings = PropertySettings.Of(method, typeof(Replays));
        Replays.Third.Clear();
        PropertyRun.Check("first", method, new Replays(), settings, new StringBuilder());
        PropertyRun.Check("second", method, new Replays(), settings, new StringBuilder());
        Assert.NotEqual(Replays.Third[..20], Replays.Third[20..]);
    }

    [Fact]
    public void The_attributes_offer_no_more_than_the_package_s()
        => Assert.Equal(
            ["Arbitrary", "EndSize", "MaxRejected", "MaxTest", "Parallelism", "QuietOnSuccess", "Replay", "StartSize", "Verbose"],
            typeof(PropertyAttribute).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(p => p.Name).Order());
}
