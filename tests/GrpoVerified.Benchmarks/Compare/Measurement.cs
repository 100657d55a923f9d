namespace GrpoVerified.Benchmarks.Compare;

/// <summary>How long to measure.</summary>
/// <param name="Repetitions">Timed repetitions of each system.</param>
/// <param name="Nanoseconds">CPU time that one repetition takes at least.</param>
internal sealed record Effort(int Repetitions, double Nanoseconds)
{
    /// <summary>Nine repetitions of 20 ms.</summary>
    public static Effort Full { get; } = new(9, 2e7);

    /// <summary>Only that it runs.</summary>
    public static Effort Tiny { get; } = new(1, 0);
}

/// <summary>What one system needed for one evaluation.</summary>
/// <param name="System">The system.</param>
/// <param name="IsCertified">Whether its result has a proved error bound.</param>
/// <param name="Nanoseconds">Median over the repetitions.</param>
/// <param name="Spread">Interquartile range over the median.</param>
internal sealed record Timing(string System, bool IsCertified, double Nanoseconds, double Spread);

/// <summary>Measures systems in turn: first repetition of each, second repetition of each, …</summary>
internal static class Measurement
{
    public static IReadOnlyList<Timing> Of(IReadOnlyList<IMeasured> systems, Effort effort)
    {
        var counts = systems.Select(s => Calibrate(s, effort.Nanoseconds)).ToArray();
        var times = systems.Select(_ => new double[effort.Repetitions]).ToArray();
        for (var r = 0; r < effort.Repetitions; r++)
        {
            for (var i = 0; i < systems.Count; i++)
            {
                times[i][r] = systems[i].Time(counts[i]) / counts[i];
            }
        }

        return [.. systems.Select((s, i) => Summary(s, times[i]))];
    }

    // Also the warm-up: compiled code, constants, page faults.
    private static long Calibrate(IMeasured system, double nanoseconds)
    {
        var count = 1L;
        while (system.Time(count) is var time && time < nanoseconds)
        {
            count = (long)(count * Math.Clamp(1.3 * nanoseconds / Math.Max(time, 1), 1.3, 16)) + 1;
        }

        return count;
    }

    private static Timing Summary(IMeasured system, double[] times)
    {
        Array.Sort(times);
        var median = times[times.Length / 2];
        return new(system.System, system.IsCertified, median, (times[3 * times.Length / 4] - times[times.Length / 4]) / median);
    }
}
