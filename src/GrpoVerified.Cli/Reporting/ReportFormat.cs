namespace GrpoVerified.Cli.Reporting;

/// <summary>The ways to write a report.</summary>
internal enum ReportFormat
{
    /// <summary>Aligned columns for people.</summary>
    Table,

    /// <summary>One JSON object.</summary>
    Json,

    /// <summary>One JSON object per row of the main list, one per line (<c>advantages</c> only).</summary>
    JsonLines,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>The main list as comma-separated values (<c>phase-map</c> only).</summary>
    Csv,
}

/// <summary>Writes reports.</summary>
internal static class ReportWriter
{
    /// <summary>Writes the report in the format; the stream stays open.</summary>
    public static void Write(Report report, ReportFormat format, Stream output)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonWriter.Write(report, output);
                break;
            case ReportFormat.JsonLines:
                JsonWriter.WriteLines(report, output);
                break;
            case ReportFormat.Csv:
                CsvWriter.Write(report, output);
                break;
            case ReportFormat.Markdown:
                MarkdownWriter.Write(report, output);
                break;
            default:
                TableWriter.Write(report, output);
                break;
        }

        output.Flush();
    }
}
