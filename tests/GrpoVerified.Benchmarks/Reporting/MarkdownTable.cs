using System.Globalization;
using System.Text;
using GrpoVerified.Benchmarks.Compare;

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

        foreach (var (name, reason) in all.Absent)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nAbsent: {name}: {reason}\n");
        }

        return text.ToString();
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
