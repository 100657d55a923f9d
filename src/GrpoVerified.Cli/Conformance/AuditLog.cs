using System.Globalization;
using System.Text;
using System.Text.Json;
using GrpoVerified.Cli.Readers;

namespace GrpoVerified.Cli.Conformance;

/// <summary>One group of a rollout log.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Lines">Line of each rollout.</param>
/// <param name="Rewards">Rewards as logged.</param>
/// <param name="Advantages">Advantages as logged.</param>
/// <param name="HalfUnits">Half a unit of the last decimal of each advantage.</param>
internal sealed record AuditGroup(string Id, IReadOnlyList<long> Lines, IReadOnlyList<double> Rewards, IReadOnlyList<double> Advantages, IReadOnlyList<double> HalfUnits);

/// <summary>A rollout log as JSON Lines, streamed group by group; a group's rollouts stand together.</summary>
internal sealed class AuditLog(Stream stream, string source, string groupField, string rewardField, string advantageField)
{
    private const int LongestRecord = 1 << 26;

    /// <summary>The groups in the order of the log.</summary>
    public IEnumerable<AuditGroup> Groups()
    {
        var records = new RecordReader(stream, source, quoted: false, LongestRecord);
        var seen = new FingerprintSet();
        string? current = null;
        List<long> lines = [];
        List<double> rewards = [], advantages = [], halves = [];
        while (records.Read())
        {
            if (records.Record.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
            {
                continue;
            }

            var (group, reward, advantage, half) = Parse(records);
            if (!string.Equals(group, current, StringComparison.Ordinal))
            {
                if (current is not null)
                {
                    yield return new(current, lines, rewards, advantages, halves);
                    (lines, rewards, advantages, halves) = ([], [], [], []);
                }

                if (!seen.Add(Encoding.UTF8.GetBytes(group)))
                {
                    throw records.Error($"group {UsageException.Quote(group)} appears again after other groups", "sort the log by group, or give rollouts of different steps different group ids");
                }

                current = group;
            }

            lines.Add(records.Line);
            rewards.Add(reward);
            advantages.Add(advantage);
            halves.Add(half);
        }

        if (current is null)
        {
            throw new UsageException("the log holds no rollout", source, $"write one object a line with {groupField}, {rewardField} and {advantageField}");
        }

        yield return new(current, lines, rewards, advantages, halves);
    }

    private (string Group, double Reward, double Advantage, double Half) Parse(RecordReader records)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(records.Record));
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw records.Error("the line is no JSON", "write one object a line; NaN and infinities as the texts \"NaN\", \"Infinity\", \"-Infinity\"");
        }

        var group = Field(records, root, groupField, "--group-field");
        var (reward, _) = Number(records, root, rewardField, "--reward-field");
        var (advantage, half) = Number(records, root, advantageField, "--advantage-field");
        return (group.ValueKind == JsonValueKind.String ? group.GetString()! : group.GetRawText(), reward, advantage, half);
    }

    private static JsonElement Field(RecordReader records, JsonElement root, string name, string option)
        => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value)
            ? value
            : throw records.Error($"no field '{name}'", $"name the field with {option}");

    private static (double Value, double Half) Number(RecordReader records, JsonElement root, string name, string option)
    {
        var element = Field(records, root, name, option);
        var text = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String => element.GetString()!,
            _ => throw records.Error($"field '{name}' is {UsageException.Quote(element.GetRawText())}, no number", $"name another field with {option}"),
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (value, HalfUnit(text))
            : throw records.Error($"field '{name}' is {UsageException.Quote(text)}, no number", $"name another field with {option}");
    }

    // 0.3535 may be anything from 0.35345 to 0.35355.
    private static double HalfUnit(string text)
    {
        var mantissa = text.AsSpan();
        var exponent = 0;
        var e = text.AsSpan().IndexOfAny('e', 'E');
        if (e >= 0)
        {
            mantissa = mantissa[..e];
            _ = int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
        }

        var point = mantissa.IndexOf('.');
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;

        // A whole number is taken as exact: 0 and 1 are written so.
        return decimals == 0 ? 0 : double.Parse(FormattableString.Invariant($"5e{exponent - decimals - 1}"), CultureInfo.InvariantCulture);
    }
}
