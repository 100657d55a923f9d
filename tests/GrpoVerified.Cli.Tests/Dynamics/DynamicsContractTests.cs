using System.Globalization;
using System.Text.Json;

namespace GrpoVerified.Cli.Tests.Dynamics;

/// <summary>The JSON contract of the commands on the dynamics, with digits from reference/dynamics.py (mpmath).</summary>
public sealed class DynamicsContractTests
{
    private static JsonElement Run(params string[] args) => CommandLine.Run([.. args, "--format", "json"]).Json();

    [Fact]
    public void Iterates_carry_p_and_q_to_the_digits_asked_for()
    {
        var report = Run("iterate", "--p-ref", "0.1", "--beta", "1", "--epsilon", "1e-3", "--steps", "2", "--digits", "40");
        Assert.Equal(1, report.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("iterate", report.GetProperty("command").GetString());
        Assert.Equal("1/10", report.GetProperty("parameters").GetProperty("p_ref").GetString());
        Assert.Equal("1/1000", report.GetProperty("parameters").GetProperty("epsilon").GetString());
        var steps = report.GetProperty("steps");
        Assert.Equal(3, steps.GetArrayLength());
        Assert.Equal(1, steps[1].GetProperty("n").GetInt32());
        Assert.Equal("0.7535698527872919254368398640547386542121", steps[1].GetProperty("p").GetString());
        Assert.Equal("0.2464301472127080745631601359452613457879", steps[1].GetProperty("q").GetString());
    }

    [Fact]
    public void Near_one_the_failure_keeps_its_digits()
    {
        var steps = Run("iterate", "--p-ref", "1/10", "--beta", "7/10", "--epsilon", "0", "--steps", "5", "--digits", "20").GetProperty("steps");
        var last = steps[5];
        Assert.Equal("1.0000000000000000000", last.GetProperty("p").GetString());
        Assert.Equal("1.2937019222973961550e-47911", last.GetProperty("q").GetString());
    }

    [Fact]
    public void Steps_beyond_the_range_of_digits_are_left_out_with_a_note()
    {
        var run = CommandLine.Run("iterate", "--p-ref", "1/10", "--beta", "7/10", "--epsilon", "0", "--steps", "9", "--format", "json");
        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.Equal(6, run.Json().GetProperty("steps").GetArrayLength());
        Assert.Contains("step 6", run.Json().GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_points_come_in_increasing_order_and_are_complete()
    {
        var report = Run("fixed-points", "--p-ref", "1/10", "--beta", "1", "--epsilon", "1/1000", "--digits", "25");
        Assert.True(report.GetProperty("complete").GetBoolean());
        var points = report.GetProperty("fixedPoints").EnumerateArray().ToArray();
        Assert.Equal(3, points.Length);
        Assert.Equal("0.4521367731469307551855879", points[0].GetProperty("p").GetString());
        Assert.Equal(["attracting", "repelling", "attracting"], points.Select(p => p.GetProperty("stability").GetString()));
        var values = points.Select(p => double.Parse(p.GetProperty("p").GetString()!, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(values.Order(), values);
    }

    [Fact]
    public void One_is_a_fixed_point_at_epsilon_zero_with_failure_zero()
    {
        var points = Run("fixed-points", "--p-ref", "1/100", "--beta", "1", "--epsilon", "0").GetProperty("fixedPoints");
        Assert.Equal("0", points[points.GetArrayLength() - 1].GetProperty("q").GetString());
    }

    [Fact]
    public void A_cycle_is_reported_with_its_period_and_points()
    {
        var report = Run("regime", "--p-ref", "1/200", "--beta", "3/2", "--epsilon", "1/1000", "--digits", "20");
        Assert.Equal("cycle", report.GetProperty("regime").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("limit").ValueKind);
        Assert.Equal(2, report.GetProperty("period").GetInt32());
        Assert.Equal("0.019979423368433148003", report.GetProperty("cycle")[0].GetString());
        var certificate = report.GetProperty("certificate");
        Assert.Matches("^-?[0-9]+/[0-9]+$", certificate.GetProperty("logOddsLower").GetString());
        Assert.InRange(certificate.GetProperty("entryStep").GetInt32(), 1, 100);
        Assert.Contains("F5", report.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_has_limit_one()
    {
        var report = Run("regime", "--p-ref", "1/10", "--beta", "1/10", "--epsilon", "0");
        Assert.Equal("1", report.GetProperty("limit").GetString());
        Assert.Equal("0", report.GetProperty("limitFailure").GetString());
    }

    [Fact]
    public void Every_format_carries_the_same_digits()
    {
        string[] command = ["fixed-points", "--p-ref", "2/5", "--beta", "4", "--epsilon", "1/10"];
        var digits = Run(command).GetProperty("fixedPoints")[0].GetProperty("p").GetString()!;
        Assert.Contains(digits, CommandLine.Run(command).Output, StringComparison.Ordinal);
        Assert.Contains(digits, CommandLine.Run([.. command, "--format", "markdown"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comma_locale_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var plain = CommandLine.Run("iterate", "--p-ref", "0.1", "--beta", "1.5", "--epsilon", "0.001").Output;
            CultureInfo.CurrentCulture = CommaCulture();
            Assert.Equal(plain, CommandLine.Run("iterate", "--p-ref", "0.1", "--beta", "1.5", "--epsilon", "0.001").Output);
            Assert.Contains("0.5", CommandLine.Run("advantages", "--rewards", "0.5,1.5").Output, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo CommaCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        return culture;
    }
}
