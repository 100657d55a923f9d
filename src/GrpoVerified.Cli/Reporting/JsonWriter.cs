using System.Text.Encodings.Web;
using System.Text.Json;

namespace GrpoVerified.Cli.Reporting;

/// <summary>Writes a report as one JSON object, incrementally: no more than one piece is held in memory.</summary>
internal static class JsonWriter
{
    private const int FlushThreshold = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = Encoder, SkipValidation = true };

    /// <summary>Escapes what JSON requires and nothing more; results are not embedded in HTML.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>One object with every section.</summary>
    public static void Write(Report report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteHead(json, report);
        foreach (var section in report.Sections)
        {
            WriteSection(json, section);
        }

        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    /// <summary>One object with parameters and single facts, then one object per row of each list, a line each.</summary>
    public static void WriteLines(Report report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteHead(json, report);
        var inHead = true;
        foreach (var section in report.Sections)
        {
            if (section is not Rows rows)
            {
                if (!inHead)
                {
                    json.WriteStartObject();
                }

                WriteSection(json, section);
                if (!inHead)
                {
                    EndLine(json, output);
                }

                continue;
            }

            if (inHead)
            {
                EndLine(json, output);
                inHead = false;
            }

            foreach (var row in rows.Items)
            {
                WriteRow(json, rows.Columns, row);
                json.Flush();
                json.Reset();
                output.WriteByte((byte)'\n');
            }
        }

        if (inHead)
        {
            EndLine(json, output);
        }
    }

    /// <summary>Writes one value.</summary>
    public static void WriteValue(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case Value.TextValue text:
                json.WriteStringValue(text.Plain);
                break;
            case Value.IntegerValue integer:
                json.WriteNumberValue(integer.Number);
                break;
            case Value.BooleanValue boolean:
                json.WriteBooleanValue(boolean.Truth);
                break;
            case Value.ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    WriteValue(json, item);
                    FlushIfLong(json);
                }

                json.WriteEndArray();
                break;
            case Value.BriefValue brief:
                WriteValue(json, brief.Full);
                break;
            case Value.RecordValue record:
                WriteParts(json, record.Parts);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteHead(Utf8JsonWriter json, Report report)
    {
        json.WriteNumber("schemaVersion", Report.SchemaVersion);
        json.WriteString("command", report.Command);
        json.WritePropertyName("parameters");
        WriteParts(json, report.Parameters);
    }

    private static void WriteSection(Utf8JsonWriter json, Section section)
    {
        json.WritePropertyName(section.Name);
        switch (section)
        {
            case Field field:
                WriteValue(json, field.Value);
                break;
            case Rows rows:
                json.WriteStartArray();
                foreach (var row in rows.Items)
                {
                    WriteRow(json, rows.Columns, row);
                    FlushIfLong(json);
                }

                json.WriteEndArray();
                break;
            case Notes notes:
                json.WriteStartArray();
                foreach (var line in notes.Lines)
                {
                    json.WriteStringValue(line);
                }

                json.WriteEndArray();
                break;
        }
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<string> columns, IReadOnlyList<Value> row)
    {
        json.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
        {
            json.WritePropertyName(columns[i]);
            WriteValue(json, row[i]);
        }

        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, IReadOnlyList<(string Name, Value Value)> parts)
    {
        json.WriteStartObject();
        foreach (var (name, value) in parts)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void EndLine(Utf8JsonWriter json, Stream output)
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        output.WriteByte((byte)'\n');
    }

    private static void FlushIfLong(Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushThreshold)
        {
            json.Flush();
        }
    }
}
