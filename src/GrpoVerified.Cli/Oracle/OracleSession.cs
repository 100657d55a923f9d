using System.Text.Json;
using System.Text.Unicode;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Oracle;

/// <summary>Answers requests: one line in, one line out, whatever the line holds.</summary>
internal sealed class OracleSession
{
    /// <summary>Longest request, in bytes.</summary>
    public const int LongestLine = 1 << 20;

    private static readonly JsonDocumentOptions Syntax = new() { MaxDepth = 16 };

    /// <summary>All quantities by name.</summary>
    public static IReadOnlyDictionary<string, Quantity> Quantities { get; }
        = new[] { FormulaQuantities.All(), DynamicsQuantities.All() }.SelectMany(q => q).ToDictionary(q => q.Name, StringComparer.Ordinal);

    /// <summary>Reads requests to the end of the input; returns how many were answered.</summary>
    public static long Run(Stream input, Stream output)
    {
        var lines = new BoundedLineReader(input, LongestLine);
        var answered = 0L;
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JsonWriter.Encoder });
        while (lines.Read())
        {
            Answer(lines, json);
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
            answered++;
            if (!lines.HasNext)
            {
                output.Flush();
            }
        }

        return answered;
    }

    private static void Answer(BoundedLineReader lines, Utf8JsonWriter json)
    {
        JsonElement? id = null;
        IReadOnlyList<(string Name, Value Value)> parts;
        try
        {
            if (lines.IsTooLong)
            {
                throw new OracleException(OracleException.TooLong, $"the line is longer than {LongestLine} bytes; it was skipped");
            }

            using var document = Parse(lines.Line);
            parts = [.. Compute(document.RootElement, ref id)];
            WriteAnswer(json, id, parts);
        }
        catch (OracleException e)
        {
            WriteError(json, id, e.Code, e.Message);
        }
        catch (ParameterException e)
        {
            WriteError(json, id, OracleException.Domain, e.Message);
        }
        catch (InvalidOperationException e) when (e.TargetSite?.DeclaringType?.Assembly == typeof(JsonElement).Assembly)
        {
            WriteError(json, id, OracleException.Syntax, "a text is not valid Unicode");
        }
#pragma warning disable CA1031 // a session must survive any request; a defect becomes an answer
        catch (Exception e)
#pragma warning restore CA1031
        {
            WriteError(json, id, OracleException.Internal, $"{e.GetType().Name}: {UsageException.OneLine(e.Message)}");
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
        {
            throw new OracleException(OracleException.Syntax, "the line is not valid UTF-8");
        }

        try
        {
            return JsonDocument.Parse(line, Syntax);
        }
        catch (JsonException e)
        {
            var tail = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw new OracleException(OracleException.Syntax, "not one JSON object: " + (tail < 0 ? e.Message : e.Message[..tail]));
        }
    }

    private static IEnumerable<(string Name, Value Value)> Compute(JsonElement root, ref JsonElement? id)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new OracleException(OracleException.Syntax, "a request is a JSON object");
        }

        if (root.TryGetProperty("id"u8, out var given))
        {
            // A text is read once here, so that a broken one cannot fail while the answer is written.
            id = given.ValueKind switch
            {
                JsonValueKind.String when given.GetString() is not null => given.Clone(),
                JsonValueKind.Number => given.Clone(),
                JsonValueKind.Null => null,
                _ => throw new OracleException(OracleException.BadParameter, "id is neither a text nor a number"),
            };
        }

        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (!fields.TryAdd(property.Name, property.Value))
            {
                throw new OracleException(OracleException.Syntax, $"field {UsageException.Quote(property.Name)} occurs twice");
            }
        }

        var quantity = Find(fields);
        fields.Remove("id");
        fields.Remove("quantity");
        foreach (var name in fields.Keys.Where(n => n is not "digits" && !quantity.Takes(n)))
        {
            throw new OracleException(
                OracleException.UnknownParameter,
                $"{quantity.Name} takes no {UsageException.Quote(name)}; it takes {string.Join(", ", quantity.Required.Concat(quantity.Optional))}, digits");
        }

        var missing = quantity.Required.FirstOrDefault(n => !fields.ContainsKey(n));
        return missing is null
            ? quantity.Answer(new OracleRequest(fields))
            : throw new OracleException(OracleException.MissingParameter, $"{quantity.Name} needs {missing}");
    }

    private static Quantity Find(Dictionary<string, JsonElement> fields)
    {
        if (!fields.TryGetValue("quantity", out var field))
        {
            throw new OracleException(OracleException.MissingParameter, "quantity is missing");
        }

        var name = field.ValueKind == JsonValueKind.String ? field.GetString()! : throw new OracleException(OracleException.BadParameter, "quantity is not a text");
        if (Quantities.TryGetValue(name, out var quantity))
        {
            return quantity;
        }

        var near = NearestName.Of(name, Quantities.Keys);
        throw new OracleException(OracleException.UnknownQuantity, $"no quantity {UsageException.Quote(name)}" + (near is null ? string.Empty : $"; did you mean '{near}'?"));
    }

    private static void WriteAnswer(Utf8JsonWriter json, JsonElement? id, IReadOnlyList<(string Name, Value Value)> parts)
    {
        json.WriteStartObject();
        WriteId(json, id);
        foreach (var (name, value) in parts)
        {
            json.WritePropertyName(name);
            JsonWriter.WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, JsonElement? id, string code, string message)
    {
        // Values are computed before the first byte of an answer is written; an answer begun by mistake is dropped.
        json.Reset();
        json.WriteStartObject();
        WriteId(json, id);
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement? id)
    {
        json.WritePropertyName("id");
        if (id is { } given)
        {
            given.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
