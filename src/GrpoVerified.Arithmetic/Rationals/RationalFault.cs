using System.Globalization;

namespace GrpoVerified.Arithmetic;

/// <summary>The one-line message for a text that is not a number.</summary>
internal static class RationalFault
{
    private const int Window = 40;

    /// <summary>What is wrong with the text, at which character (counted from 1), and what to do.</summary>
    public static string Describe(string text, int place, string what, string advice)
        => string.Create(CultureInfo.InvariantCulture, $"cannot read \"{Excerpt(text, place)}\" as a number: {what} (at character {place + 1}); {advice}");

    /// <summary>A character that keeps the message on one line.</summary>
    public static string Printable(char c)
        => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029'
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")
            : c.ToString();

    private static string Excerpt(string text, int place)
    {
        var from = text.Length <= 2 * Window ? 0 : Math.Clamp(place - Window, 0, text.Length - (2 * Window));
        var to = Math.Min(text.Length, from + (2 * Window));
        var shown = string.Concat(text[from..to].Select(Printable));
        return (from > 0 ? "…" : string.Empty) + shown + (to < text.Length ? "…" : string.Empty);
    }
}
