using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <summary>Profiles beside the named ones, for axes that no named profile combines.</summary>
internal static class TestProfiles
{
    public static IReadOnlyList<TrainerProfile> Extra { get; } =
    [
        NamedProfiles.Find("trl-grpo")! with { Name = "test-k2", Kl = new() { Estimator = KlEstimator.K2, Beta = new(1, 20) } },
        NamedProfiles.Find("trl-grpo")! with { Name = "test-abs", Kl = new() { Estimator = KlEstimator.Abs, Beta = new(1, 20) } },
        NamedProfiles.Find("trl-grpo")! with { Name = "test-bias-corrected", Kl = NamedProfiles.Find("trl-grpo")!.Kl! with { Weight = KlWeight.Ratio } },
        NamedProfiles.Find("verl-kl-loss")! with { Name = "test-k3-plus", Kl = NamedProfiles.Find("verl-kl-loss")!.Kl! with { Gradient = KlGradientForm.StraightThroughK2 } },
        NamedProfiles.Find("trl")! with { Name = "test-cispo", Clip = new() { Objective = PolicyObjective.Cispo, Low = null, High = 1 } },
        NamedProfiles.Find("trl")! with { Name = "liger-grpo", Kl = NamedProfiles.Find("liger")!.Kl, Aggregation = NamedProfiles.Find("trl-grpo")!.Aggregation },
        NamedProfiles.Find("trl")! with { Name = "test-exact-zero", Advantage = NamedProfiles.Find("trl")!.Advantage! with { EqualRewards = EqualRewardsRule.ExactZero } },
        NamedProfiles.Find("trl")! with { Name = "test-sum", Aggregation = new() { Mode = AggregationMode.Sum, EmptyBatch = EmptyBatchRule.Zero } },
        NamedProfiles.Find("trl")! with { Name = "test-token-sum", Aggregation = new() { Mode = AggregationMode.SequenceMeanTokenSum, EmptySequence = EmptySequenceRule.Excluded, EmptyBatch = EmptyBatchRule.Zero } },
    ];

    public static IReadOnlyList<TrainerProfile> All { get; } = [.. NamedProfiles.All, .. Extra];

    public static TrainerProfile Find(string name) => All.Single(p => string.Equals(p.Name, name, StringComparison.Ordinal));
}
