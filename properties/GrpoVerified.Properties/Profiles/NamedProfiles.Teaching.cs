namespace GrpoVerified.Properties.Profiles;

/// <content>Small trainers and course material.</content>
public static partial class NamedProfiles
{
    private static IEnumerable<TrainerProfile> Teaching()
    {
        var sequenceMean = By(AggregationMode.SequenceMeanTokenMean);
        yield return new("tiny-grpo", "open-thought/tiny-grpo eafedd78", "train.py group_advantages: ε = 1e-8 beside the sample deviation; k3 unclamped, 0.01; clip 0.2; mean over sequences of the mean over tokens.")
        {
            Advantage = Whitened("1e-8", singleton: SingletonRule.NaN),
            Kl = K3("0.01"),
            Clip = PlainClip,
            Aggregation = sequenceMean,
        };
        yield return new("simple-grpo", "lsdefine/simple_GRPO 4ab94c64", "ε = 1e-4 beside the sample deviation; k3 unclamped, 0.04; clip not read; mean over sequences of the mean over tokens.")
        {
            Advantage = Whitened("1e-4", singleton: SingletonRule.NaN),
            Kl = K3("0.04"),
            Aggregation = sequenceMean,
        };
        yield return new("nano-grpo", "joey00072/nanoGRPO 1a1cd21b", "ε = 1e-6 beside the sample deviation; k3 unclamped with coefficient 0; clip not read; mean over sequences of the mean over tokens.")
        {
            Advantage = Whitened("1e-6", singleton: SingletonRule.NaN),
            Kl = K3("0"),
            Aggregation = sequenceMean,
        };
        yield return new("grpo-zero", "policy-gradient/GRPO-Zero d41bb486", "normalize_rewards_per_group: ε = 1e-4 beside the population deviation; no KL, no ratio; tokens of the whole batch.")
        {
            Advantage = Whitened("1e-4", DeviationKind.Population),
            Kl = new() { Placement = KlPlacement.None },
            Clip = PlainClip with { Objective = PolicyObjective.PolicyGradient },
            Aggregation = By(AggregationMode.TokenMean),
        };
        yield return new("nano-aha-moment", "McGill-NLP/nano-aha-moment 6cd0306d", "ε = 1e-4 beside the population deviation; k3 unclamped, 0.001; no ratio; tokens of the whole batch.")
        {
            Advantage = Whitened("1e-4", DeviationKind.Population),
            Kl = K3("0.001"),
            Clip = PlainClip with { Objective = PolicyObjective.PolicyGradient },
            Aggregation = By(AggregationMode.TokenMean),
        };
        yield return new("minimind", "jingyaogong/minimind, head of August 2026", "train_grpo.py: ε = 1e-4 beside the population deviation; k3 unclamped, 0.1; the rest was not read.")
        {
            Advantage = Whitened("1e-4", DeviationKind.Population),
            Kl = K3("0.1"),
        };
        yield return new("rlhf-book", "natolambert/rlhf-book, head of August 2026", "ε = 1e-8 beside the sample deviation; the rest was not read.")
        {
            Advantage = Whitened("1e-8", singleton: SingletonRule.NaN),
        };
        yield return new("reasoning-from-scratch", "rasbt/reasoning-from-scratch, head of August 2026", "ch07: ε = 1e-4 beside the sample deviation; mean of k1 in the loss, 0.001; the rest was not read.")
        {
            Advantage = Whitened("1e-4", singleton: SingletonRule.NaN),
            Kl = new() { Estimator = KlEstimator.K1, Beta = Q("0.001") },
        };
        yield return new("torchforge", "meta-pytorch/torchforge, head of August 2026", "ε = 1e-4 beside the sample deviation; k3 unclamped, 0.1; clip not read; mean over sequences of the mean over tokens.")
        {
            Advantage = Whitened("1e-4", singleton: SingletonRule.NaN),
            Kl = K3("0.1"),
            Aggregation = sequenceMean,
        };
        yield return new("cs336", "stanford-cs336 assignment 5, test snapshots", "Golden values of the group-normalised rewards: ε = 1e-6 beside the sample deviation; the rest was not read.")
        {
            Advantage = Whitened("1e-6", singleton: SingletonRule.NaN),
        };
    }
}
