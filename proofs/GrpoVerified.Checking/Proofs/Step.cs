using System.Text.Json;

namespace GrpoVerified.Checking.Proofs;

/// <summary>A path from the root of a proof, as in <c>proof.then.below</c>.</summary>
internal sealed record Place(Place? Parent, string Key)
{
    public override string ToString()
    {
        var keys = new Stack<string>();
        for (var place = this; place is not null; place = place.Parent)
        {
            keys.Push(place.Key);
        }

        return keys.Count <= 40 ? string.Join('.', keys) : string.Join('.', keys.Take(20)) + $"...({keys.Count - 40} more)..." + string.Join('.', keys.Skip(keys.Count - 20));
    }
}

/// <summary>A JSON object that must have exactly the keys that are asked for, and where it stands.</summary>
internal readonly record struct Step(JsonElement Element, Place Place)
{
    /// <summary>The value of <c>step</c>.</summary>
    public string Kind => Text("step");

    public bool Has(string key) => Element.TryGetProperty(key, out _);

    /// <summary>Refuses keys that are not named, and missing ones; a trailing question mark allows a key to be absent.</summary>
    public void Keys(params ReadOnlySpan<string> keys)
    {
        foreach (var property in Element.EnumerateObject())
        {
            var name = Unicode(() => property.Name);
            Refusal.If(name.EndsWith('?') || !(keys.Contains(name) || keys.Contains(name + "?")), $"unknown key '{Rational.Short(name)}'");
        }

        foreach (var key in keys)
        {
            Refusal.If(!key.EndsWith('?') && !Has(key), $"no key '{key}'");
        }
    }

    public Step Child(string key)
        => new(Value(key, JsonValueKind.Object), new Place(Place, key));

    public string Text(string key) => Text(Value(key, JsonValueKind.String));

    public IReadOnlyList<string> Texts(string key) => Value(key, JsonValueKind.Array).EnumerateArray().Select(Text).ToList();

    public int Whole(string key, int low, int high)
        => Value(key, JsonValueKind.Number).TryGetInt32(out var n) && n >= low && n <= high ? n : throw new Refusal($"'{key}' is not a whole number from {low} to {high}");

    public bool Truth(string key)
        => Element.TryGetProperty(key, out var v) && v.ValueKind is JsonValueKind.True or JsonValueKind.False ? v.GetBoolean() : throw new Refusal($"'{key}' is not true or false");

    private static string Text(JsonElement value)
        => value.ValueKind == JsonValueKind.String ? Unicode(() => value.GetString()!) : throw new Refusal("a value is not a text");

    // Escapes of half a character are found only when the text is read.
    private static string Unicode(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new Refusal("a text is not valid Unicode");
        }
    }

    private JsonElement Value(string key, JsonValueKind kind)
        => Element.TryGetProperty(key, out var value) && value.ValueKind == kind ? value : throw new Refusal($"'{key}' is missing or not of kind {kind.ToString().ToLowerInvariant()}");
}
