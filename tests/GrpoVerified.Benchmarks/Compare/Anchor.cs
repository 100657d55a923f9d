using System.Diagnostics;
using System.Globalization;

namespace GrpoVerified.Benchmarks.Compare;

/// <summary>A running anchor: lines of requests in, lines of answers out (compare/anchors/anchor.h).</summary>
/// <param name="name">The system's name in tables.</param>
/// <param name="isCertified">Whether its results come with a proved error bound.</param>
/// <param name="program">The program.</param>
/// <param name="arguments">Its arguments.</param>
internal sealed class Anchor(string name, bool isCertified, string program, params string[] arguments) : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    }) ?? throw new InvalidOperationException($"{program} does not start.");

    /// <summary>The anchor doing one workload, or null if it has no such workload at this precision.</summary>
    public IMeasured? On(string workload, int bits) => Ask("value", workload, bits, 1) is { } value ? new Work(this, name, isCertified, workload, bits, value) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has stopped already; the request that it did not answer has said so.
        }

        _process.WaitForExit(10_000);
        _process.Dispose();
    }

    private string? Ask(string verb, string workload, int bits, long count)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verb} {workload} {bits} {count}"));
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine() ?? throw new InvalidDataException($"The anchor {name} stopped at: {verb} {workload} {bits} {count}");
        return string.Equals(answer, "-", StringComparison.Ordinal) ? null : answer;
    }

    private sealed class Work(Anchor anchor, string system, bool certified, string workload, int bits, string value) : IMeasured
    {
        public string System => system;

        public bool IsCertified => certified;

        public double Time(long count) => double.Parse(anchor.Ask("time", workload, bits, count)!, CultureInfo.InvariantCulture);

        public string Value() => value;
    }
}
