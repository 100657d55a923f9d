using System.Globalization;

namespace GrpoVerified.Cli.Reporting;

/// <summary>A value as one line of text, for tables and Markdown.</summary>
internal static class PlainText
{
    /// <summary>The text of a value; lists are joined by spaces, records as <c>name=value</c>.</summary>
    public static string Of(Value value) => value switch
    {
        Value.TextValue text => UsageException.OneLine(text.Plain),
        Value.IntegerValue integer => integer.Number.ToString(CultureInfo.InvariantCulture),
        Value.BooleanValue boolean => boolean.Truth ? "yes" : "no",
        Value.ListValue list => OrDash(string.Join(' ', list.Items.Select(Of))),
        Value.RecordValue record => OrDash(string.Join(' ', record.Parts.Select(part => part.Name + "=" + Of(part.Value)))),
        Value.BriefValue brief => Of(brief.Full),
        _ => "-",
    };

    /// <summary>The text of a value in a table.</summary>
    public static string OfCell(Value value) => value is Value.BriefValue brief ? UsageException.OneLine(brief.Short) : Of(value);

    private static string OrDash(string text) => text.Length == 0 ? "-" : text;
}
