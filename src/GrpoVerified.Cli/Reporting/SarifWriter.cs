using System.Text.Json;
using GrpoVerified.Cli.Conformance;

namespace GrpoVerified.Cli.Reporting;

/// <summary>Findings as SARIF 2.1.0, which code hosts show beside the code.</summary>
internal static class SarifWriter
{
    /// <summary>One run with every rule that was tried and a result for each violation.</summary>
    public static void Write(IReadOnlyList<Finding> findings, string subject, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JsonWriter.Encoder, Indented = true });
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", CommandContext.ToolName);
        json.WriteString("version", Application.Version);
        json.WriteStartArray("rules");
        foreach (var rule in findings.DistinctBy(f => f.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Name);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var finding in findings.Where(f => f.State == FindingState.Failed))
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Id);
            json.WriteString("level", Level(finding));
            WriteText(json, "message", finding.Detail);
            json.WriteStartArray("locations");
            json.WriteStartObject();
            WriteLocation(json, finding, subject);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void WriteLocation(Utf8JsonWriter json, Finding finding, string subject)
    {
        if (finding.File is { } file)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal));
            json.WriteEndObject();
            if (finding.Line > 0)
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", finding.Line);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            return;
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", subject);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Finding finding) => finding.IsBinding ? "error" : "note";
}
