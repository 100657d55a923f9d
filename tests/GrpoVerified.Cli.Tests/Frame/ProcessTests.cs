using System.Diagnostics;

namespace GrpoVerified.Cli.Tests.Frame;

/// <summary>What only a process of its own can show: streams, pipes, exit codes.</summary>
public sealed class ProcessTests
{
    private static Process Start(string? locale, params string[] args) => Start(locale, null, args);

    private static Process Start(string? locale, string? path, string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) is "dotnet" ? host : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(ExitCode).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        if (locale is not null)
        {
            start.Environment["LANG"] = locale;
            start.Environment["LC_ALL"] = locale;
        }

        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        return Process.Start(start)!;
    }

    private static (int ExitCode, string Output, string Error) Run(string? locale, params string[] args)
    {
        using var process = Start(locale, args);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    [Fact]
    public void A_comma_locale_of_the_machine_changes_nothing()
    {
        string[] command = ["iterate", "--p-ref", "0.1", "--beta", "1.5", "--epsilon", "1e-3", "--steps", "2"];
        var plain = Run("C", command);
        Assert.Equal(ExitCode.Holds, plain.ExitCode);
        Assert.Equal(plain, Run("de_DE.UTF-8", command));
        Assert.Contains("0.1", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_usage_is_one_line_on_standard_error_and_exit_code_2()
    {
        var run = Run(null, "regime", "--p-ref", "1", "--beta", "1", "--epsilon", "0");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task The_full_level_says_why_Coq_was_not_run()
    {
        using var process = Start(null, AppContext.BaseDirectory, ["verify", "--level", "full", "--only", "A7", "--format", "json"]);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.Holds, process.ExitCode);
        var report = System.Text.Json.JsonDocument.Parse(output).RootElement;
        Assert.Equal("full", report.GetProperty("parameters").GetProperty("level").GetString());
        Assert.StartsWith("skipped: coqc and make", report.GetProperty("coq").GetString(), StringComparison.Ordinal);
        Assert.Empty(await error);
    }

    [Fact]
    public void Standard_error_that_is_no_terminal_stays_empty()
        => Assert.Empty(Run(null, "verify", "--only", "A1").Error);

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_command_quietly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = Start(null, "advantages", "-", "--format", "jsonl");
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.Close();
        try
        {
            for (var i = 0; i < 200_000 && !process.HasExited; i++)
            {
                process.StandardInput.Write("{\"group\":" + i + ",\"reward\":1}\n");
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The command is gone, as it should be.
        }

        process.WaitForExit();
        Assert.Equal(ExitCode.BrokenPipe, process.ExitCode);
        Assert.Empty(await error);
    }

    [Fact]
    public void Oracle_answers_while_the_input_is_still_open()
    {
        using var process = Start(null, "oracle");
        for (var i = 0; i < 3; i++)
        {
            process.StandardInput.Write("{\"id\":" + i + ",\"quantity\":\"k1\",\"log_ratio\":1}\n");
            process.StandardInput.Flush();
            Assert.Equal("{\"id\":" + i + ",\"value\":\"1\"}", process.StandardOutput.ReadLine());
        }

        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal(ExitCode.Holds, process.ExitCode);
    }
}
