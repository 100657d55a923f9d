using System.Diagnostics;
using GrpoVerified.Cli.Ledger;

namespace GrpoVerified.Cli.Tests;

/// <summary>Programs of the machine, run to their end; the command line under its own name.</summary>
internal static class Programs
{
    /// <summary>Makes <c>grpo-verified</c> a command of a folder, for <see cref="Run"/> to put on the PATH.</summary>
    public static void Install(string folder)
    {
        var command = Path.Combine(folder, "grpo-verified");
        File.WriteAllText(command, $"#!/bin/sh\nexec dotnet '{typeof(ExitCode).Assembly.Location}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Runs a program.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="commands">A folder to put first on its PATH; null for none.</param>
    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code and what it printed.</returns>
    public static (int ExitCode, string Output, string Error) Run(string folder, string? commands, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(CoqRun.OnPath(program) ?? program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (commands is not null)
        {
            start.Environment["PATH"] = commands + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>Runs a program that must succeed.</summary>
    /// <returns>Its standard output.</returns>
    public static string Succeed(string folder, string? commands, string program, params string[] arguments)
    {
        var (code, output, error) = Run(folder, commands, program, arguments);
        Assert.True(code == 0, $"{program} ended with {code}: {output}{error}");
        return output;
    }
}
