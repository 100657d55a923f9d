using System.Text.Json;
using System.Xml.Linq;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary>The newcomer's path: init, infer-profile, conformance, audit, on the template itself and on broken copies of it.</summary>
public sealed class ConformanceVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-conformance-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ToolFact("python3")]
    public void The_template_passes_under_its_own_profile_and_fails_under_another_with_expected_and_observed_values()
    {
        var trainer = Init();
        var own = Conformance(trainer, "trl", "T1,T2").Json();
        Assert.Equal(0, own.GetProperty("summary").GetProperty("failed").GetInt32());
        Assert.True(own.GetProperty("summary").GetProperty("passed").GetInt32() >= 10, own.ToString());

        var other = Conformance(trainer, "verl", "T101");
        Assert.Equal(ExitCode.Refuted, other.ExitCode);
        var rule = Assert.Single(other.Json().GetProperty("rules").EnumerateArray());
        Assert.Equal("failed", rule.GetProperty("outcome").GetString());
        Assert.Contains("T101", rule.GetProperty("replay").GetString());
        Assert.NotEqual(JsonValueKind.Null, rule.GetProperty("counterexample").ValueKind);
    }

    [ToolFact("python3")]
    public void The_profile_of_the_template_is_inferred()
    {
        var trainer = Init();
        var report = CommandLine.Run("infer-profile", "--format", "json", "--", "python3", trainer).Json();
        Assert.Contains("trl", report.GetProperty("names").EnumerateArray().Select(n => n.GetString()));
        Assert.DoesNotContain("verl", report.GetProperty("names").EnumerateArray().Select(n => n.GetString()));
    }

    [ToolFact("python3")]
    public void A_population_deviation_in_place_of_the_sample_s_is_found()
    {
        var trainer = Init();
        var code = File.ReadAllText(trainer);
        Assert.Contains("(len(own) - 1)", code);
        File.WriteAllText(trainer, code.Replace("(len(own) - 1)", "len(own)", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Refuted, Conformance(trainer, "trl", "T101").ExitCode);
    }

    [ToolFact("python3")]
    public void Findings_are_valid_sarif_and_junit()
    {
        var trainer = Init();
        var sarif = CommandLine.Run("conformance", "--profile", "verl", "--rules", "T101", "--cases", "5", "--format", "sarif", "--", "python3", trainer);
        Assert.Equal("2.1.0", JsonDocument.Parse(sarif.Output).RootElement.GetProperty("version").GetString());
        Assert.NotEmpty(JsonDocument.Parse(sarif.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        var junit = XDocument.Parse(CommandLine.Run("conformance", "--profile", "verl", "--rules", "T101", "--cases", "5", "--format", "junit", "--", "python3", trainer).Output);
        Assert.Single(junit.Descendants("failure"));
    }

    [ToolFact("python3")]
    public void Advice_is_shown_and_neither_the_exit_code_nor_a_failure_of_JUnit()
    {
        var trainer = Init();
        var run = Conformance(trainer, "trl", "T207,T208");
        Assert.Equal(ExitCode.Holds, run.ExitCode);
        var report = run.Json();
        Assert.Equal((0, 1), (report.GetProperty("summary").GetProperty("failed").GetInt32(), report.GetProperty("summary").GetProperty("advisoryFailed").GetInt32()));
        Assert.Equal("failed", report.GetProperty("rules")[0].GetProperty("outcome").GetString());
        var junit = XDocument.Parse(CommandLine.Run("conformance", "--profile", "trl", "--rules", "T207", "--cases", "5", "--format", "junit", "--", "python3", trainer).Output);
        Assert.Empty(junit.Descendants("failure"));
        Assert.Single(junit.Descendants("system-out"));
        var sarif = CommandLine.Run("conformance", "--profile", "trl", "--rules", "T207", "--cases", "5", "--format", "sarif", "--", "python3", trainer);
        Assert.DoesNotContain("\"error\"", sarif.Output, StringComparison.Ordinal);
    }

    [ToolFact("python3")]
    public void A_program_that_answers_garbage_or_exits_is_a_finding_and_not_a_crash()
    {
        var garbage = Write("garbage.py", "import sys\nfor line in sys.stdin:\n    print('not json', flush=True)\n");
        var silent = Write("silent.py", "pass\n");
        foreach (var program in new[] { garbage, silent })
        {
            var run = CommandLine.Run("conformance", "--profile", "trl", "--rules", "T101", "--cases", "2", "--", "python3", program);
            Assert.True(run.ExitCode is ExitCode.Refuted or ExitCode.Usage, $"{run.ExitCode}: {run.Output}{run.Error}");
            Assert.DoesNotContain("   at ", run.Output + run.Error);
        }
    }

    [Fact]
    public void A_log_is_audited_against_a_profile()
    {
        var log = Write("log.jsonl", """
            {"group":"a","reward":1,"advantage":0.9998}
            {"group":"a","reward":0,"advantage":-0.9998}
            {"group":"a","reward":0,"advantage":-0.9998}
            {"group":"a","reward":1,"advantage":0.9998}

            """);
        var wrong = CommandLine.Run("audit", log, "--profile", "trl");
        Assert.Equal(ExitCode.Refuted, wrong.ExitCode);
        Assert.Contains("0.9998", wrong.Output);

        var right = Write("right.jsonl", string.Concat(new[] { 1, 0, 0, 1 }.Select(r =>
            $"{{\"group\":\"a\",\"reward\":{r},\"advantage\":{(r == 1 ? "" : "-")}{((float)0.86587542976070153958).ToString("R", System.Globalization.CultureInfo.InvariantCulture)}}}\n")));
        Assert.Equal(ExitCode.Holds, CommandLine.Run("audit", right, "--profile", "trl").ExitCode);
    }

    [Fact]
    public void Bad_use_gets_one_line()
    {
        CommandLine.Run("conformance", "--profile", "trll", "--", "python3", "x.py").IsOneLineUsageError("trll");
        CommandLine.Run("audit", "missing.jsonl", "--profile", "trl").IsOneLineUsageError("missing.jsonl");
        CommandLine.Run("audit", "missing.jsonl").IsOneLineUsageError("--profile");
        CommandLine.Run("conformance", "--profile", "trl", "--", "no-such-program-here").IsOneLineUsageError("no-such-program-here");
    }

    private static CommandLine Conformance(string trainer, string profile, string rules)
        => CommandLine.Run("conformance", "--profile", profile, "--rules", rules, "--cases", "10", "--format", "json", "--", "python3", trainer);

    private string Init()
    {
        var init = CommandLine.Run("conformance", "init", "--language", "python", "--output", _folder);
        Assert.Equal(ExitCode.Holds, init.ExitCode);
        return Path.Combine(_folder, "my_trainer.py");
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
