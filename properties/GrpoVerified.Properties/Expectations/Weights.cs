using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Theory.Trainers;

namespace GrpoVerified.Properties.Expectations;

/// <summary>The weight of the tokens of each sequence under an aggregation, exactly.</summary>
internal static class Weights
{
    /// <summary>One weight a sequence; null where the profile leaves the value undefined (an empty batch, an empty sequence it says nothing about).</summary>
    public static Rational[]? Of(AggregationProfile profile, AggregationMode mode, IReadOnlyList<IReadOnlyList<bool>> mask, IReadOnlyList<int> groups, int maxLength, BatchTotals? totals)
    {
        var lengths = mask.Select(row => row.Count(m => m)).ToArray();
        var width = profile.Length == LengthSource.PaddedWidth ? mask[0].Count : maxLength;
        var tokens = mode == AggregationMode.TokenMeanLocal || totals is null ? lengths.Sum() : totals.Tokens;
        if (tokens == 0 || (NeedsSequences(mode) && profile.EmptySequence is null && lengths.Contains(0)))
        {
            return null;
        }

        var sequences = totals?.Sequences ?? (profile.EmptySequence == EmptySequenceRule.Excluded ? lengths.Count(n => n > 0) : lengths.Length);
        var promptTokens = groups.Zip(lengths).GroupBy(p => p.First).ToDictionary(g => g.Key, g => g.Sum(p => p.Second));
        var prompts = totals?.Prompts ?? promptTokens.Values.Count(n => n > 0);
        return [.. lengths.Select((length, i) => length == 0 ? Rational.Zero : mode switch
        {
            AggregationMode.SequenceMeanTokenMean => TokenWeights.SequenceMeanTokenMean(sequences, length),
            AggregationMode.TokenMean or AggregationMode.TokenMeanLocal => TokenWeights.TokenMean(tokens),
            AggregationMode.SequenceMeanTokenSum => TokenWeights.SequenceMeanTokenSum(sequences),
            AggregationMode.SequenceMeanConstant => TokenWeights.SequenceMeanConstant(sequences, width),
            AggregationMode.SumConstant => TokenWeights.SumConstant(width),
            AggregationMode.PromptMean => TokenWeights.PromptMean(prompts, promptTokens[groups[i]]),
            AggregationMode.LengthWeighted => TokenWeights.LengthWeighted(sequences, length),
            _ => Rational.One,
        })];
    }

    /// <summary>Counts of a whole batch, as a part of it is told.</summary>
    public static BatchTotals Totals(AggregationProfile profile, IReadOnlyList<IReadOnlyList<bool>> mask, IReadOnlyList<int> groups)
    {
        var lengths = mask.Select(row => row.Count(m => m)).ToArray();
        return new(
            profile.EmptySequence == EmptySequenceRule.Excluded ? lengths.Count(n => n > 0) : lengths.Length,
            lengths.Sum(),
            groups.Zip(lengths).Where(p => p.Second > 0).Select(p => p.First).Distinct().Count());
    }

    private static bool NeedsSequences(AggregationMode mode)
        => mode is AggregationMode.SequenceMeanTokenMean or AggregationMode.SequenceMeanTokenSum or AggregationMode.SequenceMeanConstant or AggregationMode.LengthWeighted;
}
