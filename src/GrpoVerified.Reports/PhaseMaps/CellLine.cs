using System.Text.Json;
using System.Text.Json.Nodes;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.PhaseMaps;

/// <summary>A cell as one line of JSON.</summary>
internal static class CellLine
{
    /// <summary>The line, without its end.</summary>
    public static string Write(PhaseCell cell)
        => new JsonObject
        {
            ["cell"] = cell.Index,
            ["epsilon"] = cell.Epsilon.ToString(),
            ["beta"] = cell.Beta.ToString(),
            ["p_ref"] = cell.Reference.ToString(),
            ["regime"] = ContractWords.Of(cell.Regime),
            ["period"] = cell.Period,
            ["limit"] = cell.Limit,
            ["limitFailure"] = cell.LimitFailure,
            ["cycle"] = new JsonArray([.. cell.Cycle.Select(p => (JsonNode?)p)]),
            ["reason"] = cell.Reason,
        }.ToJsonString(Options);

    /// <summary>The cell of a line; null if it is none.</summary>
    public static PhaseCell? Read(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)!.AsObject();
            return new(
                (int)json["cell"]!, Number(json, "epsilon"), Number(json, "beta"), Number(json, "p_ref"),
                Enum.GetValues<RegimeKind>().Single(k => string.Equals(ContractWords.Of(k), (string?)json["regime"], StringComparison.Ordinal)),
                (int?)json["period"], (string?)json["limit"], (string?)json["limitFailure"], [.. json["cycle"]!.AsArray().Select(p => (string?)p)], (string)json["reason"]!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            return null;
        }
    }

    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Rational Number(JsonObject json, string name) => Rational.Parse((string)json[name]!);
}
