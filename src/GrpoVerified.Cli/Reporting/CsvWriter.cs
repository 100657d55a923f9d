using System.Text;

namespace GrpoVerified.Cli.Reporting;

/// <summary>Writes the main list of a report as comma-separated values (RFC 4180, line feeds): a header, then a record a row.</summary>
internal static class CsvWriter
{
    /// <summary>Writes the first list of the report; an absent value is empty, a list is joined by spaces.</summary>
    public static void Write(Report report, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 15, leaveOpen: true);
        foreach (var rows in report.Sections.OfType<Rows>().Take(1))
        {
            text.Write(string.Join(',', rows.Columns) + "\n");
            foreach (var row in rows.Items)
            {
                text.Write(string.Join(',', row.Select(Cell)) + "\n");
            }
        }
    }

    private static string Cell(Value value)
    {
        var text = PlainText.Of(value);
        if (value is Value.NoValue || (value is Value.ListValue && text is "-"))
        {
            return string.Empty;
        }

        return text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
