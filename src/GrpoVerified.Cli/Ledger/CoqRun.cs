using System.Diagnostics;

namespace GrpoVerified.Cli.Ledger;

/// <summary>What running Coq over proofs/coq gave.</summary>
/// <param name="Checked">True: everything compiled. False: something did not. Null: Coq was not run.</param>
/// <param name="Text">One line for the report.</param>
internal sealed record CoqRun(bool? Checked, string Text)
{
    /// <summary>Runs <c>make</c> in proofs/coq of the clone around the current folder or the program, where coqc is present.</summary>
    public static CoqRun Start(CancellationToken cancellation)
    {
        if (FindSources() is not { } folder)
        {
            return new(null, "skipped: no folder proofs/coq around the current folder or the program; run inside a clone");
        }

        if (OnPath("coqc") is not { } coqc || OnPath("make") is not { } make)
        {
            return new(null, "skipped: coqc and make are not both on the PATH; install coq, libcoq-coquelicot, libcoq-interval and make");
        }

        var (code, last) = Execute(make, ["-s", "-C", folder], cancellation);
        return code == 0
            ? new(true, $"checked: make in {folder} ended well; every theory is compiled by {coqc}")
            : new(false, FormattableString.Invariant($"failed: make in {folder} ended with code {code}: {last}"));
    }

    private static string? FindSources()
        => new[] { Environment.CurrentDirectory, AppContext.BaseDirectory }
            .SelectMany(Upwards)
            .Select(f => Path.Combine(f, "proofs", "coq"))
            .FirstOrDefault(f => File.Exists(Path.Combine(f, "_CoqProject")));

    private static IEnumerable<string> Upwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }

    /// <summary>The path of a program, or null.</summary>
    public static string? OnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);

    private static (int Code, string Last) Execute(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var last = string.Empty;
        DataReceivedEventHandler keep = (_, line) => last = string.IsNullOrWhiteSpace(line.Data) ? last : line.Data.Trim();
        process.OutputDataReceived += keep;
        process.ErrorDataReceived += keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return (process.ExitCode, last);
    }
}
