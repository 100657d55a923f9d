using GrpoVerified.Benchmarks.Compare;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>The fixed point of case 1 to 50 digits, from the shell: the whole process.</summary>
internal static class ShellWork
{
    public const string Workload = "shell-fixed-point";

    /// <summary>50 digits.</summary>
    public const int Bits = 166;

    /// <summary>What mpmath is asked.</summary>
    public const string MpmathScript = "import mpmath as m; m.mp.dps = 55; R = m.mpf(7) / 3; e = m.mpf(1) / 1000; print(m.nstr(m.findroot(lambda p: 1 / (1 + R * m.exp(-1 / (5 * m.sqrt(p * (1 - p) + e)))) - p, (0.39, 0.393)), 50))";

    /// <summary>The command line of this build, and another one if GRPOVERIFIED_OTHER names it.</summary>
    public static IEnumerable<OwnLine> Lines()
    {
        var built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "src", "GrpoVerified.Cli", "bin", "Release", "net10.0", "grpo-verified"));
        foreach (var (name, program) in new[] { ("command line", built), ("another command line", Environment.GetEnvironmentVariable("GRPOVERIFIED_OTHER")) })
        {
            if (program is not null && File.Exists(program))
            {
                yield return new(Workload, Bits, () => new ProcessWork(name, certified: true, program, "fixed-points", "--p-ref", "3/10", "--beta", "5", "--epsilon", "1/1000", "--digits", "50", "--format", "json"), ("mpmath", 3, 1.5));
            }
        }
    }
}
