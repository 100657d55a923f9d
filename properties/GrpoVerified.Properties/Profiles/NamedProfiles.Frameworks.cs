namespace GrpoVerified.Properties.Profiles;

/// <content>Other frameworks.</content>
public static partial class NamedProfiles
{
    private static IEnumerable<TrainerProfile> Frameworks()
    {
        var openInstruct = new TrainerProfile("open-instruct", "allenai/open-instruct e6c3044a (2026-08-20)", "data_loader.py and grpo_utils.py, defaults: centred only; k3 by expm1 with d in ±40, beta 0.05; clip 0.2 and 0.272; loss_denominator token.")
        {
            Advantage = Centred(),
            Kl = K3("0.05", "40", form: K3Form.Expm1),
            Clip = PlainClip with { High = Q("0.272") },
            Aggregation = By(AggregationMode.TokenMean),
        };
        yield return openInstruct;
        yield return openInstruct with
        {
            Name = "open-instruct-standard",
            Source = "As open-instruct with advantage_normalization_type standard: ε = 1e-8 beside the population deviation.",
            Advantage = Whitened("1e-8", DeviationKind.Population),
        };
        yield return new("slime", "THUDM/slime 624b824a (2026-08-21)", "rollout.py and ppo_utils.py, defaults: ε = 1e-6 beside the sample deviation (switched off for groups of one); k1, not in the loss; clip 0.2; mean over sequences of the mean over tokens.")
        {
            Advantage = Whitened("1e-6"),
            Kl = new() { Estimator = KlEstimator.K1, Placement = KlPlacement.None },
            Clip = PlainClip,
            Aggregation = By(AggregationMode.SequenceMeanTokenMean),
        };
        yield return new("slime-low-var-kl", "THUDM/slime 624b824a (2026-08-21)", "As slime with use-kl-loss, kl-loss-type low_var_kl (value in ±10) and kl-loss-coef 0.001, as the example scripts set it.")
        {
            Advantage = Whitened("1e-6"),
            Kl = K3("0.001", output: "10", form: K3Form.OneFirst),
            Clip = PlainClip,
            Aggregation = By(AggregationMode.SequenceMeanTokenMean),
        };
        yield return new("prime-rl", "PrimeIntellect-ai/prime-rl 559b4477 (2026-08-21), 0.8.0", "orchestrator/algo/grpo.py: centred only; no reference KL by default; its token filter has no counterpart here; tokens of the whole batch.")
        {
            Advantage = Centred(),
            Aggregation = By(AggregationMode.TokenMean),
        };
        yield return new("torchtune", "pytorch/torchtune bd2a0fc7 (2026-04-23)", "grpo_full_finetune_distributed.py and GRPOLoss: ε = 1e-4 beside the sample deviation; k3 unclamped, 0.1; epsilon 0.1; tokens of the micro-batch.")
        {
            Advantage = Whitened("1e-4", singleton: SingletonRule.NaN),
            Kl = K3("0.1"),
            Clip = PlainClip with { Low = Q("0.1"), High = Q("0.1") },
            Aggregation = By(AggregationMode.TokenMeanLocal),
        };
        var drGrpo = new TrainerProfile("dr-grpo", "sail-sg/understand-r1-zero and sail-sg/oat dfca49dd (2025-08-27)", "train_zero_math.py: centred only; k3 by expm1 with d in ±40, beta 0; clip 0.2; masked sum over generate_max_length.")
        {
            Advantage = Centred(),
            Kl = K3("0", "40", form: K3Form.Expm1),
            Clip = PlainClip,
            Aggregation = By(AggregationMode.SequenceMeanConstant, EmptySequenceRule.Counted, EmptyBatchRule.Zero),
        };
        yield return drGrpo;
        yield return drGrpo with
        {
            Name = "oat-grpo",
            Source = "As dr-grpo with critic_type grpo: ε = 1e-8 beside the sample deviation.",
            Advantage = Whitened("1e-8", singleton: SingletonRule.NaN),
        };
        yield return new("areal", "inclusionAI/AReaL 4aef98d8 (2026-05-21)", "areal/utils/data.py Normalization, defaults: mean and sample deviation of the batch, ε = 1e-5 beside the deviation; k1 in the reward, value in ±10; eps_clip 0.2." + NotReadForAggregation)
        {
            Advantage = Whitened("1e-5", singleton: SingletonRule.RawReward) with { BaselineScope = StatisticScope.Batch, DeviationScope = StatisticScope.Batch },
            Kl = new() { Estimator = KlEstimator.K1, OutputClamp = 10, Placement = KlPlacement.Reward, Beta = Q("0.1") },
            Clip = PlainClip,
        };
        yield return new("roll", "alibaba/ROLL 8eb27cc2 (2026-08-19)", "functionals.py with adv_estimator grpo: ε = 1e-6 beside the sample deviation; k3 with value in ±10 and no clamp before the exponential, not in the loss; pg_clip 0.2; seq-mean-token-mean, fully masked sequences counted.")
        {
            Advantage = Whitened("1e-6", singleton: SingletonRule.NaN),
            Kl = K3("0.001", output: "10") with { Placement = KlPlacement.None },
            Clip = PlainClip,
            Aggregation = By(AggregationMode.SequenceMeanTokenMean, EmptySequenceRule.Counted, EmptyBatchRule.Zero),
        };
        yield return new("tunix", "google/tunix c7d8950f (2026-08-21)", "rl/algo_core.py: ε = 1e-6 beside the sample deviation; k1 in the loss with beta 0.04; clip 0.2, log-ratio in ±20; sequence-mean-token-mean.")
        {
            Advantage = Whitened("1e-6", singleton: SingletonRule.NaN),
            Kl = new() { Estimator = KlEstimator.K1, Beta = Q("0.04") },
            Clip = PlainClip with { LogRatioClamp = 20 },
            Aggregation = By(AggregationMode.SequenceMeanTokenMean),
        };
        yield return new("tunix-experimental", "google/tunix c7d8950f (2026-08-21)", "experimental/orchestrator/algorithm_adapter.py GRPOAdapter: ε = 1e-6 beside the population deviation; the rest was not read.")
        {
            Advantage = Whitened("1e-6", DeviationKind.Population),
        };
    }
}
