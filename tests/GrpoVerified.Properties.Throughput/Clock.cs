using System.Globalization;

namespace GrpoVerified.Properties.Throughput;

/// <summary>Processor time, so that other programs on the machine do not count.</summary>
internal static class Clock
{
    // sysconf(_SC_CLK_TCK) on Linux.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds used by this process and, on Linux, by its children that have ended.</summary>
    public static double Now() => Environment.CpuUsage.TotalTime.TotalSeconds + Children();

    // Fields 16 and 17 of proc(5) stat; the second field, in parentheses, may hold blanks.
    private static double Children()
    {
        if (!File.Exists("/proc/self/stat"))
        {
            return 0;
        }

        var text = File.ReadAllText("/proc/self/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
