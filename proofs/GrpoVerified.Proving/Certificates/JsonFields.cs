using System.Text.Json;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Certificates;

/// <summary>The keys of one JSON object: each is read once, and none may be left over.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly string _place;

    public JsonFields(JsonElement element, string place)
    {
        _place = place;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Fault($"an object is expected, not {element.ValueKind}");
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!_fields.TryAdd(property.Name, property.Value))
            {
                throw Fault($"the key \"{property.Name}\" stands twice");
            }
        }
    }

    public string Text(string key) => Take(key, JsonValueKind.String).GetString()!;

    public string? OptionalText(string key)
    {
        if (_fields.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.Null)
        {
            _fields.Remove(key);
            return null;
        }

        return Text(key);
    }

    public int Integer(string key)
        => Take(key, JsonValueKind.Number).TryGetInt32(out var n) && n >= 0 ? n : throw Fault($"\"{key}\" is not a non-negative integer");

    public bool Flag(string key)
    {
        var value = Take(key, null);
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Fault($"\"{key}\" is neither true nor false");
    }

    public Rational Number(string key) => Number(Text(key), key);

    public Rational Number(string text, string key)
        => Rational.TryParse(text, out var value, out _) ? value : throw Fault($"\"{key}\" is not an exact rational: {text}");

    public IReadOnlyList<string> Texts(string key)
        => [.. Take(key, JsonValueKind.Array).EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : throw Fault($"\"{key}\" holds something else than texts"))];

    public Expr Program()
    {
        var values = ProgramReader.Read(Texts("program"));
        return values.Count > 0 ? values[^1] : throw Fault("\"program\" is empty");
    }

    public JsonElement Object(string key) => Take(key, JsonValueKind.Object);

    public JsonElement? OptionalObject(string key) => _fields.ContainsKey(key) ? Object(key) : null;

    public T Choice<T>(string key, string first, T whenFirst, string second, T whenSecond)
    {
        var word = Text(key);
        return word == first ? whenFirst : word == second ? whenSecond : throw Fault($"\"{key}\" is neither {first} nor {second}: {word}");
    }

    public void End()
    {
        if (_fields.Count > 0)
        {
            throw Fault($"unknown key \"{_fields.Keys.Order(StringComparer.Ordinal).First()}\"");
        }
    }

    public CertificateFormatException Fault(string what) => new($"certificate, at {_place}: {what}");

    private JsonElement Take(string key, JsonValueKind? kind)
    {
        if (!_fields.Remove(key, out var value))
        {
            throw Fault($"the key \"{key}\" is missing");
        }

        return kind is null || value.ValueKind == kind ? value : throw Fault($"\"{key}\" is {value.ValueKind}, not {kind}");
    }
}
