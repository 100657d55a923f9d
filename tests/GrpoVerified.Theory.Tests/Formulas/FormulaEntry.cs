using System.Globalization;
using System.Text.Json;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Formulas;

/// <summary>A formula at exact arguments with the digits that formulas.py computed.</summary>
/// <param name="Formula">Type.Member.</param>
/// <param name="Arguments">Exact text, one for each parameter; lists are separated by semicolons.</param>
/// <param name="Values">60 significant digits of each component of the result.</param>
public sealed record FormulaEntry(string Formula, IReadOnlyList<string> Arguments, IReadOnlyList<string> Values)
{
    /// <summary>All entries of the committed file.</summary>
    public static IReadOnlyList<FormulaEntry> All { get; } = Read();

    /// <summary>Names of the formulas that have an entry.</summary>
    public static TheoryData<string> Formulas => [.. All.Select(e => e.Formula).Distinct(StringComparer.Ordinal)];

    /// <summary>The entries of one formula.</summary>
    public static IEnumerable<FormulaEntry> Of(string formula) => All.Where(e => string.Equals(e.Formula, formula, StringComparison.Ordinal));

    /// <summary>Half a unit in the last digit given, and 0 for an exact 0.</summary>
    public static Rational HalfUnit(string value)
    {
        if (Rational.Parse(value).IsZero)
        {
            return Rational.Zero;
        }

        var parts = value.Split('e');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        return Rational.Pow(10, exponent - (point < 0 ? 0 : parts[0].Length - point - 1)) / 2;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Formula}({string.Join(", ", Arguments)})";

    private static List<FormulaEntry> Read()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Formulas", "formulas.json"));
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(e => new FormulaEntry(
            e.GetProperty("formula").GetString()!,
            [.. e.GetProperty("arguments").EnumerateArray().Select(a => a.GetString()!)],
            [.. e.GetProperty("values").EnumerateArray().Select(a => a.GetString()!)]))];
    }
}
