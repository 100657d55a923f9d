using System.Globalization;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Reports.PhaseMaps;

/// <summary>Exact values along an axis of a sweep: a list, or evenly spaced.</summary>
internal static class AxisRange
{
    /// <summary>Most values along one axis.</summary>
    public const int MostValues = 100_000;

    private const int GeometricDigits = 5;

    /// <summary>
    /// Reads <c>1/10,1/5</c> (a list), <c>0.1:2:20</c> (20 values from 0.1 to 2, exactly even) or <c>0.001:1/2:20:log</c>
    /// (even in the logarithm, each rounded to 5 digits).
    /// </summary>
    /// <returns>Null if the text is understood, else what is wrong with it.</returns>
    public static string? TryRead(string text, out IReadOnlyList<Rational> values)
    {
        values = [];
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        var read = new List<Rational>();
        foreach (var part in parts.Length == 1 ? text.Split(',', StringSplitOptions.TrimEntries) : parts[..2])
        {
            if (!Rational.TryParse(part, out var value, out var error))
            {
                return error;
            }

            read.Add(value);
        }

        if (parts.Length == 1)
        {
            values = read;
            return read.Distinct().Count() == read.Count ? null : "a value stands twice in the list";
        }

        if (parts.Length > 4 || parts.Length < 3 || (parts.Length == 4 && parts[3] is not "log"))
        {
            return "a range is FROM:TO:COUNT or FROM:TO:COUNT:log";
        }

        if (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 2 or > MostValues)
        {
            return $"'{parts[2]}' is not a count from 2 to {MostValues}";
        }

        var (from, to) = (read[0], read[1]);
        return from >= to ? $"the range from {from} to {to} is not increasing"
            : parts.Length == 3 ? Even(from, to, count, out values)
            : Geometric(from, to, count, out values);
    }

    private static string? Even(Rational from, Rational to, int count, out IReadOnlyList<Rational> values)
    {
        values = [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * new Rational(i, count - 1)))];
        return null;
    }

    private static string? Geometric(Rational from, Rational to, int count, out IReadOnlyList<Rational> values)
    {
        values = [];
        if (from <= Rational.Zero)
        {
            return $"a range that is even in the logarithm starts above 0, not at {from}";
        }

        values = [.. Enumerable.Range(0, count).Select(i => i == 0 ? from : i == count - 1 ? to : Between(from, to, new Rational(i, count - 1)))];
        return values.Zip(values.Skip(1)).All(p => p.First < p.Second) ? null : $"{count} values between {from} and {to} cannot be told apart with {GeometricDigits} digits; ask for fewer";
    }

    private static Rational Between(Rational from, Rational to, Rational part)
        => Rational.Parse(Certified.Digits(
            bits => Ball.FromRational(from, bits) * Ball.Exp(Ball.FromRational(part, bits) * Ball.Log(Ball.FromRational(to / from, bits))), GeometricDigits, 4096).Text!);
}
