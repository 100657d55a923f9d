using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <content>Token values to one number: sums first, divisions last, as trainers do.</content>
internal sealed partial class TextbookTrainer
{
    private AggregationAnswer Aggregate(AggregationRequest r)
    {
        var mode = Profile.Aggregation!.Mode;
        if (_options.TryGetValue(OptionNames.Aggregation, out var name) && !Has(Fault.AggregationOptionIgnored))
        {
            mode = Enum.Parse<AggregationMode>(name.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);
        }

        return new(Reduce(r.Values, r.Mask, r.Groups, r.MaxLength, r.Totals, mode).Value);
    }

    // The aggregate, and by what each token of a sequence is multiplied in it.
    private (double Value, double[] Weights) Reduce(IReadOnlyList<IReadOnlyList<double>> values, IReadOnlyList<IReadOnlyList<bool>> mask, IReadOnlyList<int> groups, int maxLength, BatchTotals? totals, AggregationMode mode)
    {
        var a = Profile.Aggregation ?? new();
        var lengths = mask.Select(row => row.Count(m => m)).ToArray();
        var sums = values.Select((row, i) => Sum(row.Where((_, t) => mask[i][t] || Has(Fault.MaskNotApplied)))).ToArray();
        if (Has(Fault.MaskMultipliedAfterExp))
        {
            sums = [.. values.Select((row, i) => Sum(row.Select((x, t) => R(x * (mask[i][t] ? 1 : 0)))))];
        }

        if (lengths.Sum() == 0 && totals is null)
        {
            return (a.EmptyBatch == EmptyBatchRule.NaN || Has(Fault.EmptyBatchDividesByZero) ? double.NaN : 0, [.. lengths.Select(_ => 0.0)]);
        }

        var width = mask[0].Count;
        var tokens = mode != AggregationMode.TokenMeanLocal && totals is not null && !Has(Fault.MicroBatchTokenMean) ? totals.Tokens : lengths.Sum();
        tokens = Has(Fault.DenominatorIgnoresMask) ? mask.Count * width : tokens;
        tokens += Has(Fault.PaddingChangesTokens) ? width - 1 : 0;
        var excludes = (a.EmptySequence == EmptySequenceRule.Excluded && !Has(Fault.EmptySequenceCounted)) || Has(Fault.EmptySequenceExcluded);
        var sequences = totals?.Sequences ?? (excludes ? lengths.Count(n => n > 0) : lengths.Length);
        var longest = (a.Length == LengthSource.PaddedWidth) ^ Has(Fault.DenominatorIsPaddedWidth) ? width : maxLength;
        if (mode == AggregationMode.PromptMean && !Has(Fault.PromptMeanIsTokenMean))
        {
            return PromptMean(sums, lengths, groups, totals);
        }

        var lengthWeight = mode == AggregationMode.LengthWeighted && !Has(Fault.LengthWeightForgotten);
        var perSequence = sums.Select((s, i) => lengths[i] == 0 && mode == AggregationMode.SequenceMeanTokenMean ? 0
            : mode == AggregationMode.SequenceMeanTokenMean && !Has(Fault.TokenSumInsteadOfMean) ? R(s / (Has(Fault.DenominatorIgnoresMask) ? width : lengths[i]))
            : lengthWeight ? R(s * lengths[i]) : s).ToArray();
        var total = Sum(perSequence);
        double divisor = mode switch
        {
            AggregationMode.SequenceMeanTokenMean or AggregationMode.SequenceMeanTokenSum or AggregationMode.LengthWeighted => sequences,
            AggregationMode.TokenMean or AggregationMode.TokenMeanLocal or AggregationMode.PromptMean => tokens,
            AggregationMode.SequenceMeanConstant => Has(Fault.ConstantForgetsSequences) ? longest : (double)sequences * longest,
            AggregationMode.SumConstant => longest,
            _ => 1,
        };
        divisor = Has(Fault.DividedByAccumulationSteps) && totals is not null ? 2 * divisor : divisor;
        var weights = lengths.Select(n => n == 0 ? 0 : mode switch
        {
            AggregationMode.SequenceMeanTokenMean when !Has(Fault.TokenSumInsteadOfMean) => R(R(1 / divisor) / n),
            AggregationMode.LengthWeighted => R(n / divisor),
            _ => R(1 / divisor),
        }).ToArray();
        return (R(total / divisor), weights);
    }

    private (double Value, double[] Weights) PromptMean(double[] sums, int[] lengths, IReadOnlyList<int> groups, BatchTotals? totals)
    {
        var tokens = groups.Zip(lengths).GroupBy(p => p.First).ToDictionary(g => g.Key, g => g.Sum(p => p.Second));
        var prompts = totals?.Prompts ?? tokens.Values.Count(n => n > 0);
        var means = tokens.Where(p => p.Value > 0).Select(p => R(Sum(sums.Where((_, i) => groups[i] == p.Key)) / p.Value));
        return (R(Sum(means) / prompts), [.. lengths.Select((n, i) => n == 0 ? 0 : R(R(1.0 / tokens[groups[i]]) / prompts))]);
    }
}
