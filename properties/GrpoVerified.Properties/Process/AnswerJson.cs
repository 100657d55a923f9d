using System.Globalization;
using System.Text;
using System.Text.Json;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Process;

/// <summary>Answers of the protocol read back; whatever is wrong with a line becomes one clear sentence.</summary>
internal static class AnswerJson
{
    /// <summary>The object on a line, with the id that was asked for.</summary>
    public static JsonElement Open(string line, string id)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(line);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Garbage($"the answer is no JSON: {Quote(line)}; print one JSON object a line on stdout, and everything else on stderr");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Garbage($"the answer is no JSON object: {Quote(line)}");
        }

        if (!root.TryGetProperty("id", out var answered) || !string.Equals(IdText(answered), id, StringComparison.Ordinal))
        {
            throw Garbage($"the answer has {(answered.ValueKind == JsonValueKind.Undefined ? "no id" : $"the id {Quote(IdText(answered))}")}, not {id}: answers come in the order of the requests, one each");
        }

        return root.TryGetProperty("error", out var error)
            ? throw new TrainerFaultException(TrainerFault.Rejected, error.ValueKind == JsonValueKind.String ? OneLine(error.GetString()!) : Quote(error.GetRawText()))
            : root;
    }

    /// <summary>The description that a session begins with.</summary>
    public static TrainerDescription Description(JsonElement root)
    {
        var capabilities = Words(root, "capabilities").Select(w => Known(w, "capability", CapabilityWords)).ToHashSet();
        var dtypes = Words(root, "dtypes").Select(w => Known(w, "dtype", NumberFormat.All.ToDictionary(f => f.Name, f => f.DType, StringComparer.Ordinal))).ToHashSet();
        var options = Words(root, "options", optional: true).Select(w => Known(w, "option", OptionNames.All.ToDictionary(o => o, StringComparer.Ordinal))).ToHashSet(StringComparer.Ordinal);
        var name = root.TryGetProperty("name", out var n) && n.ValueKind == JsonValueKind.String && n.GetString() is { Length: > 0 } given ? OneLine(given) : "the implementation";
        return dtypes.Count == 0
            ? throw Shape("dtypes is empty; name at least one of " + string.Join(", ", NumberFormat.All.Select(f => f.Name)))
            : new(name, capabilities, dtypes, options);
    }

    /// <summary>The answer to a request.</summary>
    public static TrainerAnswer Answer(JsonElement root, TrainerRequest request) => request switch
    {
        AdvantageRequest => new AdvantageAnswer(Numbers(root, "advantages")) { Metrics = Metrics(root) },
        KlRequest => new KlAnswer(Numbers(root, "values"), Has(root, "gradient") ? Numbers(root, "gradient") : null) { Metrics = Metrics(root) },
        RatioRequest => new RatioAnswer(Rows(root, "ratios")) { Metrics = Metrics(root) },
        LossRequest => new LossAnswer(Number(root, "loss"), Has(root, "token_losses") ? Rows(root, "token_losses") : null, Has(root, "gradient") ? Rows(root, "gradient") : null) { Metrics = Metrics(root) },
        AggregationRequest => new AggregationAnswer(Number(root, "value")) { Metrics = Metrics(root) },
        _ => throw new ArgumentException($"{request.GetType().Name} has no answer in the protocol", nameof(request)),
    };

    /// <summary>The words of the protocol for capabilities: kebab case.</summary>
    public static IReadOnlyDictionary<string, Capability> CapabilityWords { get; } = Enum.GetValues<Capability>().ToDictionary(Word, StringComparer.Ordinal);

    /// <summary>A piece of a line as a message shows it.</summary>
    public static string Quote(string text) => "'" + OneLine(text.Length <= 80 ? text : text[..60] + "…" + text[^15..]) + "'";

    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    private static string Word(Capability capability)
    {
        var word = new StringBuilder();
        foreach (var c in capability.ToString())
        {
            word.Append(char.IsUpper(c) && word.Length > 0 ? "-" : string.Empty).Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }

    private static string IdText(JsonElement id) => id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText();

    private static bool Has(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static JsonElement Part(JsonElement root, string name)
        => root.TryGetProperty(name, out var value) ? value : throw Shape($"the answer has no {name}; it has {Quote(string.Join(", ", root.EnumerateObject().Select(p => p.Name)))}");

    private static double Number(JsonElement root, string name) => Number(Part(root, name), () => name);

    private static double Number(JsonElement element, Func<string> place)
        => ProtocolNumber.TryRead(element, out var value)
            ? value
            : throw Shape($"{place()} is {Quote(element.GetRawText())}, no number; write a JSON number, a hexadecimal float as a text, or \"NaN\", \"Infinity\", \"-Infinity\"");

    private static double[] Numbers(JsonElement root, string name) => Numbers(Part(root, name), () => name);

    private static double[] Numbers(JsonElement list, Func<string> place)
        => list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select((x, i) => Number(x, () => string.Create(CultureInfo.InvariantCulture, $"{place()}[{i}]")))]
            : throw Shape($"{place()} is {Quote(list.GetRawText())}, no list");

    private static double[][] Rows(JsonElement root, string name)
    {
        var rows = Part(root, name);
        return rows.ValueKind == JsonValueKind.Array
            ? [.. rows.EnumerateArray().Select((row, i) => Numbers(row, () => string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]")))]
            : throw Shape($"{name} is {Quote(rows.GetRawText())}, no list of lists");
    }

    private static Dictionary<string, double> Metrics(JsonElement root)
    {
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        if (Has(root, "metrics"))
        {
            var part = Part(root, "metrics");
            foreach (var metric in part.ValueKind == JsonValueKind.Object ? part.EnumerateObject() : throw Shape($"metrics is {Quote(part.GetRawText())}, no object"))
            {
                metrics[metric.Name] = Number(metric.Value, () => "metrics." + metric.Name);
            }
        }

        return metrics;
    }

    private static IEnumerable<string> Words(JsonElement root, string name, bool optional = false)
    {
        if (optional && !Has(root, name))
        {
            return [];
        }

        var list = Part(root, name);
        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(w => w.ValueKind == JsonValueKind.String ? w.GetString()! : throw Shape($"{name} holds {Quote(w.GetRawText())}, no text"))
            : throw Shape($"{name} is {Quote(list.GetRawText())}, no list of texts");
    }

    private static T Known<T>(string word, string what, IReadOnlyDictionary<string, T> known)
        => known.TryGetValue(word, out var value) ? value : throw Shape($"unknown {what} {Quote(word)}; known are {string.Join(", ", known.Keys)}");

    private static TrainerFaultException Garbage(string message) => new(TrainerFault.Garbage, message);

    private static TrainerFaultException Shape(string message) => new(TrainerFault.WrongShape, message);
}
