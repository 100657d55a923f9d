namespace GrpoVerified.Conjectures.Syntax;

/// <summary>Limits of the texts, and characters as they are named in messages.</summary>
internal static class ConjectureText
{
    /// <summary>Longest text that is read.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Longest name of a variable in the certificate format.</summary>
    public const int LongestName = 64;

    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 400;

    /// <summary>Refuses a text that is too long or has parentheses beyond all reason, before any parser sees it.</summary>
    public static void RequireReasonable(string text, string part)
    {
        if (text.Length > MaxLength)
        {
            throw new ConjectureException(
                FormattableString.Invariant($"the text has {text.Length} characters, more than the limit of {MaxLength}"), part, -1, "state a shorter claim");
        }

        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '[' or '{' ? 1 : text[i] is ')' or ']' or '}' ? -1 : 0;
            if (depth > MaxDepth)
            {
                throw TooDeep(part, i);
            }
        }
    }

    /// <summary>The fault of a nesting that is too deep.</summary>
    public static ConjectureException TooDeep(string part, int position)
        => new(FormattableString.Invariant($"the expression is nested deeper than {MaxDepth} levels"), part, position, "state it in a flatter way");

    /// <summary>A character for a message.</summary>
    public static string Name(char c) => c switch
    {
        '\0' => "the end of the text",
        ' ' => "a space",
        _ when char.IsControl(c) || char.IsSurrogate(c) => FormattableString.Invariant($"the character U+{(int)c:X4}"),
        _ => $"'{c}'",
    };

    /// <summary>A piece of the text for a message: short.</summary>
    public static string Quote(string text) => "'" + (text.Length <= 40 ? text : text[..30] + "…" + text[^8..]) + "'";
}
