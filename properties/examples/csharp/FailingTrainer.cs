using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Examples;

/// <summary>The same with two mistakes: groups are taken to be adjacent and of one size, and masked values are multiplied by 0.</summary>
/// <remarks>A test with one group, or with finite values under the mask, sees neither.</remarks>
public static class FailingTrainer
{
    /// <summary>The trainer, as the suite tries it.</summary>
    public static ITrainer Instance { get; } = new DelegateTrainer
    {
        Name = "C#, failing",
        DTypes = new HashSet<DType> { DType.Float64 },
        Also = new HashSet<Capability> { Capability.InterleavedGroups },
        Advantages = r =>
        {
            var size = r.Rewards.Count / r.Groups.Distinct().Count();
            return new AdvantageAnswer(PassingTrainer.Advantages(r.Rewards, [.. r.Groups.Select((_, i) => i / size)]));
        },
        Aggregation = r => new AggregationAnswer(
            r.Values.Zip(r.Mask, (row, kept) => row.Zip(kept, (v, k) => v * (k ? 1 : 0)).Sum() / Math.Max(1, kept.Count(k => k))).Sum() / r.Values.Count),
    };
}
