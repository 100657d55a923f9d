using System.Diagnostics;
using GrpoVerified.Benchmarks.Own;

namespace GrpoVerified.Benchmarks.Compare;

/// <summary>The anchors that can be built and started on this machine, and the reason for each one that cannot.</summary>
internal sealed class AnchorSet : IDisposable
{
    private readonly List<Anchor> _running = [];
    private readonly List<(string Name, string Reason)> _absent = [];
    private string? _python;
    private string _mpmath = string.Empty;

    /// <summary>The running ones.</summary>
    public IReadOnlyList<Anchor> Running => _running;

    /// <summary>The others, with the reason.</summary>
    public IReadOnlyList<(string Name, string Reason)> Absent => _absent;

    /// <summary>Builds and starts what the machine allows.</summary>
    /// <param name="folder">compare/anchors of the source tree; binaries go to its folder bin.</param>
    public static AnchorSet Start(string folder)
    {
        var set = new AnchorSet();
        set.Compiled(folder, "arb", "libflint-arb-dev libflint-dev", ("Arb", true, []), ("Arb tuned", true, ["tuned"]));
        set.Compiled(folder, "mpfi", "libmpfi-dev", ("MPFI", true, []));
        set.Boxes(folder);
        set.Compiled(folder, "mpfr", "libmpfr-dev", ("MPFR", false, []));
        set.Compiled(folder, "gmp", "libgmp-dev", ("GMP", true, []));
        set.Compiled(folder, "double_libm", "gcc", ("C double, libm", false, []));
        set.Compiled(folder, "double_libmvec", "gcc", ("C double, libmvec", false, []));
        set.Mpmath(folder);
        return set;
    }

    /// <summary>Every anchor that knows the workload at this precision.</summary>
    public IReadOnlyList<IMeasured> On(string workload, int bits)
        => string.Equals(workload, ShellWork.Workload, StringComparison.Ordinal)
            ? _python is null ? [] : [new ProcessWork(_mpmath + ", whole process", certified: false, _python, "-c", ShellWork.MpmathScript)]
            : workload.StartsWith(CertificateWork.Workload, StringComparison.Ordinal) ? Coq(workload[CertificateWork.Workload.Length..])
            : [.. _running.Select(a => a.On(workload, bits)).OfType<IMeasured>()];

    /// <inheritdoc/>
    public void Dispose() => _running.ForEach(a => a.Dispose());

    // The program and the tree are the prover's of today.
    private void Boxes(string folder)
    {
        var program = Path.Combine(folder, "bin", "boxes.txt");
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        File.WriteAllText(program, BoxWork.Program());
        Compiled(folder, "box_mpfi", "libmpfi-dev", ("MPFI", true, [program]));
        Compiled(folder, "box_arb", "libflint-arb-dev libflint-dev", ("Arb", true, [program]));
    }

    private List<IMeasured> Coq(string certificate)
    {
        var (coq, reason) = Run("coqc", "--version").Code != 0 ? (null, "coqc does not start; it needs the packages coq libcoq-coquelicot libcoq-interval") : CertificateWork.Coq(certificate);
        if (coq is null)
        {
            _absent.Add(("Coq on " + certificate, reason));
        }

        return coq is null ? [] : [coq];
    }

    private void Compiled(string folder, string target, string packages, params (string Name, bool IsCertified, string[] Arguments)[] systems)
    {
        var (code, output) = Run("make", "-s", "-C", folder, "bin/" + target);
        if (code != 0)
        {
            var reason = output.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase))?.Trim() ?? "make failed";
            _absent.AddRange(systems.Select(s => (s.Name, $"{target}.c does not build ({reason}); it needs the packages gcc make {packages}")));
            return;
        }

        _running.AddRange(systems.Select(s => new Anchor(s.Name, s.IsCertified, Path.Combine(folder, "bin", target), s.Arguments)));
    }

    private void Mpmath(string folder)
    {
        const string Question = "import mpmath; print('mpmath', mpmath.__version__, mpmath.libmp.BACKEND)";
        _python = new[] { Environment.GetEnvironmentVariable("PYTHON"), "/usr/bin/python3", "python3" }
            .FirstOrDefault(p => p is { Length: > 0 } && Run(p, "-c", Question).Code == 0);
        if (_python is null)
        {
            _absent.Add(("mpmath", "no Python with mpmath was found; install python3-mpmath or name one in PYTHON"));
            return;
        }

        _mpmath = Run(_python, "-c", Question).Output.Trim();
        var script = Path.Combine(folder, "mpmath_anchor.py");
        _running.Add(new Anchor($"{_mpmath}, mp", isCertified: false, _python, script, "mp"));
        _running.Add(new Anchor($"{_mpmath}, iv", isCertified: true, _python, script, "iv"));
    }

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, $"error: {program}: {e.Message}");
        }
    }
}
