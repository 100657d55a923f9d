using System.Globalization;
using System.Text;
using System.Text.Json;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Process;

/// <summary>Requests as lines of the protocol (docs/conformance-protocol.md).</summary>
public static class RequestJson
{
    /// <summary>Version of the protocol; a child that knows another one says so in its description.</summary>
    public const int ProtocolVersion = 1;

    /// <summary>The first request of a session.</summary>
    public static string Describe(string id)
        => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{Text(id)},\"operation\":\"describe\",\"protocol\":{ProtocolVersion}}}");

    /// <summary>One request on one line, without a line break.</summary>
    public static string Write(TrainerRequest request, string id) => $"{{\"id\":{Text(id)},{Body(request)}}}";

    /// <summary>The line without its id: what tells two requests apart.</summary>
    internal static string Body(TrainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var line = new StringBuilder(256);
        line.Append(CultureInfo.InvariantCulture, $"\"operation\":\"{Word(request.Operation)}\",\"dtype\":\"{NumberFormat.Of(request.DType).Name}\"");
        switch (request)
        {
            case AdvantageRequest r:
                Numbers(line, "rewards", r.Rewards);
                Integers(line, "groups", r.Groups);
                if (r.Mask is { } mask)
                {
                    Key(line, "mask");
                    Booleans(line, mask);
                }

                break;
            case KlRequest r:
                Numbers(line, "logp", r.LogProbs);
                Numbers(line, "ref_logp", r.ReferenceLogProbs);
                break;
            case RatioRequest r:
                Rows(line, "logp", r.LogProbs);
                Rows(line, "old_logp", r.OldLogProbs);
                Mask(line, r.Mask);
                break;
            case LossRequest r:
                Rows(line, "logp", r.LogProbs);
                Rows(line, "old_logp", r.OldLogProbs);
                Rows(line, "ref_logp", r.ReferenceLogProbs);
                Mask(line, r.Mask);
                Numbers(line, "advantages", r.Advantages);
                Batch(line, r.Groups, r.MaxLength, r.Totals);
                break;
            case AggregationRequest r:
                Rows(line, "values", r.Values);
                Mask(line, r.Mask);
                Batch(line, r.Groups, r.MaxLength, r.Totals);
                break;
            default:
                throw new ArgumentException($"{request.GetType().Name} has no form in the protocol", nameof(request));
        }

        if (request.Options.Count > 0)
        {
            Key(line, "options");
            line.Append('{').AppendJoin(',', request.Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{Text(o.Key)}:{Text(o.Value)}")).Append('}');
        }

        return line.ToString();
    }

    /// <summary>The protocol's word for an operation.</summary>
    internal static string Word(Operation operation) => operation switch
    {
        Operation.Advantages => "advantages",
        Operation.Kl => "kl",
        Operation.Ratio => "ratio",
        Operation.Loss => "loss",
        _ => "aggregation",
    };

    internal static string Text(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private static void Key(StringBuilder line, string name) => line.Append(",\"").Append(name).Append("\":");

    private static void Numbers(StringBuilder line, string name, IReadOnlyList<double> values)
    {
        Key(line, name);
        Numbers(line, values);
    }

    private static void Numbers(StringBuilder line, IReadOnlyList<double> values)
        => line.Append('[').AppendJoin(',', values.Select(ProtocolNumber.Write)).Append(']');

    private static void Integers(StringBuilder line, string name, IReadOnlyList<int> values)
    {
        Key(line, name);
        line.Append('[').AppendJoin(',', values).Append(']');
    }

    private static void Booleans(StringBuilder line, IReadOnlyList<bool> values)
        => line.Append('[').AppendJoin(',', values.Select(v => v ? "true" : "false")).Append(']');

    private static void Rows(StringBuilder line, string name, IReadOnlyList<IReadOnlyList<double>> rows)
    {
        Key(line, name);
        line.Append('[');
        for (var i = 0; i < rows.Count; i++)
        {
            line.Append(i > 0 ? "," : string.Empty);
            Numbers(line, rows[i]);
        }

        line.Append(']');
    }

    private static void Mask(StringBuilder line, IReadOnlyList<IReadOnlyList<bool>> rows)
    {
        Key(line, "mask");
        line.Append('[');
        for (var i = 0; i < rows.Count; i++)
        {
            line.Append(i > 0 ? "," : string.Empty);
            Booleans(line, rows[i]);
        }

        line.Append(']');
    }

    private static void Batch(StringBuilder line, IReadOnlyList<int> groups, int maxLength, BatchTotals? totals)
    {
        Integers(line, "groups", groups);
        line.Append(CultureInfo.InvariantCulture, $",\"max_length\":{maxLength}");
        if (totals is not null)
        {
            line.Append(CultureInfo.InvariantCulture, $",\"totals\":{{\"sequences\":{totals.Sequences},\"tokens\":{totals.Tokens},\"prompts\":{totals.Prompts}}}");
        }
    }
}
