using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GrpoVerified.Reports.Vectors;

/// <summary>Writes the golden values: JSON, CSV, schema, reader, checksums. Equal versions write equal bytes.</summary>
internal static class VectorFiles
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all files into a folder.</summary>
    /// <returns>How many values there are of each quantity.</returns>
    public static IReadOnlyList<(string Quantity, int Count)> Write(string folder, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var vectors = DynamicsVectors.All().Concat(TrainerVectors.All()).ToList();
        var numbers = new GoldenNumber[vectors.Count];
        for (var i = 0; i < vectors.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            numbers[i] = GoldenNumber.Of(vectors[i]);
            progress?.Report(i + 1);
        }

        Directory.CreateDirectory(folder);
        (string Name, string Text)[] files =
        [
            ("read_vectors.py", EmbeddedText.Read("read_vectors.py")),
            ("vectors.csv", Csv(vectors, numbers)),
            ("vectors.json", Json(vectors, numbers)),
            ("vectors.schema.json", EmbeddedText.Read("vectors.schema.json")),
        ];
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        File.WriteAllText(Path.Combine(folder, "SHA256SUMS"), string.Concat(files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(f.Text)))}  {f.Name}\n")));
        return [.. vectors.GroupBy(v => v.Quantity, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))];
    }

    // One value a line, so that differences can be read.
    private static string Json(List<Vector> vectors, GoldenNumber[] numbers)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\"schemaVersion\":1,\"digits\":{GoldenNumber.DigitCount},\"vectors\":[\n");
        for (var i = 0; i < vectors.Count; i++)
        {
            var (v, n) = (vectors[i], numbers[i]);
            text.Append(new JsonObject
            {
                ["id"] = v.Id,
                ["quantity"] = v.Quantity,
                ["inputs"] = v.Inputs.DeepClone(),
                ["output"] = v.Output,
                ["value"] = n.Digits,
                ["bits"] = n.Bits,
                ["hex"] = n.Hexadecimal,
            }.ToJsonString(Plain)).Append(i + 1 < vectors.Count ? ",\n" : "\n");
        }

        return text.Append("]}\n").ToString();
    }

    private static string Csv(List<Vector> vectors, GoldenNumber[] numbers)
    {
        var text = new StringBuilder("id,quantity,inputs,output,value,bits,hex\n");
        foreach (var (v, n) in vectors.Zip(numbers))
        {
            text.AppendJoin(',', v.Id, v.Quantity, Quoted(v.Inputs.ToJsonString(Plain)), v.Output, n.Digits, n.Bits, n.Hexadecimal).Append('\n');
        }

        return text.ToString();
    }

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
