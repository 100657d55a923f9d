using System.Globalization;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary><c>audit</c> of a trainer's own rollout log.</summary>
public sealed class AuditTests
{
    // (1, 0, 0, 1): advantages.py of this project's reference folder.
    private const string Trl = "0.86587542976070153958";

    [Fact]
    public void The_worst_deviations_come_first_with_line_expected_value_and_distance()
    {
        using var log = new TemporaryInput(Group("a", "0.9000") + Group("b", Trl) + Group("c", "0.99"), "log.jsonl");
        var run = CommandLine.Run("audit", log.Path, "--profile", "trl", "--worst", "3", "--format", "json");
        Assert.Equal(ExitCode.Refuted, run.ExitCode);
        var report = run.Json();
        var rows = report.GetProperty("deviations").EnumerateArray().ToList();
        Assert.Equal(["c", "c", "c"], rows.Select(r => r.GetProperty("group").GetString()));
        Assert.Equal(9, rows[0].GetProperty("line").GetInt32());
        Assert.Equal("0.86587542976070154", rows[0].GetProperty("expected").GetString());
        Assert.Equal(12, report.GetProperty("summary").GetProperty("rollouts").GetInt32());
        Assert.Equal(8, report.GetProperty("summary").GetProperty("deviations").GetInt32());
        Assert.Equal(2, report.GetProperty("summary").GetProperty("deviatingGroups").GetInt32());
    }

    [Fact]
    public void Profiles_that_fit_where_the_named_one_does_not_are_listed()
    {
        // Population deviation: (1 - 1/2)/(1/2 + 1e-4).
        using var log = new TemporaryInput(Group("a", "0.99980003999200159968"), "log.jsonl");
        var fitting = CommandLine.Run("audit", log.Path, "--profile", "trl", "--format", "json").Json().GetProperty("fitting").EnumerateArray().Select(f => f.GetString()).ToList();
        Assert.Contains("grpo-zero", fitting);
        Assert.DoesNotContain("verl", fitting);
    }

    [Fact]
    public void Field_names_formats_and_findings_are_as_asked()
    {
        using var log = new TemporaryInput(Group("a", Trl).Replace("\"reward\"", "\"r\"", StringComparison.Ordinal).Replace("\"group\"", "\"uid\"", StringComparison.Ordinal).Replace("\"advantage\"", "\"adv\"", StringComparison.Ordinal), "log.jsonl");
        var run = CommandLine.Run("audit", log.Path, "--profile", "trl", "--group-field", "uid", "--reward-field", "r", "--advantage-field", "adv", "--format", "sarif");
        Assert.Equal(ExitCode.Holds, run.ExitCode);
        Assert.Contains("\"version\": \"2.1.0\"", run.Output.Replace("\":\"", "\": \"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refuted, CommandLine.Run("audit", log.Path, "--profile", "verl", "--group-field", "uid", "--reward-field", "r", "--advantage-field", "adv", "--format", "junit").ExitCode);
    }

    [Theory]
    [InlineData("float64", ExitCode.Refuted)]
    [InlineData("float32", ExitCode.Holds)]
    [InlineData("bfloat16", ExitCode.Holds)]
    public void The_format_of_the_run_decides_what_rounding_allows(string dtype, int code)
    {
        using var log = new TemporaryInput(Group("a", "0.865875423"), "log.jsonl");
        Assert.Equal(code, CommandLine.Run("audit", log.Path, "--profile", "trl", "--dtype", dtype).ExitCode);
    }

    [Theory]
    [InlineData("{\"group\":1,\"reward\":1}\n", "no field 'advantage'")]
    [InlineData("{\"group\":1,\"reward\":\"x\",\"advantage\":0}\n", "field 'reward' is 'x', no number")]
    [InlineData("not json\n", "the line is no JSON")]
    [InlineData("\n", "the log holds no rollout")]
    [InlineData("{\"group\":1,\"reward\":1,\"advantage\":0}\n{\"group\":2,\"reward\":1,\"advantage\":0}\n{\"group\":1,\"reward\":1,\"advantage\":0}\n", "group '1' appears again")]
    public void A_log_that_cannot_be_read_gets_one_line(string content, string says)
    {
        using var log = new TemporaryInput(content, "log.jsonl");
        CommandLine.Run("audit", log.Path, "--profile", "trl").IsOneLineUsageError(says);
    }

    [Fact]
    public void A_profile_that_a_log_cannot_show_is_refused()
    {
        using var log = new TemporaryInput(Group("a", Trl), "log.jsonl");
        CommandLine.Run("audit", log.Path, "--profile", "trl-batch").IsOneLineUsageError("over the whole batch");
    }

    // Rewards 1, 0, 0, 1; the advantage logged with all its digits is read as a double of float32's neighbourhood.
    private static string Group(string id, string advantage)
    {
        var value = float.Parse(advantage, CultureInfo.InvariantCulture);
        return string.Concat(new[] { 1, 0, 0, 1 }.Select(r => $"{{\"group\":\"{id}\",\"reward\":{r},\"advantage\":{(advantage.Length > 12 ? (r == 1 ? value : -value).ToString("R", CultureInfo.InvariantCulture) : (r == 1 ? string.Empty : "-") + advantage)}}}\n"));
    }
}
