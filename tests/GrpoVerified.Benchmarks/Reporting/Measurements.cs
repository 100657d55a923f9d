using System.Text.Json;
using GrpoVerified.Benchmarks.Compare;

namespace GrpoVerified.Benchmarks.Reporting;

/// <summary>Everything one run measured.</summary>
/// <param name="Date">The day.</param>
/// <param name="Machine">The kind of machine.</param>
/// <param name="Repetitions">Repetitions behind each median.</param>
/// <param name="Ratios">The table.</param>
/// <param name="Absent">Anchors that could not be built or started, with the reason.</param>
internal sealed record Measurements(DateOnly Date, string Machine, int Repetitions, IReadOnlyList<Ratio> Ratios, IReadOnlyList<(string Name, string Reason)> Absent)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The same for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Date,
            Machine,
            Repetitions,
            Rows = Ratios.Select(r => new { r.Workload, r.Bits, r.Ours, r.Theirs, Ratio = r.Value, FirstBar = r.First, r.Goal }),
            Absent = Absent.Select(a => new { a.Name, a.Reason }),
        },
        Indented) + "\n";
}
