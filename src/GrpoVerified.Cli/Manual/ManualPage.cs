using System.Globalization;
using System.Text;

namespace GrpoVerified.Cli.Manual;

/// <summary>The manual page, for man(1).</summary>
internal static class ManualPage
{
    private static readonly (int Code, string Meaning)[] ExitCodes =
    [
        (ExitCode.Holds, "the command did its job; nothing is contradicted"),
        (ExitCode.Refuted, "something is refuted or fails"),
        (ExitCode.Usage, "wrong usage or unreadable input"),
        (ExitCode.Inconclusive, "undecided, a budget spent, or digits that could not be certified"),
        (ExitCode.Internal, "an internal error"),
        (ExitCode.Interrupted, "interrupted from the keyboard"),
        (ExitCode.BrokenPipe, "the reader of standard output went away"),
    ];

    /// <summary>The page.</summary>
    /// <param name="verbs">All verbs.</param>
    /// <param name="purpose">What the program is for, one sentence.</param>
    public static string Write(IReadOnlyList<Verb> verbs, string purpose)
    {
        // No version and no day: the page changes with the verbs only.
        var text = new StringBuilder(".\\\" Written by: grpo-verified manual\n.TH GRPO-VERIFIED 1 2026-11-30 grpo-verified\n");
        text.Append($".SH NAME\ngrpo-verified \\- {Text(purpose.TrimEnd('.'))}\n");
        text.Append(".SH SYNOPSIS\n.B grpo-verified\n.I verb\n.RI [ options ]\n");
        text.Append(".SH DESCRIPTION\n").Append(Line(
            "Numbers are exact: 0.1 is one tenth, and 1/3, 1e-6, 0x1.8p-3 are understood. What is printed is certain to the last digit, or left out. Results are on standard output, errors and progress on standard error."));
        text.Append(".SH VERBS\n");
        foreach (var verb in verbs)
        {
            text.Append($".SS {Text(string.Join(' ', verb.Arguments.Select(a => $"<{a.Name}>").Prepend(verb.Name)))}\n").Append(Line(verb.Description));
            foreach (var word in verb.Arguments.Concat(verb.Options))
            {
                var head = word.Name.StartsWith("--", StringComparison.Ordinal) ? $"\\fB{Text(word.Name)}\\fR" : $"\\fI{Text(word.Name)}\\fR";
                var value = word.Kind == ValueKind.None || !word.Name.StartsWith("--", StringComparison.Ordinal) ? string.Empty : $" \\fI{Text(word.Value)}\\fR";
                text.Append($".TP\n{head}{value}\n").Append(Line(word.Description));
            }

            text.Append(verb.Example.Count == 0 ? string.Empty : $".PP\nExample:\n.PP\n.in +4n\n.nf\n{string.Concat(verb.Example.Select(Line))}.fi\n.in\n");
        }

        text.Append(".SH EXIT STATUS\n");
        foreach (var (code, meaning) in ExitCodes)
        {
            text.Append(CultureInfo.InvariantCulture, $".TP\n.B {code}\n").Append(Line(meaning));
        }

        text.Append(".SH ENVIRONMENT\n.TP\n.B ").Append(Text(Application.TraceVariable)).Append('\n').Append(Line("Set to any value, an internal error is printed with its stack trace."));
        return text.ToString();
    }

    private static string Line(string text) => (text.StartsWith('.') || text.StartsWith('\'') ? "\\&" : string.Empty) + Text(text) + "\n";

    // A hyphen stays what is typed, an apostrophe and a circumflex too; a line never begins with a control character.
    private static string Text(string text)
        => text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal).Replace("'", "\\(aq", StringComparison.Ordinal)
            .Replace("^", "\\(ha", StringComparison.Ordinal).Replace("~", "\\(ti", StringComparison.Ordinal).Replace("`", "\\(ga", StringComparison.Ordinal);
}
