using System.Globalization;
using System.Text;

namespace GrpoVerified.Properties.Reporting;

/// <summary>A counterexample as plain text: the fact, the place, what to do.</summary>
public static class CounterexampleText
{
    private const int MaxNumbers = 12;
    private const int LongLine = 200;
    private const double FewUlps = 1000;

    /// <summary>The whole report, several lines.</summary>
    public static string Write(Counterexample counterexample)
    {
        ArgumentNullException.ThrowIfNull(counterexample);
        var c = counterexample;
        var text = new StringBuilder();
        Line(text, string.Empty, $"{c.Strength} {c.RuleId}: {c.Message}");
        Line(text, "profile", c.Profile);
        Line(text, "input", c.Input);

        // A number that is its own fraction stands in the input line already.
        var rounded = c.Numbers.Where(n => !string.Equals(n.Fraction, n.Text, StringComparison.Ordinal)).ToList();
        foreach (var number in rounded.Take(MaxNumbers))
        {
            Line(text, string.Empty, $"  {number.Name} = {number.Fraction} = {number.Text}");
        }

        if (rounded.Count > MaxNumbers)
        {
            Line(text, string.Empty, string.Create(CultureInfo.InvariantCulture, $"  and {rounded.Count - MaxNumbers} more numbers"));
        }

        Line(text, "place", c.Place);
        Line(text, "expected", c.AllowedLower is { } lower && c.AllowedUpper is { } upper
            ? $"{c.Expected}, with rounding within [{Number(lower)}, {Number(upper)}]"
            : c.Expected);
        if (c.Observed is { } observed)
        {
            Line(text, "observed", c.Ulps is { } ulps ? $"{Number(observed)}, {Distance(c.Expected, observed, ulps)}" : Number(observed));
        }

        if (!string.Equals(c.OriginalInput, c.Input, StringComparison.Ordinal))
        {
            Line(text, "first seen", Shortened(c.OriginalInput));
        }

        Line(text, "replay", c.Replay);
        return text.ToString().TrimEnd('\n');
    }

    private static string Number(double x) => x.ToString("R", CultureInfo.InvariantCulture);

    // Units in the last place where few; otherwise what a person would say.
    private static string Distance(string expected, double observed, double ulps)
    {
        if (ulps <= FewUlps || !double.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{ulps:0.##} ulps away");
        }

        if (exact == 0)
        {
            return "not 0";
        }

        var ratio = observed / exact;
        var relative = Math.Abs(ratio - 1);
        return relative < 1e-3 ? string.Create(CultureInfo.InvariantCulture, $"relative error {relative:0.#e+0}")
            : relative < 1 ? string.Create(CultureInfo.InvariantCulture, $"{100 * relative:0.##} % {(ratio > 1 ? "too large in size" : "too small in size")}")
            : ratio < 0 && Math.Abs(ratio + 1) < 1e-3 ? "the expected with the other sign"
            : string.Create(CultureInfo.InvariantCulture, $"{ratio:0.###} times the expected");
    }

    // The whole line is in the JSON report.
    private static string Shortened(string line)
        => line.Length <= LongLine ? line
            : string.Create(CultureInfo.InvariantCulture, $"{line.AsSpan(0, (LongLine / 4) * 3)} … {line.AsSpan(line.Length - (LongLine / 4))} ({line.Length} characters; whole in --format json)");

    private static void Line(StringBuilder text, string label, string value)
        => text.Append(label.Length == 0 ? string.Empty : label + ": ").Append(value).Append('\n');
}
