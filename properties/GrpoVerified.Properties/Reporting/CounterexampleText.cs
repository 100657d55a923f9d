using System.Globalization;
using System.Text;

namespace GrpoVerified.Properties.Reporting;

/// <summary>A counterexample as plain text: the fact, the place, what to do.</summary>
public static class CounterexampleText
{
    private const int MaxNumbers = 12;

    /// <summary>The whole report, several lines.</summary>
    public static string Write(Counterexample counterexample)
    {
        ArgumentNullException.ThrowIfNull(counterexample);
        var c = counterexample;
        var text = new StringBuilder();
        Line(text, string.Empty, $"{c.Strength} {c.RuleId}: {c.Message}");
        Line(text, "profile", c.Profile);
        Line(text, "input", c.Input);
        foreach (var number in c.Numbers.Take(MaxNumbers))
        {
            Line(text, string.Empty, string.Equals(number.Fraction, number.Text, StringComparison.Ordinal) ? $"  {number.Name} = {number.Text}" : $"  {number.Name} = {number.Fraction} = {number.Text}");
        }

        if (c.Numbers.Count > MaxNumbers)
        {
            Line(text, string.Empty, string.Create(CultureInfo.InvariantCulture, $"  and {c.Numbers.Count - MaxNumbers} more numbers"));
        }

        Line(text, "place", c.Place);
        Line(text, "expected", c.AllowedLower is { } lower && c.AllowedUpper is { } upper
            ? $"{c.Expected}, with rounding within [{Number(lower)}, {Number(upper)}]"
            : c.Expected);
        if (c.Observed is { } observed)
        {
            Line(text, "observed", c.Ulps is { } ulps ? $"{Number(observed)}, {Ulps(ulps)} ulps away" : Number(observed));
        }

        if (!string.Equals(c.OriginalInput, c.Input, StringComparison.Ordinal))
        {
            Line(text, "first seen", c.OriginalInput);
        }

        Line(text, "replay", c.Replay);
        return text.ToString().TrimEnd('\n');
    }

    private static string Number(double x) => x.ToString("R", CultureInfo.InvariantCulture);

    private static string Ulps(double x) => x.ToString(x < 1e6 ? "0.##" : "0.##e+0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string label, string value)
        => text.Append(label.Length == 0 ? string.Empty : label + ": ").Append(value).Append('\n');
}
