using System.Text;

namespace GrpoVerified.Cli.Reporting;

/// <summary>Writes a report as Markdown: single facts as a list, rows as tables.</summary>
internal static class MarkdownWriter
{
    /// <summary>Writes the report.</summary>
    public static void Write(Report report, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 15, leaveOpen: true);
        text.Write("# " + report.Command + "\n\n");
        foreach (var (name, value) in report.Parameters)
        {
            text.Write("- " + name + ": `" + PlainText.Of(value) + "`\n");
        }

        var inList = report.Parameters.Count > 0;
        foreach (var section in report.Sections)
        {
            if (section is Rows != !inList)
            {
                // A list and what follows it are separated by an empty line.
                text.Write("\n");
            }

            inList = section is not Rows;
            switch (section)
            {
                case Field field:
                    text.Write("- " + field.Title + ": " + Escape(PlainText.Of(field.Value)) + "\n");
                    break;
                case Rows rows:
                    WriteRows(text, rows);
                    break;
                case Notes notes:
                    foreach (var line in notes.Lines)
                    {
                        text.Write("- note: " + Escape(line) + "\n");
                    }

                    break;
            }
        }
    }

    private static void WriteRows(StreamWriter text, Rows rows)
    {
        text.Write("## " + rows.Title + "\n\n");
        text.Write("| " + string.Join(" | ", rows.Columns) + " |\n");
        text.Write("|" + string.Concat(rows.Columns.Select(_ => " --- |")) + "\n");
        foreach (var row in rows.Items)
        {
            text.Write("| " + string.Join(" | ", row.Select(cell => Escape(PlainText.Of(cell)))) + " |\n");
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '|' or '\\' or '*' or '_' or '`' or '<' or '[')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
