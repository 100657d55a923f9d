using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <summary>Token losses to one number on a tape: each sequence is divided first, then the sum.</summary>
internal static class TapeAggregation
{
    public static Node Of(Tape tape, AggregationProfile profile, AggregationMode mode, Node[][] values, IReadOnlyList<IReadOnlyList<bool>> mask, IReadOnlyList<int> groups, int maxLength, BatchTotals? totals)
    {
        var lengths = mask.Select(row => row.Count(m => m)).ToArray();
        if (lengths.Sum() == 0 && totals is null)
        {
            return tape.Input(profile.EmptyBatch == EmptyBatchRule.NaN ? double.NaN : 0);
        }

        var sums = values.Select((row, i) => tape.Sum([.. row.Where((_, t) => mask[i][t])])).ToArray();
        double sequences = totals?.Sequences ?? (profile.EmptySequence == EmptySequenceRule.Excluded ? lengths.Count(n => n > 0) : lengths.Length);
        double tokens = totals is not null && mode != AggregationMode.TokenMeanLocal ? totals.Tokens : lengths.Sum();
        double longest = profile.Length == LengthSource.PaddedWidth ? mask[0].Count : maxLength;
        Node MeanOf(Func<Node, int, Node> each) => tape.Over(tape.Sum([.. sums.Select((s, i) => each(s, i))]), sequences);
        return mode switch
        {
            AggregationMode.SequenceMeanTokenMean => MeanOf((s, i) => tape.Over(s, Math.Max(1, lengths[i]))),
            AggregationMode.TokenMean or AggregationMode.TokenMeanLocal => tape.Over(tape.Sum(sums), Math.Max(1, tokens)),
            AggregationMode.SequenceMeanTokenSum => MeanOf((s, _) => s),
            AggregationMode.SequenceMeanConstant => MeanOf((s, _) => tape.Over(s, longest)),
            AggregationMode.SumConstant => tape.Sum([.. sums.Select(s => tape.Over(s, longest))]),
            AggregationMode.LengthWeighted => MeanOf((s, i) => tape.Times(s, lengths[i])),
            AggregationMode.PromptMean => PromptMean(tape, sums, lengths, groups, totals),
            _ => tape.Sum(sums),
        };
    }

    private static Node PromptMean(Tape tape, Node[] sums, int[] lengths, IReadOnlyList<int> groups, BatchTotals? totals)
    {
        var prompts = groups.Distinct().Select(g => Enumerable.Range(0, sums.Length).Where(i => groups[i] == g && lengths[i] > 0).ToArray()).Where(p => p.Length > 0).ToList();
        var means = prompts.Select(p => tape.Over(tape.Sum([.. p.Select(i => sums[i])]), p.Sum(i => lengths[i]))).ToList();
        return tape.Over(tape.Sum(means), totals?.Prompts ?? prompts.Count);
    }
}
