namespace GrpoVerified.Cli;

/// <summary>
/// Input that cannot be used: becomes the one line <c>error: fact; where; what to do</c> and exit code 2.
/// </summary>
internal sealed class UsageException : Exception
{
    /// <summary>An error with its three parts; empty parts are left out of the line.</summary>
    /// <param name="fact">What is wrong.</param>
    /// <param name="where">The place: option, file, line, column.</param>
    /// <param name="action">What to do about it.</param>
    public UsageException(string fact, string where, string action)
        : base(Join(fact, where, action))
    {
        Fact = fact;
        Where = where;
        Action = action;
    }

    /// <summary>What is wrong.</summary>
    public string Fact { get; }

    /// <summary>The place.</summary>
    public string Where { get; }

    /// <summary>What to do about it.</summary>
    public string Action { get; }

    private static string Join(params string[] parts)
        => OneLine(string.Join("; ", parts.Where(part => part.Length > 0)));

    /// <summary>The text with control characters made visible, so that a message is one line whatever the input held.</summary>
    public static string OneLine(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
            {
                clean.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>A piece of input as it is quoted in a message: short, on one line.</summary>
    public static string Quote(string text)
        => "'" + OneLine(text.Length <= 60 ? text : text[..40] + "…" + text[^10..]) + "'";
}
