namespace GrpoVerified.Cli.Readers;

/// <summary>Rollouts from CSV with a header line that names the columns.</summary>
internal sealed class CsvRolloutReader : RolloutReader
{
    private int _columns = -1;
    private int _groupColumn;
    private int _rewardColumn;

    /// <summary>A reader over CSV records.</summary>
    public CsvRolloutReader(RecordReader records, string groupField, string rewardField)
        : base(records, groupField, rewardField)
    {
    }

    /// <inheritdoc/>
    protected override bool Parse(ReadOnlySpan<byte> record)
    {
        if (_columns < 0)
        {
            ParseHeader(record);
            return false;
        }

        var fields = new CsvFields(record);
        var column = 0;
        for (; fields.MoveNext(); column++)
        {
            if (fields.IsMalformed)
            {
                throw Records.Error(
                    FormattableString.Invariant($"field {column + 1} has a misplaced double quote"), "quote the whole field and double the quotes inside");
            }

            if (column == _groupColumn)
            {
                SetGroupLength(fields.CopyTo(GroupBuffer(fields.Raw.Length)));
            }
            else if (column == _rewardColumn)
            {
                if (!ExactDecimalParser.TryParse(fields.Raw.Trim(" \t"u8), out var reward, out var fault))
                {
                    throw RewardError(fault!);
                }

                Reward = reward;
            }
        }

        return column == _columns
            ? true
            : throw Records.Error(
                FormattableString.Invariant($"the line has {column} fields, the header {_columns}"),
                "write as many fields as the header names, and quote fields that hold commas");
    }

    private void ParseHeader(ReadOnlySpan<byte> record)
    {
        var names = new List<string>();
        for (var fields = new CsvFields(record); fields.MoveNext();)
        {
            names.Add(fields.Text().Trim());
        }

        _groupColumn = Column(names, GroupField, "--group-field");
        _rewardColumn = Column(names, RewardField, "--reward-field");
        _columns = names.Count;
    }

    private int Column(List<string> names, string field, string option)
    {
        var at = names.IndexOf(field);
        if (at < 0)
        {
            throw MissingField(field, option, names);
        }

        return names.IndexOf(field, at + 1) < 0
            ? at
            : throw Records.Error($"field '{field}' occurs twice in the header", "give every column its own name");
    }
}
