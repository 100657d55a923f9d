using System.Collections.Concurrent;
using System.Diagnostics;
using GrpoVerified.Cli.Ledger;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary>A Python that has a module; the first on the PATH, or the system's own.</summary>
internal static class Python
{
    private static readonly ConcurrentDictionary<string, string?> Found = new(StringComparer.Ordinal);

    /// <summary>Path of an interpreter that can import the module; null if there is none.</summary>
    public static string? With(string module) => Found.GetOrAdd(module, static m => new[] { CoqRun.OnPath("python3"), "/usr/bin/python3" }.FirstOrDefault(p => p is not null && File.Exists(p) && Imports(p, m)));

    private static bool Imports(string python, string module)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import " + module]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A test that needs a module of Python; elsewhere it is skipped and says why. In CI it is never skipped.</summary>
internal sealed class PythonTheoryAttribute : TheoryAttribute
{
    public PythonTheoryAttribute(string module)
        => Skip = Environment.GetEnvironmentVariable("CI") is "true" || Python.With(module) is not null ? null : $"no python3 here can import {module}";
}
