using System.Text;
using System.Text.Unicode;

namespace GrpoVerified.Cli.Readers;

/// <summary>A stream of rollouts: each has the id of its group and an exact reward.</summary>
internal abstract class RolloutReader
{
    /// <summary>Longest record read, in bytes; a rollout may carry its prompt and completion.</summary>
    protected const int LongestRecord = 1 << 26;

    private byte[] _group = new byte[256];
    private int _groupLength;

    /// <summary>A reader over records.</summary>
    protected RolloutReader(RecordReader records, string groupField, string rewardField)
    {
        Records = records;
        GroupField = groupField;
        RewardField = rewardField;
    }

    /// <summary>Id of the current rollout's group, UTF-8, valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Group => _group.AsSpan(0, _groupLength);

    /// <summary>Reward of the current rollout.</summary>
    public ExactDecimal Reward { get; protected set; }

    /// <summary>Line of the current rollout, counted from 1.</summary>
    public long Line => Records.Line;

    /// <summary>The records.</summary>
    protected RecordReader Records { get; }

    /// <summary>Name of the field with the group's id.</summary>
    protected string GroupField { get; }

    /// <summary>Name of the field with the reward.</summary>
    protected string RewardField { get; }

    /// <summary>A reader for the file's format: CSV by its name, JSON Lines otherwise.</summary>
    public static RolloutReader Open(Stream stream, string source, bool csv, string groupField, string rewardField)
    {
        var records = new RecordReader(stream, source, quoted: csv, LongestRecord);
        return csv
            ? new CsvRolloutReader(records, groupField, rewardField)
            : new JsonRolloutReader(records, groupField, rewardField);
    }

    /// <summary>Moves to the next rollout; empty lines are passed over; false at the end of the input.</summary>
    public bool Read()
    {
        while (Records.Read())
        {
            var record = Records.Record;
            if (record.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
            {
                continue;
            }

            if (!Utf8.IsValid(record))
            {
                throw Records.Error(
                    FormattableString.Invariant($"the line is not valid UTF-8 (byte {ValidPrefix(record) + 1})"),
                    "write the file as UTF-8");
            }

            if (Parse(record))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An input error on the current record.</summary>
    public UsageException Error(string fact, string action) => Records.Error(fact, action);

    /// <summary>Reads group and reward from a record; false if the record is no rollout (a header).</summary>
    protected abstract bool Parse(ReadOnlySpan<byte> record);

    /// <summary>Room for the id of the group.</summary>
    protected Span<byte> GroupBuffer(int length)
    {
        if (_group.Length < length)
        {
            _group = new byte[Math.Max(length, 2 * _group.Length)];
        }

        _groupLength = length;
        return _group.AsSpan(0, length);
    }

    /// <summary>Shortens the id after it was written.</summary>
    protected void SetGroupLength(int length) => _groupLength = length;

    /// <summary>An error about the reward.</summary>
    protected UsageException RewardError(string fault)
        => Records.Error($"reward field '{RewardField}' {fault}", "every rollout needs a finite decimal reward");

    /// <summary>The error about a field that is absent, with the fields that are there.</summary>
    protected UsageException MissingField(string field, string option, IReadOnlyList<string> present)
    {
        var names = present.Count == 0
            ? "the record has no fields"
            : "fields here: " + string.Join(", ", present.Take(8).Select(UsageException.Quote)) + (present.Count > 8 ? ", …" : string.Empty);
        return Records.Error($"no field '{field}' ({names})", $"name the field with {option}");
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
