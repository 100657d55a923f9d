using System.Diagnostics;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary><c>conformance init --language csharp</c> in a folder outside the repository: it builds as it is, and passes.</summary>
public sealed class CSharpTemplateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-csharp-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_template_builds_and_passes_under_its_own_profile_and_fails_under_another()
    {
        var init = CommandLine.Run("conformance", "init", "--language", "csharp", "--output", _folder, "--format", "json").Json();
        Assert.Equal(2, init.GetProperty("files").GetArrayLength());
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-o", "out", "--nologo", "-v", "q"]) { WorkingDirectory = _folder, UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);

        var own = Conformance("trl");
        Assert.True(own.ExitCode == ExitCode.Holds, own.Output + own.Error);
        Assert.True(own.Json().GetProperty("summary").GetProperty("passed").GetInt32() >= 10);
        Assert.Equal(ExitCode.Refuted, Conformance("dr-grpo").ExitCode);
    }

    private CommandLine Conformance(string profile)
        => CommandLine.Run("conformance", "--profile", profile, "--cases", "10", "--format", "json", "--", "dotnet", Path.Combine(_folder, "out", "my-trainer.dll"));
}
