using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Properties.Profiles;

/// <content>TRL and what follows its configuration.</content>
public static partial class NamedProfiles
{
    private const string Trl = "huggingface/trl f2cd5771 (2026-07-24), 1.10.0.dev0";

    private static IEnumerable<TrainerProfile> HuggingFace()
    {
        var trl = new TrainerProfile("trl", Trl, "grpo_trainer.py, defaults: scale_rewards group with ε = 1e-4 beside the sample deviation, nan-aware; k3 unclamped, beta 0; epsilon 0.2; loss_type dapo.")
        {
            Advantage = Whitened("1e-4") with { Missing = MissingRewardRule.Excluded },
            Kl = K3("0"),
            Clip = PlainClip,
            Aggregation = By(AggregationMode.TokenMean),
        };
        yield return trl;
        yield return trl with
        {
            Name = "trl-grpo",
            Source = "As trl with loss_type grpo and beta 0.04.",
            Kl = K3("0.04"),
            Aggregation = By(AggregationMode.SequenceMeanTokenMean, EmptySequenceRule.Counted, EmptyBatchRule.Zero),
        };
        yield return trl with
        {
            Name = "trl-bnpo",
            Source = "As trl with loss_type bnpo: tokens of the micro-batch.",
            Aggregation = By(AggregationMode.TokenMeanLocal),
        };
        yield return trl with
        {
            Name = "trl-dr-grpo",
            Source = "As trl with scale_rewards none and loss_type dr_grpo: sum over B·max_completion_length.",
            Advantage = Centred() with { Missing = MissingRewardRule.Excluded },
            Aggregation = By(AggregationMode.SequenceMeanConstant, EmptySequenceRule.Counted, EmptyBatchRule.Zero),
        };
        yield return trl with
        {
            Name = "trl-batch",
            Source = "As trl with scale_rewards batch: mean of the group, deviation of the batch.",
            Advantage = Whitened("1e-4") with { DeviationScope = StatisticScope.Batch, Missing = MissingRewardRule.Excluded },
        };
        yield return trl with
        {
            Name = "trl-delta",
            Source = "As trl with delta 4: the ratio of the unclipped term is at most 4, for both signs of the advantage.",
            Clip = PlainClip with { DualClip = DualClipKind.UnclippedRatio, DualClipBound = 4 },
        };
        yield return trl with
        {
            Name = "trl-gspo",
            Source = "As trl with importance_sampling_level sequence and loss_type grpo: exponential of the masked mean of the log-ratios.",
            Clip = PlainClip with { Level = RatioLevel.Sequence },
            Aggregation = By(AggregationMode.SequenceMeanTokenMean, EmptySequenceRule.Counted, EmptyBatchRule.Zero),
        };
        yield return trl with
        {
            Name = "trl-cispo",
            Source = "As trl with loss_type cispo: the ratio is bounded by epsilon_high itself (0.2 by default), not by 1 + epsilon_high.",
            Clip = PlainClip with { Objective = PolicyObjective.Cispo, Low = null, IsHighAbsolute = true },
        };
        yield return trl with
        {
            Name = "trl-luspo",
            Source = "As trl with loss_type luspo: each sequence's loss times its length.",
            Aggregation = By(AggregationMode.LengthWeighted),
        };
        yield return new("liger", "linkedin/Liger-Kernel ead96b61 (2026-08-21)", "chunked_loss/grpo_loss.py: k3 unclamped with beta 0.04, clip 0.2; advantages are an input." + NotReadForAggregation)
        {
            Kl = K3("0.04"),
            Clip = PlainClip,
        };
        yield return trl with
        {
            Name = "unsloth",
            Version = "unslothai/unsloth-zoo ce232d6c (2026-08-20)",
            Source = "rl_replacements.py follows TRL's configuration; masked tokens are set to 0 before the exponential.",
        };
        var swift = new TrainerProfile("ms-swift", "modelscope/ms-swift 3602360a (2026-08-22), 4.6.0.dev0", "rl_core/advantage.py: ε = 1e-4 beside the sample deviation, missing rewards summed to 0 and counted; k3 with d in ±20 and value in ±10, beta 0.04; epsilon 0.2; loss_type grpo.")
        {
            Advantage = Whitened("1e-4") with { Missing = MissingRewardRule.CountedAsZero },
            Kl = K3("0.04", "20", "10"),
            Clip = PlainClip,
            Aggregation = By(AggregationMode.SequenceMeanTokenMean),
        };
        yield return swift;
        yield return swift with
        {
            Name = "ms-swift-rloo",
            Source = "As ms-swift with advantage_estimator rloo and scale_rewards none.",
            Advantage = Centred(Baseline.LeaveOneOut) with { Missing = MissingRewardRule.CountedAsZero },
        };
    }
}
