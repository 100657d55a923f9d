using System.Text;

namespace GrpoVerified.Cli.Reporting;

/// <summary>
/// Writes a report as aligned plain text. Nothing is wrapped or cut: a digit that is printed is whole.
/// Long lists are aligned in blocks, so that they need not fit in memory.
/// </summary>
internal static class TableWriter
{
    private const int BlockRows = 500;
    private const int WidestAligned = 60;

    /// <summary>Writes the report.</summary>
    public static void Write(Report report, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 15, leaveOpen: true);
        var head = string.Join(", ", report.Parameters.Select(part => part.Name + " = " + PlainText.OfCell(part.Value)));
        text.Write(report.Command + (head.Length > 0 ? ": " + head : string.Empty) + "\n\n");
        foreach (var section in report.Sections)
        {
            switch (section)
            {
                case Field field:
                    text.Write(field.Title + ": " + PlainText.OfCell(field.Value) + "\n");
                    break;
                case Rows rows:
                    text.Write(rows.Title + "\n");
                    foreach (var block in rows.Items.Select(row => row.Select(PlainText.OfCell).ToArray()).Chunk(BlockRows))
                    {
                        WriteBlock(text, rows.Columns, block);
                    }

                    break;
                case Notes notes:
                    foreach (var line in notes.Lines)
                    {
                        text.Write("note: " + line + "\n");
                    }

                    break;
            }
        }
    }

    private static void WriteBlock(StreamWriter text, IReadOnlyList<string> columns, string[][] block)
    {
        var widths = columns
            .Select((name, i) => block.Select(row => row[i].Length).Append(name.Length).Where(width => width <= WidestAligned).DefaultIfEmpty().Max())
            .ToArray();
        foreach (var row in block.Prepend([.. columns]))
        {
            var line = new StringBuilder();
            for (var i = 0; i < row.Length; i++)
            {
                line.Append("  ").Append(i < row.Length - 1 ? row[i].PadRight(widths[i]) : row[i]);
            }

            text.Write(line.Append('\n'));
        }
    }
}
