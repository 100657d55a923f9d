using System.Text.Json;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Tests.Formulas;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>Rows of the files that dynamics.py writes: parameters with digits.</summary>
internal static class ReferenceRows
{
    /// <summary>The rows of a file.</summary>
    public static IReadOnlyList<JsonElement> Read(string file)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Dynamics", file));
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }

    /// <summary>The parameters of a row.</summary>
    public static GrpoParameters Parameters(JsonElement row) => new()
    {
        Reference = Number(row, "reference"),
        Beta = Number(row, "beta"),
        Epsilon = Number(row, "epsilon"),
        Regulariser = Enumeration(row, "regulariser", Regulariser.Reference),
        Alpha = row.TryGetProperty("alpha", out var alpha) ? Rational.Parse(alpha.GetString()!) : Rational.One,
        Normalisation = Enumeration(row, "normalisation", Normalisation.Whitened),
        Placement = Enumeration(row, "placement", EpsilonPlacement.Inside),
        Deviation = Enumeration(row, "deviation", GroupDeviation.Population),
        GroupSize = row.TryGetProperty("groupSize", out var g) ? g.GetInt32() : null,
        Clip = row.TryGetProperty("clip", out var clip) ? new ClipRange(Rational.Parse(clip[0].GetString()!), Rational.Parse(clip[1].GetString()!)) : null,
    };

    /// <summary>Asserts that a ball lies among the numbers that round to the digits.</summary>
    public static void AssertRoundsTo(string digits, Ball ball, string what)
    {
        var (value, half) = (Rational.Parse(digits), FormulaEntry.HalfUnit(digits));
        var precision = (4 * digits.Length) + 256;
        var inside = Ball.LessOrEqual(Ball.FromRational(value - half, precision), ball) & Ball.LessOrEqual(ball, Ball.FromRational(value + half, precision));
        Assert.True(inside.IsCertain, $"{what}: {digits} against {ball}");
    }

    private static Rational Number(JsonElement row, string name) => Rational.Parse(row.GetProperty(name).GetString()!);

    private static TEnum Enumeration<TEnum>(JsonElement row, string name, TEnum otherwise)
        where TEnum : struct
        => row.TryGetProperty(name, out var value) ? Enum.Parse<TEnum>(value.GetString()!) : otherwise;
}
