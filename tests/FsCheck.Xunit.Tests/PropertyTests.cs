using System.Reflection;
using System.Text.RegularExpressions;

namespace FsCheck.Xunit.Tests;

public sealed partial class PropertyTests
{
    private static readonly Lazy<InnerRun> Outcome = new(InnerRun.Of<Outcomes>);
    private static readonly Lazy<InnerRun> Setting = new(InnerRun.Of<Settings>);
    private static readonly Lazy<InnerRun> ShrinkingRun = new(InnerRun.Of<Shrinking>);

    [Fact]
    public void Every_property_is_discovered_once_beside_ordinary_tests()
    {
        var methods = typeof(Outcomes).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(m => m.Name);
        Assert.Equal(methods.Order(), Outcome.Value.Discovered.Select(c => c.TestMethod.Method.Name).Order());
    }

    [Fact]
    public void Properties_that_hold_are_green()
        => Assert.Equal(
            ["Holds_after_a_while", "Holds_as_a_property", "Holds_by_no_exception", "Holds_by_true", "Is_an_ordinary_test"],
            Outcome.Value.Passed.Select(p => p.TestMethod.Method.Name).Order());

    [Theory]
    [InlineData(nameof(Outcomes.Fails_by_false), "Falsifiable")]
    [InlineData(nameof(Outcomes.Fails_by_exception), "seventeen is too much")]
    [InlineData(nameof(Outcomes.Fails_after_a_while), "seventeen is too much, later")]
    [InlineData(nameof(Outcomes.Fails_as_a_property), "below seventeen")]
    public void A_failing_property_is_red_and_says_why_with_its_shrunk_case(string property, string reason)
    {
        var failure = Outcome.Value.FailureOf(property);
        Assert.Contains("Falsifiable, after ", failure);
        Assert.Contains(reason, failure);
        Assert.Matches(@"Shrunk:\s+17\s", failure);
    }

    [Fact]
    public void An_exhausted_property_is_red_after_the_rejections_that_the_assembly_allows()
    {
        var failure = Outcome.Value.FailureOf(nameof(Outcomes.Is_exhausted));
        Assert.Contains("exhausted", failure, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(77, typeof(Outcomes).Assembly.GetCustomAttribute<PropertiesAttribute>()!.MaxRejected);
    }

    [Fact]
    public void A_skipped_property_is_reported_with_its_reason()
        => Assert.Equal("said so", Assert.Single(Outcome.Value.Skipped).Reason);

    [Theory]
    [InlineData(nameof(Shrinking.No_array_has_a_negative_number), "[|-1|]")]
    [InlineData(nameof(Shrinking.No_array_has_three_numbers), "[|0; 0; 0|]")]
    [InlineData(nameof(Shrinking.No_array_and_number_meet), "([|0|], 0)")]
    [InlineData(nameof(Shrinking.No_list_of_arrays_is_long), "[|[||]; [||]|]")]
    public void A_failing_array_shrinks_to_the_smallest_that_fails(string property, string shrunk)
    {
        var failure = ShrinkingRun.Value.FailureOf(property);
        Assert.Contains($"Shrunk:\n{shrunk}\n", failure.ReplaceLineEndings("\n"));
        Assert.DoesNotContain($"Original:\n{shrunk}\n", failure.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_seed_and_size_in_a_failure_run_the_failing_case_first()
    {
        var first = ShrinkingRun.Value.FailureOf(nameof(Shrinking.Fails_now_and_then));
        var seed = LastStep().Match(first);
        Assert.Equal(Replayed.Case, $"{seed.Groups["seed"].Value},{seed.Groups["gamma"].Value},{seed.Groups["size"].Value}");
        Assert.DoesNotContain("after 1 test ", first);
        var again = InnerRun.Of<Replayed>().FailureOf(nameof(Replayed.Fails_now_and_then));
        Assert.Contains("after 1 test ", again);
        Assert.Equal(Original().Match(first).Value, Original().Match(again).Value);
    }

    [Fact]
    public void A_seed_gives_the_same_cases_again_and_no_seed_others()
    {
        InnerRun.Of<Replays>();
        Assert.Equal(20, Replays.First.Count);
        Assert.Equal(Replays.First, Replays.Second);
        Assert.NotEqual(Replays.Third, Replays.Fourth);
    }

    [Fact]
    public void A_property_takes_the_settings_of_its_class_unless_it_has_its_own()
    {
        _ = Setting.Value;
        Assert.Empty(Setting.Value.Failed);
        Assert.Equal(7, Settings.Seen[nameof(Settings.Seven_cases_by_the_class)].Count);
        Assert.Equal(3, Settings.Seen[nameof(Settings.Three_cases_by_the_method)].Count);
        Assert.All(Settings.Seen[nameof(Settings.One_size)], length => Assert.InRange(length, 0, 50));
        Assert.Contains(Settings.Seen[nameof(Settings.One_size)], length => length > 3);
    }

    [Fact]
    public void Output_is_quiet_or_not_as_asked()
    {
        Assert.Contains("Ok, passed 7 tests", Setting.Value.OutputOf(nameof(Settings.Says_that_it_holds)));
        Assert.Empty(Setting.Value.OutputOf(nameof(Settings.Says_nothing)).Trim());
        Assert.Equal(2, Setting.Value.OutputOf(nameof(Settings.Prints_every_case)).Split('\n').Count(l => l is "true" or "false" or "True" or "False"));
        Assert.Equal(7, Setting.Value.OutputOf(nameof(Settings.Writes)).Split('\n').Count(l => l.StartsWith("case of instance", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_test_class_is_made_and_disposed_once_for_each_property()
    {
        Assert.Equal(Setting.Value.Discovered.Count, Settings.Instances);
        Assert.Equal(Settings.Instances, Settings.Disposed);
    }

    [GeneratedRegex(@"size of (?<size>[0-9]+) and seed of \((?<seed>[0-9]+),\s*(?<gamma>[0-9]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastStep();

    [GeneratedRegex(@"Original:\s+\S.*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Original();
}
