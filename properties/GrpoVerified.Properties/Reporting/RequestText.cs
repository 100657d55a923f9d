using System.Globalization;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Reporting;

/// <summary>A request as one readable line, and its numbers exactly.</summary>
public static class RequestText
{
    /// <summary>One line; numbers as the simplest fraction that the format rounds to them, masked tokens in brackets.</summary>
    public static string Line(TrainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var format = NumberFormat.Of(request.DType);
        var text = request switch
        {
            AdvantageRequest r => $"rewards {List(r.Rewards, format)} groups {Integers(r.Groups)}{(r.Mask is { } m ? " mask " + Row(m) : string.Empty)}",
            KlRequest r => $"log π_θ {List(r.LogProbs, format)} log π_ref {List(r.ReferenceLogProbs, format)}",
            RatioRequest r => $"log π_θ {Rows(r.LogProbs, r.Mask, format)} log π_old {Rows(r.OldLogProbs, r.Mask, format)}",
            LossRequest r => $"log π_θ {Rows(r.LogProbs, r.Mask, format)} log π_old {Rows(r.OldLogProbs, r.Mask, format)} log π_ref {Rows(r.ReferenceLogProbs, r.Mask, format)} advantages {List(r.Advantages, format)} groups {Integers(r.Groups)} L_max {r.MaxLength.ToString(CultureInfo.InvariantCulture)}{Totals(r.Totals)}",
            AggregationRequest r => $"values {Rows(r.Values, r.Mask, format)} groups {Integers(r.Groups)} L_max {r.MaxLength.ToString(CultureInfo.InvariantCulture)}{Totals(r.Totals)}",
            _ => request.Operation.ToString(),
        };
        var options = string.Concat(request.Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $" {o.Key}={o.Value}"));
        return $"{format.Name}: {text}{options}";
    }

    /// <summary>The numbers of a request that are not 0, as fractions and as round-trip doubles.</summary>
    public static IReadOnlyList<InputNumber> Numbers(TrainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var format = NumberFormat.Of(request.DType);
        return request switch
        {
            AdvantageRequest r => Named("rewards", r.Rewards, format),
            KlRequest r => [.. Named("logp", r.LogProbs, format), .. Named("ref", r.ReferenceLogProbs, format)],
            RatioRequest r => [.. Named("logp", r.LogProbs, format), .. Named("old", r.OldLogProbs, format)],
            LossRequest r => [.. Named("logp", r.LogProbs, format), .. Named("old", r.OldLogProbs, format), .. Named("ref", r.ReferenceLogProbs, format), .. Named("advantages", r.Advantages, format)],
            AggregationRequest r => Named("values", r.Values, format),
            _ => [],
        };
    }

    /// <summary>The simplest fraction that the format rounds to x; NaN and infinities by name.</summary>
    public static string Fraction(double x, NumberFormat format)
        => double.IsFinite(x) ? SternBrocot.SimplestRounding(x, format).ToString() : x.ToString("R", CultureInfo.InvariantCulture);

    private static InputNumber[] Named(string name, IReadOnlyList<double> values, NumberFormat format)
        => [.. values.Select((x, i) => (x, i)).Where(p => p.x != 0).Select(p => Number(string.Create(CultureInfo.InvariantCulture, $"{name}[{p.i}]"), p.x, format))];

    private static InputNumber[] Named(string name, IReadOnlyList<IReadOnlyList<double>> rows, NumberFormat format)
        => [.. rows.SelectMany((row, i) => row.Select((x, t) => (x, t)).Where(p => p.x != 0).Select(p => Number(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}][{p.t}]"), p.x, format)))];

    private static InputNumber Number(string name, double x, NumberFormat format) => new(name, Fraction(x, format), x.ToString("R", CultureInfo.InvariantCulture));

    private static string List(IReadOnlyList<double> values, NumberFormat format) => $"[{string.Join(", ", values.Select(x => Fraction(x, format)))}]";

    private static string Integers(IReadOnlyList<int> values) => $"[{string.Join(", ", values.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]";

    private static string Row(IReadOnlyList<bool> mask) => $"[{string.Join(", ", mask.Select(m => m ? "1" : "0"))}]";

    private static string Rows(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<IReadOnlyList<bool>> mask, NumberFormat format)
        => $"[{string.Join(", ", rows.Select((row, i) => $"[{string.Join(", ", row.Select((x, t) => mask[i][t] ? Fraction(x, format) : "-"))}]"))}]";

    private static string Totals(BatchTotals? totals)
        => totals is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" totals sequences={totals.Sequences} tokens={totals.Tokens} prompts={totals.Prompts}");
}
