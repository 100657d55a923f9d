using System.Text.Json;
using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary>properties/examples/python: what passes and what fails, and with which reason.</summary>
public sealed class ExampleTests
{
    private const string Folder = "properties/examples/python";

    [Fact]
    public void The_shim_of_the_examples_is_the_one_that_init_writes()
        => Assert.Equal(
            File.ReadAllText(Repository.PathOf("src/GrpoVerified.Cli/Conformance/Templates/python/grpo_shim.py")),
            File.ReadAllText(Repository.PathOf(Folder + "/grpo_shim.py")));

    [PythonTheory("json")]
    [InlineData("dr-grpo", null, "passing.py")]
    [InlineData("dr-grpo", "T103", "failing.py", "rewards of other groups change the advantage")]
    [InlineData("dr-grpo", "T402", "failing.py", "NaN under the mask changes the aggregate")]
    public void An_implementation_in_plain_Python(string profile, string? rule, string program, string says = "") => Try("json", profile, rule, says, program);

    [PythonTheory("numpy")]
    [InlineData("tiny-grpo", null, "two-pass")]
    [InlineData("tiny-grpo", "T101", "moments", "has another advantage than profile tiny-grpo gives")]
    public void An_implementation_in_numpy(string profile, string? rule, string form, string says = "") => Try("numpy", profile, rule, says, "numpy_variance.py", form);

    [PythonTheory("torch")]
    [InlineData("paper")]
    [InlineData("trl")]
    [InlineData("verl")]
    public void A_convention_in_torch_passes_under_its_own_profile_gradients_by_autograd_included(string convention)
    {
        var report = Try("torch", convention, null, string.Empty, "torch_conventions.py", convention);
        string[] gradients = ["T202", "T206", "T211", "T312", "T321", "T325", "T329", "T330"];
        Assert.All(gradients, id => Assert.Equal("passed", Rule(report, id).GetProperty("outcome").GetString()));
    }

    [PythonTheory("torch")]
    [InlineData("paper", "trl", "T101", "fits profile paper")]
    [InlineData("paper", "verl", "T301", "fits log-ratio clamp = none")]
    [InlineData("trl", "paper", "T101", "fits profile trl")]
    [InlineData("trl", "verl", "T315", "fits dual clip = none")]
    [InlineData("verl", "paper", "T201", "fits output clamp = 10")]
    [InlineData("verl", "trl", "T310", "fits dual clip = negative-advantages")]
    public void It_fails_under_another_profile_with_a_reason(string convention, string profile, string rule, string says)
        => Try("torch", profile, rule, says, "torch_conventions.py", convention);

    [PythonTheory("torch")]
    [InlineData("trl", "passed")]
    [InlineData("trl-naive", "failed")]
    public void The_surrogate_as_usually_written_passes_and_is_advised_to_clamp(string convention, string advice)
    {
        var report = Try("torch", "trl", null, string.Empty, "torch_conventions.py", convention);
        Assert.Equal("passed", Rule(report, "T327").GetProperty("outcome").GetString());
        Assert.Equal(advice, Rule(report, "T331").GetProperty("outcome").GetString());
    }

    private static JsonElement Try(string module, string profile, string? rule, string says, params string[] program)
    {
        string[] which = rule is null ? [] : ["--rules", rule];
        var run = CommandLine.Run([
            "conformance", "--profile", profile, "--cases", rule is null ? "10" : "60", .. which, "--format", "json", "--timeout", "120", "--start-timeout", "300",
            "--", Python.With(module)!, Repository.PathOf($"{Folder}/{program[0]}"), .. program[1..]]);
        var report = run.Json();
        Assert.True(run.ExitCode == (rule is null ? ExitCode.Holds : ExitCode.Refuted), run.Output);
        if (rule is not null)
        {
            var counterexample = Rule(report, rule).GetProperty("counterexample");
            Assert.Contains(says, counterexample.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.StartsWith($"GRPOVERIFIED_REPLAY={rule}:", counterexample.GetProperty("replay").GetString(), StringComparison.Ordinal);
        }
        else
        {
            Assert.True(report.GetProperty("summary").GetProperty("passed").GetInt32() >= 10, run.Output);
        }

        return report;
    }

    private static JsonElement Rule(JsonElement report, string id) => report.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);
}
