using System.Text;
using System.Text.Json;

namespace GrpoVerified.Cli.Readers;

/// <summary>
/// Outcomes from JSON: an array of objects with probability, reward, and perhaps outcome and old; or an object whose
/// field "outcomes" is that array. Numbers are read from their text; a text may hold a fraction.
/// </summary>
internal sealed class JsonPolicyReader
{
    private static readonly string[] Known = ["outcome", "probability", "reward", "old"];

    private readonly byte[] _bytes;
    private readonly string _source;
    private readonly List<PolicyRecord> _records = [];

    private JsonPolicyReader(byte[] bytes, string source)
    {
        _bytes = bytes;
        _source = source;
    }

    /// <summary>The records in order.</summary>
    public static IReadOnlyList<PolicyRecord> Read(byte[] bytes, string source)
    {
        var body = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var reader = new JsonPolicyReader(body, source);
        reader.ReadAll();
        return reader._records;
    }

    private void ReadAll()
    {
        var json = new Utf8JsonReader(_bytes, isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { MaxDepth = 8 }));
        try
        {
            json.Read();
            if (json.TokenType == JsonTokenType.StartObject)
            {
                ReadWrapper(ref json);
            }
            else
            {
                ReadOutcomes(ref json);
            }

            json.Read();
        }
        catch (JsonException e)
        {
            var tail = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            var place = FormattableString.Invariant($"{_source} line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}");
            throw new UsageException("not JSON: " + (tail < 0 ? e.Message : e.Message[..tail]).TrimEnd('.'), place, "see docs/input-formats.md");
        }
        catch (InvalidOperationException)
        {
            throw new UsageException("a text is not valid Unicode", Where(json), "write the file as UTF-8");
        }
    }

    private void ReadWrapper(ref Utf8JsonReader json)
    {
        var found = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("outcomes"u8))
            {
                throw new UsageException($"unknown field {UsageException.Quote(json.GetString()!)}", Where(json), "the object has one field, outcomes");
            }

            if (found)
            {
                throw new UsageException("field 'outcomes' occurs twice", Where(json), "write it once");
            }

            found = true;
            json.Read();
            ReadOutcomes(ref json);
        }

        if (!found)
        {
            throw new UsageException("no field 'outcomes'", _source, "write an array of outcomes, or {\"outcomes\": [...]}");
        }
    }

    private void ReadOutcomes(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new UsageException("no array of outcomes", Where(json), "write [{\"outcome\":\"a\",\"probability\":\"1/3\",\"reward\":1}, ...]");
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                throw new UsageException("an outcome is not an object", Where(json), "write {\"outcome\":\"a\",\"probability\":\"1/3\",\"reward\":1}");
            }

            _records.Add(ReadOutcome(ref json));
        }
    }

    private PolicyRecord ReadOutcome(ref Utf8JsonReader json)
    {
        var where = Where(json);
        var texts = new string?[Known.Length];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            var at = Array.IndexOf(Known, name);
            if (at < 0)
            {
                var near = NearestName.Of(name, Known);
                throw new UsageException($"unknown field {UsageException.Quote(name)}", Where(json), near is null ? "the fields are " + string.Join(", ", Known) : $"did you mean '{near}'?");
            }

            if (texts[at] is not null)
            {
                throw new UsageException($"field '{name}' occurs twice", Where(json), "write each field once");
            }

            json.Read();
            texts[at] = json.TokenType switch
            {
                JsonTokenType.String => json.GetString(),
                JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
                _ => throw new UsageException($"field '{name}' is neither a number nor a text", Where(json), "write a number such as 0.25 or a text such as \"1/3\""),
            };
        }

        return new PolicyRecord(where, texts[0], texts[1], texts[2], texts[3]);
    }

    private string Where(in Utf8JsonReader json)
    {
        var before = _bytes.AsSpan(0, (int)json.TokenStartIndex);
        var column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
        return FormattableString.Invariant($"{_source} line {before.Count((byte)'\n') + 1}, column {column}");
    }
}
