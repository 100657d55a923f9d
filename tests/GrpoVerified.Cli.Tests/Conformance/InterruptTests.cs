using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary>Ctrl-C during a run: exit code 130, with the findings so far.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-interrupt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PythonTheory("json")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_interrupted_run_reports_the_rules_that_it_finished_and_no_others(bool childToo)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        CommandLine.Run("conformance", "init", "--output", _folder);
        var trainer = Path.Combine(_folder, "my_trainer.py");
        var mark = Path.Combine(_folder, "asked");

        // Every request leaves a byte, so that the run is interrupted in the middle.
        File.WriteAllText(trainer, File.ReadAllText(trainer).Replace("import grpo_shim\n", $"import grpo_shim\nimport os, time\nopen(r'{_folder}/pid', 'w').write(str(os.getpid()))\n", StringComparison.Ordinal)
            .Replace("    rewards, groups =", $"    open(r'{mark}', 'ab').write(b'x')\n    time.sleep(0.01)\n    rewards, groups =", StringComparison.Ordinal));
        using var process = Start("conformance", "--profile", "trl", "--rules", "T101,T102,T103,T104", "--cases", "30", "--format", "json", "--", Python.With("json")!, trainer);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && (!File.Exists(mark) || new FileInfo(mark).Length < 50))
        {
            await Task.Delay(5);
        }

        Assert.False(process.HasExited, "the run ended before it could be interrupted");
        Signal(process.Id);
        if (childToo)
        {
            // As a terminal does: the whole group gets the signal.
            Signal(int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "pid")), CultureInfo.InvariantCulture));
        }

        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == ExitCode.Interrupted, await output + await error);
        var report = JsonDocument.Parse(await output).RootElement;
        var rules = report.GetProperty("rules").EnumerateArray().ToList();
        Assert.InRange(rules.Count, 1, 3);
        Assert.All(rules, r => Assert.Equal("passed", r.GetProperty("outcome").GetString()));
        Assert.Contains("interrupted: rules that are not listed were not tried", await output, StringComparison.Ordinal);
        Assert.Empty(await error);
    }

    [Fact]
    public async Task An_interrupted_audit_reports_what_it_read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = Start("audit", "-", "--profile", "trl", "--format", "json");
        var output = process.StandardOutput.ReadToEndAsync();
        var id = 0;
        try
        {
            // The log goes on until the audit has ended.
            for (; !process.HasExited; id++)
            {
                await process.StandardInput.WriteAsync($"{{\"group\":{id},\"reward\":1,\"advantage\":0}}\n");
                if (id == 20_000)
                {
                    Signal(process.Id);
                }
            }
        }
        catch (IOException)
        {
            // It no longer reads.
        }

        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        var report = JsonDocument.Parse(await output).RootElement;
        Assert.InRange(report.GetProperty("summary").GetProperty("groups").GetInt64(), 1, id);
        Assert.Contains("interrupted: later groups were not read", await output, StringComparison.Ordinal);
    }

    private static void Signal(int id)
    {
        using var kill = Process.Start("kill", ["-INT", id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static Process Start(params string[] args)
    {
        // A test run in the background inherits an ignored SIGINT; a terminal gives the default one, and so does env.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", typeof(ExitCode).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
