using System.Text.Json.Nodes;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Reports.Vectors;

/// <summary>One golden value: what is asked, exactly, and the answer at any precision.</summary>
/// <param name="Quantity">What is computed.</param>
/// <param name="Case">Number of the case within its quantity, from 1.</param>
/// <param name="Inputs">Exact inputs: texts of rationals, words, and lists of them.</param>
/// <param name="Output">Which of the case's outputs this is.</param>
/// <param name="Enclose">Encloses the value at a working precision in bits.</param>
internal sealed record Vector(string Quantity, int Case, JsonObject Inputs, string Output, Func<int, Ball> Enclose)
{
    /// <summary>A name that stays the same from run to run.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Quantity}/{Case}/{Output}");
}

/// <summary>A case whose outputs come from one evaluation.</summary>
internal static class VectorCase
{
    /// <summary>One vector an output; the evaluation is kept for the precisions that were asked for.</summary>
    public static IEnumerable<Vector> Of(string quantity, int number, JsonObject inputs, IReadOnlyList<string> outputs, Func<int, IReadOnlyList<Ball>> evaluate)
    {
        var known = new Dictionary<int, IReadOnlyList<Ball>>();
        IReadOnlyList<Ball> At(int bits) => known.TryGetValue(bits, out var values) ? values : known[bits] = evaluate(bits);
        return outputs.Select((output, i) => new Vector(quantity, number, inputs, output, bits => At(bits)[i]));
    }

    /// <summary>A list of exact numbers as JSON.</summary>
    public static JsonArray List(IEnumerable<Rational> values) => new([.. values.Select(v => (JsonNode?)v.ToString())]);

    /// <summary>Rows of exact numbers as JSON.</summary>
    public static JsonArray Rows(IEnumerable<IEnumerable<Rational>> rows) => new([.. rows.Select(r => (JsonNode?)List(r))]);
}
