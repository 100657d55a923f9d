#pragma warning disable GRPO2006 // A plain trainer as people write it; only its time is measured.
using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Throughput;

/// <summary>A minimal trainer in TRL's convention: advantages and k3.</summary>
internal static class Plain
{
    public static ITrainer Trainer { get; } = new DelegateTrainer
    {
        Name = "plain",
        DTypes = new HashSet<DType> { DType.Float64 },
        Also = new HashSet<Capability> { Capability.KlGradient, Capability.RaggedGroups, Capability.InterleavedGroups },
        Advantages = Advantages,
        Kl = r => new([.. r.LogProbs.Zip(r.ReferenceLogProbs, (a, b) => Math.Exp(b - a) - (b - a) - 1)], [.. r.LogProbs.Zip(r.ReferenceLogProbs, (a, b) => 1 - Math.Exp(b - a))]),
    };

    private static AdvantageAnswer Advantages(AdvantageRequest r)
    {
        var result = new double[r.Rewards.Count];
        foreach (var group in Enumerable.Range(0, result.Length).GroupBy(i => r.Groups[i]).Select(g => g.ToArray()))
        {
            var mean = group.Average(i => r.Rewards[i]);
            var std = group.Length == 1 ? 0 : Math.Sqrt(group.Sum(i => (r.Rewards[i] - mean) * (r.Rewards[i] - mean)) / (group.Length - 1));
            foreach (var i in group)
            {
                result[i] = (r.Rewards[i] - mean) / (std + 1e-4);
            }
        }

        return new(result);
    }
}
