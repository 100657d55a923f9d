using GrpoVerified.Properties.Tests.Trainers;

namespace GrpoVerified.Properties.Tests.Mutants;

/// <summary>A broken trainer, the rule that must kill it, and what the rule must say.</summary>
/// <param name="Fault">What is broken.</param>
/// <param name="Profile">The convention it was meant to follow.</param>
/// <param name="Rule">The rule that kills it.</param>
/// <param name="Says">Part of the message.</param>
/// <param name="Class">Row of reported defects it stands for.</param>
public sealed record Mutant(Fault Fault, string Profile, string Rule, string Says, string Class)
{
    internal TextbookTrainer Trainer => new(TestProfiles.Find(Profile), Fault);

    /// <summary>Every mutant, each with the defect report or class of defects it is modelled on.</summary>
    public static IReadOnlyList<Mutant> All { get; } =
    [
        // Advantages.
        new(Fault.StdSwappedDivisor, "trl", "T101", "fits std = population", "population for sample deviation (TRL, tunix)"),
        new(Fault.EpsilonInsideRoot, "trl", "T105", "epsilon placed inside", "place of epsilon"),
        new(Fault.EpsilonTooLarge, "verl", "T105", "epsilon = 1/100", "epsilon of another trainer"),
        new(Fault.EpsilonTooSmall, "trl", "T105", "epsilon = 1e-6", "epsilon of another trainer"),
        new(Fault.NoEpsilon, "trl", "T105", "scaled rewards", "epsilon forgotten"),
        new(Fault.EpsilonScaledWithRewards, "trl", "T105", "scaled rewards", "epsilon scaled with the rewards"),
        new(Fault.ScaleBranchesSwapped, "trl", "T101", "fits std = none", "TRL 3991: scale_rewards branches swapped"),
        new(Fault.ScaleBranchesSwapped, "dr-grpo", "T101", "advantages", "TRL 3992: scale_rewards branches swapped"),
        new(Fault.WholeBatchOneGroup, "trl", "T103", "groups are mixed", "prime-rl 600, R1-V 67: whole batch normalised"),
        new(Fault.UnequalCountsBecomeOneGroup, "slime", "T112", "groups of different sizes", "slime 1414: unequal counts become one group"),
        new(Fault.UniqueIdPerSample, "verl", "T104", "changes the advantage", "rllm 776: unique id per trajectory, baseline gone"),
        new(Fault.GroupsByPositionOfFixedSize, "trl", "T102", "moving samples changes advantages", "NeMo 3882: interleaved prompts mixed"),
        new(Fault.LocalAndGlobalStdSwapped, "trl", "T103", "groups are mixed", "prime-rl 1188: local and global deviation swapped"),
        new(Fault.LocalAndGlobalStdSwapped, "trl-batch", "T101", "std over the group", "prime-rl 1188: local and global deviation swapped"),
        new(Fault.MissingParentheses, "dr-grpo", "T113", "add up to", "prime-rl 390: missing parentheses"),
        new(Fault.MissingParentheses, "trl", "T104", "changes the advantage", "prime-rl 390: missing parentheses"),
        new(Fault.NoBaseline, "prime-rl", "T113", "add up to", "baseline gone"),
        new(Fault.BaselineOffByOneSample, "trl", "T106", "has an advantage", "mean over the wrong count"),
        new(Fault.VarianceByMomentsInFormat, "verl", "T101", "advantages", "verl 6348: E[x²] − E[x]² in single precision"),
        new(Fault.VarianceFloor, "verl", "T105", "scaled rewards", "verl 6348: low-variance groups shrunk"),
        new(Fault.ShiftedMomentsWithoutCentre, "trl", "T104", "changes the advantage", "deviation about 0"),
        new(Fault.MissingRewardCountsAsZero, "trl", "T115", "a missing reward", "TRL 5902: missing rewards counted as 0"),
        new(Fault.MissingRewardPoisonsGroup, "trl", "T115", "a missing reward", "verl 2377: NaN spreads"),
        new(Fault.RejectedMovesBaseline, "verl", "T114", "is rejected", "verl 6375, 6452: rejected rows move the baseline"),
        new(Fault.SingletonGetsZero, "verl-rloo", "T111", "a group of one gets zero", "verl 7581, 7793: two forms differ on groups of one"),
        new(Fault.SingletonGetsRaw, "verl-rloo-vectorized", "T111", "a group of one gets raw-reward", "verl 7581, 7793: two forms differ on groups of one"),
        new(Fault.SingletonIsNaN, "trl", "T111", "a group of one", "sample deviation of one sample"),
        new(Fault.ZeroVarianceDividesByTinyStd, "trl", "T106", "has an advantage", "OpenRLHF 1270: zero-variance groups"),
        new(Fault.LeaveOneOutKeepsItself, "ms-swift-rloo", "T101", "baseline = mean", "leave-one-out without leaving out"),
        new(Fault.LeaveOneOutForgetsFactor, "verl-rloo", "T104", "changes the advantage", "leave-one-out divided by n"),
        new(Fault.LastPartialGroupDividesByEpsilon, "areal", "T101", "advantages", "AReaL 1419: partial group divided by epsilon"),
        new(Fault.LastPartialGroupDividesByEpsilon, "trl", "T109", "exceeds the largest possible advantage", "NeMo 1518: advantages of ±1e6"),
        new(Fault.AdvantageSignFlipped, "trl", "T116", "has the other sign", "sign of the advantage"),
        new(Fault.AdvantagesClippedToOne, "oat-grpo", "T101", "advantages", "hidden clip of advantages"),
        new(Fault.RewardsRoundedToBFloat16, "trl", "T101", "advantages", "verl 6280: rewards pass through bfloat16"),
        new(Fault.ZeroVarianceMetricCountsNone, "trl", "T605", "zero_variance_fraction", "OpenRLHF 1270: filter by float == 0"),

        // KL.
        new(Fault.KlSwapped, "trl-grpo", "T205", "policy and reference are swapped", "verl 179: direction of the KL term"),
        new(Fault.KlValueNegated, "trl-grpo", "T203", "never negative", "verl 179: sign of the KL term"),
        new(Fault.KlSubtractedInLoss, "trl-grpo", "T328", "the KL term has the wrong sign", "verl 179, Logic-RL 58: KL with the wrong sign in the loss"),
        new(Fault.KlGradientNegated, "trl-grpo", "T208", "the sign is wrong", "verl 179: gradient ascends the KL"),
        new(Fault.KlWithoutGradient, "skyrl", "T211", "not the slope", "SkyRL 1340, 1353: KL under no_grad"),
        new(Fault.KlWithoutGradient, "nemo-rl", "T208", "there is no gradient", "SkyRL 1340, 1353: KL under no_grad"),
        new(Fault.KlGradientOfForwardForm, "nemo-rl", "T206", "expected KL gradient", "NeMo 2506, TRL 6503: gradient of another divergence"),
        new(Fault.K3WithoutLinearTerm, "trl-grpo", "T201", "is not the one of profile", "k3 without its linear term"),
        new(Fault.K3TextbookForBudgetOfExpm1, "open-instruct", "T201", "is not the one of profile", "k3 loses its digits near 0"),
        new(Fault.K2WithoutHalf, "test-k2", "T201", "is not the one of profile", "prime-rl: squared log-ratio not halved"),
        new(Fault.KlClampAfterExpGradientNaN, "openrlhf-kl-loss", "T209", "gradient of the KL estimate is not finite", "OpenRLHF 1335, NeMo 876: clamp after the exponential, NaN gradient"),
        new(Fault.KlClampMissing, "verl", "T201", "output clamp = none", "clamp missing"),
        new(Fault.KlOverflowsAtClamp, "open-instruct", "T209", "not finite", "TRL 3015: overflow of the exponential"),
        new(Fault.KlInputClampTooTight, "ms-swift", "T201", "is not the one of profile", "clamp of d to ±1"),
        new(Fault.KlIgnoresBetaOption, "trl-grpo", "T504", "has no effect", "slime 397: KL coefficient documented but ignored"),
        new(Fault.KlEstimatorOptionIgnored, "openrlhf-kl-loss", "T505", "has no effect", "verl 6058: documented estimator not there"),
        new(Fault.KlMetricLogsMinusRatio, "trl-grpo", "T603", "metric kl", "OpenRLHF feeb0283: logged −ratio as KL"),
        new(Fault.KlAddedTwice, "torchtune", "T311", "the loss is not the one", "KL counted twice"),
        new(Fault.KlAggregatedLikeOtherMode, "skyrl", "T311", "the loss is not the one", "Liger 1082: another normaliser for the KL term"),

        // Ratio, clip, loss.
        new(Fault.RatioInverted, "verl", "T301", "the ratio is not the one", "old over new"),
        new(Fault.RatioFromRoundedLogits, "verl", "T302", "not exactly 1", "verl 6280, unsloth 4502: on-policy ratio is not 1"),
        new(Fault.ClipLowUsedForBoth, "open-instruct", "T314", "beyond the clip", "clip bounds mixed up"),
        new(Fault.ClipOptionIgnored, "verl", "T501", "has no effect", "verl: clip_ratio alone has no effect"),
        new(Fault.ClipOptionIgnored, "verl", "T502", "has no effect", "verl: clip_ratio alone has no effect"),
        new(Fault.ClipIsMaxInsteadOfMin, "trl", "T314", "beyond the clip", "maximum for minimum"),
        new(Fault.ClipWithoutMin, "trl", "T314", "beyond the clip", "pessimistic minimum forgotten"),
        new(Fault.ClipFractionLowAlwaysZero, "verl", "T601", "clip_fraction_low", "verl 972: lower clip fraction always 0"),
        new(Fault.ClipFractionCountsBothSides, "verl", "T602", "clip_fraction_high", "clip fraction counts inactive tokens"),
        new(Fault.DualClipForgotten, "verl", "T315", "a large ratio", "slime 2247: dual clip not forwarded"),
        new(Fault.DualClipForgotten, "trl-delta", "T315", "a large ratio", "delta not forwarded"),
        new(Fault.DualClipOptionNotForwarded, "slime", "T503", "has no effect", "slime 2247: dual clip not forwarded"),
        new(Fault.DualClipForPositive, "nemo-rl-dual-clip", "T315", "a large ratio", "dual clip on the wrong side"),
        new(Fault.DualClipMissingSign, "skyrl-dual-clip", "T315", "a large ratio", "sign in the dual clip"),
        new(Fault.SequenceRatioOfSum, "trl-gspo", "T305", "a sum of log-ratios", "EasyR1 596: sum for mean of log-ratios"),
        new(Fault.SequenceRatioCountsMasked, "verl-gspo", "T303", "under the mask changes the ratio", "OpenRLHF 1b23ecf0: mask leaks into the sequence ratio"),
        new(Fault.SequenceRatioIgnored, "trl-gspo", "T316", "ratio level = token", "rasbt 243: token ratio for sequence ratio"),
        new(Fault.SequenceRatioOverBatch, "trl-gspo", "T304", "other sequences change the ratio", "torchtune GRPOCompletionLoss: ratio over the whole batch"),
        new(Fault.CispoBoundAsOffset, "trl-cispo", "T317", "clip bound absolute", "SkyRL 553, 1928: CISPO bound conventions"),
        new(Fault.CispoWeightDifferentiated, "test-cispo", "T312", "the gradient is not the one", "TRL 4499: CISPO stop-gradient"),
        new(Fault.LogRatioClampMissing, "verl", "T301", "log-ratio clamp = none", "clamp of the log-ratio missing"),
        new(Fault.LogRatioClampMissing, "skyrl", "T327", "not finite", "overflow of the ratio"),
        new(Fault.LossSignFlipped, "trl", "T311", "the loss is not the one", "sign of the loss"),
        new(Fault.LossSignFlipped, "trl", "T330", "not the slope", "sign of the loss against its gradient"),
        new(Fault.GradientOfLossDetached, "trl", "T325", "nothing is learned", "TRL 2703: loss 0 and no gradient either"),
        new(Fault.GradientScaledByBatch, "liger-grpo", "T312", "the gradient is not the one", "Liger 1082: gradient norm 100 times the reference's"),
        new(Fault.GradientMissesRatio, "trl", "T312", "the gradient is not the one", "TRL 5890: missing importance ratio"),
        new(Fault.MaskedTokensHaveGradient, "trl", "T321", "a masked token has a gradient", "mask forgotten in the gradient"),
        new(Fault.NaNUnderMaskLeaks, "trl", "T321", "a masked token has a gradient", "verl 782: NaN outside the mask"),

        // Aggregation.
        new(Fault.MaskMultipliedAfterExp, "verl", "T402", "NaN under the mask", "verl 2377, TRL 3248: NaN times 0"),
        new(Fault.MaskMultipliedAfterExp, "roll", "T402", "under the mask changes the aggregate", "verl 1779: NaN times 0"),
        new(Fault.TokenSumInsteadOfMean, "trl-grpo", "T406", "a constant", "verl 931: sum for mean"),
        new(Fault.MaskNotApplied, "openrlhf", "T402", "under the mask changes the aggregate", "ROLL: token-mean without its mask"),
        new(Fault.DenominatorIgnoresMask, "trl", "T406", "a constant", "TRL 6369, unsloth-zoo 1286: denominator ignores the mask"),
        new(Fault.DenominatorIsPaddedWidth, "trl-dr-grpo", "T401", "L_max = padded-width", "verl 5366: normaliser of Dr. GRPO"),
        new(Fault.MicroBatchTokenMean, "verl", "T403", "add up to", "verl 906, OpenRLHF 1249, SkyRL 1296: token mean depends on the cut"),
        new(Fault.MicroBatchTokenMean, "openrlhf", "T323", "add up to", "open-instruct 1161: token mean depends on the cut"),
        new(Fault.DividedByAccumulationSteps, "trl", "T403", "add up to", "TRL 5619: divided by accumulation steps once more"),
        new(Fault.EmptySequenceCounted, "verl-gspo", "T407", "empty sequences counted", "verl and ROLL: fully masked sequences"),
        new(Fault.EmptySequenceExcluded, "roll", "T407", "empty sequences excluded", "verl and ROLL: fully masked sequences"),
        new(Fault.ConstantForgetsSequences, "verl-dr-grpo", "T401", "aggregation = sum-constant", "verl 5417: Dr. GRPO without the sequence mean"),
        new(Fault.PromptMeanIsTokenMean, "skyrl-prompt-mean", "T401", "aggregation = token-mean", "TRL 5375: prompt mean"),
        new(Fault.EmptyBatchDividesByZero, "trl-grpo", "T404", "a fully masked batch", "verl 782, TRL 6439: 0/0"),
        new(Fault.AggregationOptionIgnored, "verl", "T508", "has no effect", "autonomous-dev 413: token_level_loss does nothing"),
        new(Fault.PaddingChangesTokens, "trl", "T326", "a masked column more changes the loss", "padding enters the denominator"),
        new(Fault.LengthWeightForgotten, "trl-luspo", "T401", "aggregation = sequence-mean-token-sum", "LUSPO without its length weight"),
    ];
}
