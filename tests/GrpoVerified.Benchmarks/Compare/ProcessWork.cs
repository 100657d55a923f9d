using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GrpoVerified.Benchmarks.Compare;

/// <summary>A whole process as one evaluation: user and system time from its start to its end.</summary>
/// <param name="system">The system's name.</param>
/// <param name="certified">Whether its result has a proved error bound.</param>
/// <param name="program">The program.</param>
/// <param name="arguments">Its arguments.</param>
internal sealed partial class ProcessWork(string system, bool certified, string program, params string[] arguments) : IMeasured
{
    /// <inheritdoc/>
    public string System => system;

    /// <inheritdoc/>
    public bool IsCertified => certified;

    /// <inheritdoc/>
    public double Time(long count)
    {
        var start = CpuClock.Children();
        for (; count > 0; count--)
        {
            _ = Output();
        }

        return CpuClock.Children() - start;
    }

    /// <summary>The value where the program prints none and only its exit code counts.</summary>
    public string? Known { get; init; }

    /// <summary>The first number with ten or more decimals that it prints.</summary>
    public string Value() => Known ?? Printed();

    private string Printed() => Number().Match(Output()) is { Success: true } number ? number.Value : throw new InvalidDataException($"{program} printed no number");

    private string Output()
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidDataException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}");
    }

    [GeneratedRegex(@"0\.[0-9]{10,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
