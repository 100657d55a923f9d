using System.Text.Json;

namespace GrpoVerified.Claims;

/// <summary>
/// Reads a parameter grid: a JSON array of objects, or CSV with a header line. Field names are those of
/// <c>p_ref, beta, epsilon</c> (needed) and <c>variant, alpha, normalisation, epsilon_placement, clip_low, clip_high, group_size, std</c>.
/// Numbers are exact: 0.1 is one tenth.
/// </summary>
public static class GridFile
{
    /// <summary>Most points a grid may have.</summary>
    public const int MaximumPoints = 1_000_000;

    /// <summary>Reads a grid.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="GridFormatException">The text is no grid.</exception>
    public static IReadOnlyList<GrpoParameters> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var text = reader.ReadToEnd();
        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var points = start.StartsWith('[') ? Json(start, name) : Csv(text.TrimStart('\uFEFF'), name);
        return points.Count == 0
            ? throw new GridFormatException($"{name}: the grid has no points; give at least one line with p_ref, beta and epsilon")
            : points;
    }

    private static List<GrpoParameters> Json(string text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var points = new List<GrpoParameters>();
            foreach (var entry in document.RootElement.EnumerateArray())
            {
                var place = $"{name}, entry {points.Count + 1}";
                if (entry.ValueKind != JsonValueKind.Object)
                {
                    throw new GridFormatException($"{place}: not an object; write {{\"p_ref\": \"1/10\", \"beta\": 1, \"epsilon\": 0.001}}");
                }

                var fields = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var property in entry.EnumerateObject())
                {
                    var value = property.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String
                        ? property.Value.ToString()
                        : throw new GridFormatException($"{place}: field \"{property.Name}\" is neither a number nor a text");
                    if (!fields.TryAdd(property.Name, value))
                    {
                        throw new GridFormatException($"{place}: field \"{property.Name}\" is given twice");
                    }
                }

                Add(points, place, fields);
            }

            return points;
        }
        catch (JsonException e)
        {
            throw new GridFormatException($"{name}, line {e.LineNumber + 1}: not valid JSON; write an array of objects with p_ref, beta and epsilon", e);
        }
    }

    private static List<GrpoParameters> Csv(string text, string name)
    {
        var points = new List<GrpoParameters>();
        string[]? header = null;
        var line = 0;
        foreach (var raw in text.Split('\n'))
        {
            line++;
            var content = raw.TrimEnd('\r');
            if (content.Trim().Length == 0 || content.StartsWith('#'))
            {
                continue;
            }

            var cells = content.Split(',', StringSplitOptions.TrimEntries);
            if (header is null)
            {
                header = cells;
                continue;
            }

            var place = $"{name}, line {line}";
            if (cells.Length != header.Length)
            {
                throw new GridFormatException($"{place}: {cells.Length} fields where the header has {header.Length}");
            }

            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < cells.Length; i++)
            {
                if (!fields.TryAdd(header[i], cells[i]))
                {
                    throw new GridFormatException($"{name}, header: column \"{header[i]}\" is given twice");
                }
            }

            Add(points, place, fields);
        }

        return points;
    }

    private static void Add(List<GrpoParameters> points, string place, Dictionary<string, string> fields)
    {
        if (points.Count >= MaximumPoints)
        {
            throw new GridFormatException($"{place}: more than {MaximumPoints} points; split the grid");
        }

        points.Add(new GridRecord(place, fields).ToParameters());
    }
}
