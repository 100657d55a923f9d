namespace GrpoVerified.Cli.Readers;

/// <summary>Outcomes from CSV with a header: probability, reward, and perhaps outcome and old.</summary>
internal static class CsvPolicyReader
{
    private static readonly string[] Known = ["outcome", "probability", "reward", "old"];

    /// <summary>The records in order.</summary>
    public static IEnumerable<PolicyRecord> Read(Stream stream, string source)
    {
        var records = new RecordReader(stream, source, quoted: true, longest: 1 << 24);
        string[]? header = null;
        while (records.Read())
        {
            var fields = Fields(records);
            if (fields is [""])
            {
                continue;
            }

            if (header is null)
            {
                header = CheckHeader(fields, records);
                continue;
            }

            if (fields.Length != header.Length)
            {
                throw records.Error(FormattableString.Invariant($"the line has {fields.Length} fields, the header {header.Length}"), "write as many fields as the header names");
            }

            string? Field(string name) => Array.IndexOf(header, name) is >= 0 and var at ? fields[at] : null;
            yield return new PolicyRecord(
                FormattableString.Invariant($"{source} line {records.Line}"), Field("outcome"), Field("probability"), Field("reward"), Field("old"));
        }
    }

    private static string[] CheckHeader(string[] names, RecordReader records)
    {
        foreach (var name in names)
        {
            if (!Known.Contains(name, StringComparer.Ordinal))
            {
                var near = NearestName.Of(name, Known);
                throw records.Error(
                    $"unknown column {UsageException.Quote(name)}",
                    near is null ? "the columns are " + string.Join(", ", Known) : $"did you mean '{near}'?");
            }

            if (names.Count(other => string.Equals(other, name, StringComparison.Ordinal)) > 1)
            {
                throw records.Error($"column '{name}' occurs twice", "give every column its own name");
            }
        }

        return names;
    }

    private static string[] Fields(RecordReader records)
    {
        if (!System.Text.Unicode.Utf8.IsValid(records.Record))
        {
            throw records.Error("the line is not valid UTF-8", "write the file as UTF-8");
        }

        var fields = new List<string>();
        for (var field = new CsvFields(records.Record); field.MoveNext();)
        {
            if (field.IsMalformed)
            {
                throw records.Error(FormattableString.Invariant($"field {fields.Count + 1} has a misplaced double quote"), "quote the whole field and double the quotes inside");
            }

            fields.Add(field.Text().Trim());
        }

        return [.. fields];
    }
}
