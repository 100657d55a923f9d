using System.Diagnostics;
using System.Globalization;

namespace GrpoVerified.Cli.Tests.Proofs;

/// <summary>Ctrl-C during a long proof keeps what was finished, and so does a kill that nothing can catch; --resume ends in the same bytes.</summary>
public sealed class InterruptTests : IDisposable
{
    // Tight and coupled enough to take more than a hundred thousand boxes.
    private const string Claim = "exp(x*y) + exp(-x*y) + square(z - x*y*w) > 2 - 1/800";
    private const string Kill = "-KILL";
    private const string Ranges = "x in [-1,1], y in [-1,1], z in [-1,1], w in [-1,1]";

    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-interrupt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Process Start(string name, params string[] more)
    {
        // A test run in the background inherits an ignored SIGINT; a terminal gives the default one, and so does env.
        var start = new ProcessStartInfo("env") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] args = ["--default-signal=INT", "dotnet", typeof(ExitCode).Assembly.Location, "prove", Claim, "--for", Ranges, "--out", Path.Combine(_folder, name), "--budget", "100000000", .. more];
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    private (int Code, string Error) Finish(string name, params string[] more)
    {
        using var process = Start(name, more);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error.Result);
    }

    // Starts the proof and sends the signal as soon as something is finished and kept.
    private async Task<string> Interrupt(string name, string signal)
    {
        var partial = Path.Combine(_folder, name + ".partial");
        using var process = Start(name);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        while (!process.HasExited && (!File.Exists(partial) || new FileInfo(partial).Length < 1000))
        {
            await Task.Delay(5);
        }

        Assert.False(process.HasExited, "the proof ended before it could be interrupted");
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        if (signal == Kill)
        {
            Assert.Equal(128 + 9, process.ExitCode);
        }
        else
        {
            Assert.Equal(ExitCode.Interrupted, process.ExitCode);
            Assert.Contains("--resume", await error, StringComparison.Ordinal);
        }

        Assert.Empty(await output);
        Assert.True(File.Exists(partial));
        Assert.False(File.Exists(Path.Combine(_folder, name)));
        return partial;
    }

    // A batch system ends jobs so.
    [Fact]
    public async Task A_terminated_proof_keeps_what_was_finished()
    {
        if (OperatingSystem.IsLinux())
        {
            await Interrupt("b.cert.json", "-TERM");
        }
    }

    [Fact]
    public async Task A_proof_stopped_by_ctrl_c_or_killed_resumes_to_the_byte_identical_certificate()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Directory.CreateDirectory(Path.Combine(_folder, "whole"));
        var whole = Finish("whole/a.cert.json");
        Assert.True(whole.Code == ExitCode.Holds, whole.Error);
        var expected = await File.ReadAllBytesAsync(Path.Combine(_folder, "whole", "a.cert.json"));
        foreach (var signal in new[] { "-INT", Kill })
        {
            var partial = await Interrupt("a.cert.json", signal);
            var resumed = Finish("a.cert.json", "--resume");
            Assert.True(resumed.Code == ExitCode.Holds, signal + resumed.Error);
            Assert.False(File.Exists(partial));
            Assert.Equal(expected, await File.ReadAllBytesAsync(Path.Combine(_folder, "a.cert.json")));
            File.Delete(Path.Combine(_folder, "a.cert.json"));
        }
    }
}
