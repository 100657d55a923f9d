using System.Text.Json;

namespace GrpoVerified.Cli.Readers;

/// <summary>Rollouts from JSON Lines: one object per line with a group id (text or integer) and a reward (number).</summary>
internal sealed class JsonRolloutReader : RolloutReader
{
    private readonly byte[] _groupName;
    private readonly byte[] _rewardName;

    /// <summary>A reader over lines.</summary>
    public JsonRolloutReader(RecordReader records, string groupField, string rewardField)
        : base(records, groupField, rewardField)
    {
        _groupName = System.Text.Encoding.UTF8.GetBytes(groupField);
        _rewardName = System.Text.Encoding.UTF8.GetBytes(rewardField);
    }

    /// <inheritdoc/>
    protected override bool Parse(ReadOnlySpan<byte> record)
    {
        var json = new Utf8JsonReader(record, isFinalBlock: true, default);
        try
        {
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                throw Records.Error($"the line is {Kind(json.TokenType)}, not a JSON object", $"write one object per line, such as {Example()}");
            }

            ParseFields(ref json);
            json.Read();
        }
        catch (JsonException e)
        {
            throw Malformed(record, e);
        }
        catch (InvalidOperationException)
        {
            throw Records.Error($"group field '{GroupField}' holds a broken \\u escape", "write valid Unicode");
        }

        return true;
    }

    private void ParseFields(ref Utf8JsonReader json)
    {
        bool group = false, reward = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals(_rewardName))
            {
                Once(ref reward, RewardField);
                json.Read();
                ReadReward(ref json);
            }
            else if (json.ValueTextEquals(_groupName))
            {
                Once(ref group, GroupField);
                json.Read();
                ReadGroup(ref json);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        if (!group || !reward)
        {
            throw MissingField(
                group ? RewardField : GroupField, group ? "--reward-field" : "--group-field", FieldNames(Records.Record));
        }
    }

    private void Once(ref bool seen, string field)
    {
        if (seen)
        {
            throw Records.Error($"field '{field}' occurs twice in the object", "write each field once");
        }

        seen = true;
    }

    private void ReadReward(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            var fault = json.TokenType switch
            {
                JsonTokenType.True or JsonTokenType.False => "is true or false, not a number",
                JsonTokenType.String when json.ValueTextEquals("NaN"u8) => "is NaN",
                _ => $"is {Kind(json.TokenType)}, not a number",
            };
            throw RewardError(fault);
        }

        if (!ExactDecimalParser.TryParse(json.ValueSpan, out var reward, out var what))
        {
            throw RewardError(what!);
        }

        Reward = reward;
    }

    private void ReadGroup(ref Utf8JsonReader json)
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            throw Records.Error($"group field '{GroupField}' is {Kind(json.TokenType)}, not a text or a number", "give every rollout the id of its group");
        }

        var id = GroupBuffer(json.ValueSpan.Length);
        if (json.TokenType == JsonTokenType.String && json.ValueIsEscaped)
        {
            SetGroupLength(json.CopyString(id));
        }
        else
        {
            json.ValueSpan.CopyTo(id);
        }
    }

    private UsageException Malformed(ReadOnlySpan<byte> record, JsonException e)
    {
        var column = (int)Math.Min(e.BytePositionInLine ?? 0, record.Length);
        var near = record[Math.Max(0, column - 1)..];
        if (near.IndexOf("NaN"u8) is 0 or 1 || near.IndexOf("Infinity"u8) is 0 or 1)
        {
            return RewardOrOther(near);
        }

        var message = e.Message;
        var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        message = (tail < 0 ? message : message[..tail]).TrimEnd('.');
        var fact = FormattableString.Invariant($"the line is not one JSON object: {message} (byte {column + 1})");
        return Records.EndsWithoutNewline
            ? Records.Error(fact + "; it is the last line and has no line break", "the file may be truncated: write it again")
            : Records.Error(fact, $"write one object per line, such as {Example()}");
    }

    private UsageException RewardOrOther(ReadOnlySpan<byte> near)
        => Records.Error(
            near.IndexOf("NaN"u8) is 0 or 1 ? "the line holds NaN, which is not JSON" : "the line holds Infinity, which is not JSON",
            "every rollout needs a finite decimal reward");

    private string Example() => $"{{\"{GroupField}\":\"q1\",\"{RewardField}\":1}}";

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => "something else",
    };

    private static List<string> FieldNames(ReadOnlySpan<byte> record)
    {
        var names = new List<string>();
        var json = new Utf8JsonReader(record, isFinalBlock: true, default);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(System.Text.Encoding.UTF8.GetString(json.ValueSpan));
            json.Read();
            json.Skip();
        }

        return names;
    }
}
