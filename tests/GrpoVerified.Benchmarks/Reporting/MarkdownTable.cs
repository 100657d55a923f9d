using System.Globalization;
using System.Text;
using GrpoVerified.Benchmarks.Compare;
using GrpoVerified.Benchmarks.Growth;

namespace GrpoVerified.Benchmarks.Reporting;

/// <summary>The table for people: workload × precision × system × ratio.</summary>
internal static class MarkdownTable
{
    public static string Of(Measurements all)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{all.Date:yyyy-MM-dd}; {all.Machine}. CPU time of the measuring thread, medians of {all.Repetitions} repetitions, systems in turn. Ratio: ours / theirs, smaller is better. Ours is certified everywhere; systems marked ° are not.\n\n");
        text.Append("| workload | bits | ours | ns | beside | ns | ratio | first bar | goal |\n|---|---:|---|---:|---|---:|---:|---:|---:|\n");
        foreach (var r in all.Ratios)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {r.Workload} | {r.Bits} | {r.Ours.System} | {Number(r.Ours.Nanoseconds)} | {r.Theirs.System}{(r.Theirs.IsCertified ? string.Empty : "°")} | {Number(r.Theirs.Nanoseconds)} | {Mark(r)} | {Bar(r.First)} | {Bar(r.Goal)} |\n");
        }

        foreach (var line in Growth(all))
        {
            text.Append(line);
        }

        foreach (var (name, reason) in all.Absent)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nAbsent: {name}: {reason}\n");
        }

        return text.ToString();
    }

    // How time grows with the bits, from each precision to the next one.
    private static IEnumerable<string> Growth(Measurements all)
    {
        var timings = all.Ratios.SelectMany(r => new[] { (r.Workload, System: "ours: " + r.Ours.System, r.Bits, r.Ours.Nanoseconds), (r.Workload, r.Theirs.System, r.Bits, r.Theirs.Nanoseconds) });
        foreach (var group in timings.GroupBy(t => (t.Workload, t.System)))
        {
            var points = group.DistinctBy(t => t.Bits).OrderBy(t => t.Bits).ToList();
            if (points.Count > 1)
            {
                var exponents = points.Zip(points.Skip(1), (a, b) => string.Create(CultureInfo.InvariantCulture, $"{a.Bits} to {b.Bits} bits {GrowthCommand.Exponent(a.Bits, a.Nanoseconds, b.Bits, b.Nanoseconds):0.00}"));
                yield return $"\nGrowth of {group.Key.Workload}, {group.Key.System}, exponents: {string.Join(", ", exponents)}\n";
            }
        }
    }

    private static string Number(double x) => x switch
    {
        < 100 => x.ToString("0.##", CultureInfo.InvariantCulture),
        < 1e5 => x.ToString("0", CultureInfo.InvariantCulture),
        < 1e6 => (x / 1e3).ToString("0.0", CultureInfo.InvariantCulture) + " k",
        _ => (x / 1e6).ToString("0.00", CultureInfo.InvariantCulture) + " M",
    };

    // Bold: a bar was set and is reached.
    private static string Mark(Ratio r)
    {
        var text = r.Value.ToString(r.Value < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture);
        return r.First is { } first && r.Value <= first ? $"**{text}**" : text;
    }

    private static string Bar(double? bar) => bar?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
