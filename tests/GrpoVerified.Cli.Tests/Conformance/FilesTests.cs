using System.Diagnostics;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary><c>conformance --files</c>: the shim answers the file, round by round.</summary>
public sealed class FilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PythonTheory("json")]
    [InlineData("trl", ExitCode.Holds)]
    [InlineData("verl", ExitCode.Refuted)]
    public void Rounds_end_in_a_report(string profile, int code)
    {
        CommandLine.Run("conformance", "init", "--output", _folder);
        for (var round = 0; round < 8; round++)
        {
            var run = CommandLine.Run("conformance", "--files", _folder, "--profile", profile, "--rules", "T101,T104,T108,T203", "--cases", "5", "--format", "json");
            if (run.ExitCode == code)
            {
                Assert.True(round >= 2, "no round of requests");
                var rules = run.Json().GetProperty("rules").EnumerateArray().ToList();
                Assert.Equal(["T101", "T104", "T108", "T203"], rules.Select(r => r.GetProperty("id").GetString()));
                return;
            }

            Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
            Assert.Contains("wait for answers", run.Output, StringComparison.Ordinal);
            Answer();
        }

        Assert.Fail("the rounds do not end");
    }

    [Fact]
    public void Bad_use_gets_one_line()
    {
        CommandLine.Run("conformance", "--files", _folder, "--profile", "trl", "--", "python3", "x.py").IsOneLineUsageError("both --files and a command");
        CommandLine.Run("conformance", "--files", _folder).IsOneLineUsageError("--files needs a named profile");
        File.WriteAllText(Path.Combine(_folder, "answers.jsonl"), "{\"id\":\"describe\"}\n");
        CommandLine.Run("conformance", "--files", _folder, "--profile", "trl").IsOneLineUsageError("the answer to 'describe' cannot be used");
    }

    private void Answer()
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"'{Python.With("json")}' my_trainer.py < requests.jsonl > answers.jsonl"]) { WorkingDirectory = _folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
