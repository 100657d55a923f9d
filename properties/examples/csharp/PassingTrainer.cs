#pragma warning disable GRPO2006 // A plain trainer as people write it: Math.Exp is part of what is tried.
using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Examples;

/// <summary>GRPO in its first form: passes the profile "tiny-grpo" (sample deviation + 1e-8, k3, mean over sequences of token means).</summary>
/// <remarks>Only what is declared is tried: give functions for what your code does, and its format.</remarks>
public static class PassingTrainer
{
    /// <summary>The trainer, as the suite tries it.</summary>
    public static ITrainer Instance { get; } = new DelegateTrainer
    {
        Name = "C#, passing",
        DTypes = new HashSet<DType> { DType.Float64 },
        Also = new HashSet<Capability> { Capability.KlGradient, Capability.RaggedGroups, Capability.InterleavedGroups, Capability.Totals },
        Advantages = r => new AdvantageAnswer(Advantages(r.Rewards, r.Groups)),
        Kl = r => new KlAnswer(
            [.. r.LogProbs.Zip(r.ReferenceLogProbs, (own, reference) => Math.Exp(reference - own) - (reference - own) - 1)],
            [.. r.LogProbs.Zip(r.ReferenceLogProbs, (own, reference) => 1 - Math.Exp(reference - own))]),
        Aggregation = r => new AggregationAnswer(SequenceMean(r.Values, r.Mask, r.Totals?.Sequences ?? r.Values.Count)),
    };

    /// <summary>(r − mean)/(std + 1e-8) in each group, sample deviation; a group of one has none, so NaN.</summary>
    public static double[] Advantages(IReadOnlyList<double> rewards, IReadOnlyList<int> groups)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        var result = new double[rewards.Count];
        foreach (var group in Enumerable.Range(0, rewards.Count).GroupBy(i => groups[i]).Select(g => g.ToArray()))
        {
            var mean = group.Average(i => rewards[i]);
            var variance = group.Sum(i => (rewards[i] - mean) * (rewards[i] - mean)) / (group.Length - 1);
            foreach (var i in group)
            {
                result[i] = (rewards[i] - mean) / (Math.Sqrt(variance) + 1e-8);
            }
        }

        return result;
    }

    // Masked values are left out, not multiplied by 0: they may be NaN.
    private static double SequenceMean(IReadOnlyList<IReadOnlyList<double>> values, IReadOnlyList<IReadOnlyList<bool>> mask, int sequences)
        => values.Zip(mask, (row, kept) => row.Where((_, t) => kept[t]).DefaultIfEmpty(0).Average()).Sum() / sequences;
}
