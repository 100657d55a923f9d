using System.Globalization;
using GrpoVerified.Benchmarks.Own;
using GrpoVerified.Benchmarks.Reporting;

namespace GrpoVerified.Benchmarks.Compare;

/// <summary><c>compare [--only TEXT] [--bits N] [--quick] [--out FOLDER] ANCHORS</c>: one table of ratios.</summary>
internal static class CompareCommand
{
    private const string Usage = "usage: compare/run [--only TEXT] [--bits LARGEST] [--quick] [--out FOLDER]";

    public static int Run(string anchorFolder, IReadOnlyList<string> arguments)
    {
        var (only, largest, effort, output) = (string.Empty, 34000, Effort.Full, string.Empty);
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--quick":
                    effort = Effort.Tiny;
                    break;
                case "--only" when value is not null:
                    (only, i) = (value, i + 1);
                    break;
                case "--out" when value is not null:
                    (output, i) = (value, i + 1);
                    break;
                case "--bits" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out largest):
                    i++;
                    break;
                default:
                    Console.Error.WriteLine($"error: {arguments[i]} is not understood; {Usage}");
                    return 2;
            }
        }

        using var anchors = AnchorSet.Start(anchorFolder);
        var comparison = new Comparison(anchors, effort);
        var groups = Catalogue.All.Where(l => l.Bits <= largest && l.Workload.Contains(only, StringComparison.Ordinal)).GroupBy(l => (l.Workload, l.Bits)).ToList();
        var ratios = new List<Ratio>();
        foreach (var (group, i) in groups.Select((g, i) => (g, i)))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1}/{groups.Count} {group.Key.Workload} at {group.Key.Bits} bits"));
            ratios.AddRange(comparison.Measure([.. group]));
        }

        var all = new Measurements(DateOnly.FromDateTime(DateTime.UtcNow), Machine.Kind(), effort.Repetitions, ratios, anchors.Absent);
        Console.Write(MarkdownTable.Of(all));
        if (output.Length > 0)
        {
            Directory.CreateDirectory(output);
            File.WriteAllText(Path.Combine(output, "compare.md"), MarkdownTable.Of(all));
            File.WriteAllText(Path.Combine(output, "compare.json"), all.ToJson());
            foreach (var workload in ratios.GroupBy(r => r.Workload, StringComparer.Ordinal).Where(g => g.DistinctBy(r => r.Bits).Count() > 1).Select(g => g.Key))
            {
                File.WriteAllText(Path.Combine(output, workload + ".svg"), Plot.Of(workload, ratios));
            }
        }

        foreach (var disagreement in comparison.Disagreements)
        {
            Console.Error.WriteLine("error: values differ: " + disagreement);
        }

        return comparison.Disagreements.Count == 0 ? 0 : 1;
    }
}
