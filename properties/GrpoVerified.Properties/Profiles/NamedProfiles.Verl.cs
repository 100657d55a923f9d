using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Properties.Profiles;

/// <content>verl and what shares its clamps.</content>
public static partial class NamedProfiles
{
    private static IEnumerable<TrainerProfile> Verl()
    {
        var clip = PlainClip with { DualClip = DualClipKind.NegativeAdvantages, DualClipBound = 3, LogRatioClamp = 20 };
        var tokenMean = By(AggregationMode.TokenMean, EmptySequenceRule.Excluded, EmptyBatchRule.NaN) with { Length = LengthSource.PaddedWidth };
        var verl = new TrainerProfile("verl", "verl-project/verl 1dda039b (2026-08-22), 0.10.0.dev", "core_algos.py, defaults with adv_estimator grpo: ε = 1e-6 beside the sample deviation, a group of one keeps its raw reward; low_var_kl with d in ±20 and value in ±10, not in the loss; clip 0.2, dual clip 3, log-ratio in ±20; token-mean.")
        {
            Advantage = Whitened("1e-6", singleton: SingletonRule.RawReward),
            Kl = K3("0.001", "20", "10") with { Placement = KlPlacement.None },
            Clip = clip,
            Aggregation = tokenMean,
        };
        yield return verl;
        yield return verl with
        {
            Name = "verl-kl-loss",
            Source = "As verl with use_kl_loss: 0.001 times low_var_kl in the loss.",
            Kl = K3("0.001", "20", "10"),
        };
        yield return verl with
        {
            Name = "verl-dr-grpo",
            Source = "As verl with norm_adv_by_std_in_grpo False and loss_agg_mode seq-mean-token-sum-norm: sum over B times the padded width.",
            Advantage = Centred(singleton: SingletonRule.RawReward),
            Aggregation = tokenMean with { Mode = AggregationMode.SequenceMeanConstant },
        };
        yield return verl with
        {
            Name = "verl-dr-grpo-2026-01",
            Version = "volcengine/verl b178a3cd (2026-01-29)",
            Source = "As verl-dr-grpo, where seq-mean-token-sum-norm did not divide by the number of sequences.",
            Advantage = Centred(singleton: SingletonRule.RawReward),
            Aggregation = tokenMean with { Mode = AggregationMode.SumConstant },
        };
        yield return verl with
        {
            Name = "verl-vectorized-2026-01",
            Version = "volcengine/verl b178a3cd (2026-01-29)",
            Source = "As verl with adv_estimator grpo_vectorized before pull request 6348: mean of squares minus squared mean, and a floor of 1e-6 under the variance.",
            Advantage = Whitened("1e-6", singleton: SingletonRule.RawReward) with { EpsilonRule = EpsilonRule.VarianceFloor, VarianceFloor = Q("1e-6"), VarianceForm = VarianceForm.Moments },
        };
        yield return verl with
        {
            Name = "verl-rloo",
            Source = "As verl with adv_estimator rloo: leave-one-out, a group of one keeps its raw reward.",
            Advantage = Centred(Baseline.LeaveOneOut, SingletonRule.RawReward),
        };
        yield return verl with
        {
            Name = "verl-rloo-vectorized",
            Source = "As verl with adv_estimator rloo_vectorized: leave-one-out, a group of one gets 0.",
            Advantage = Centred(Baseline.LeaveOneOut),
        };
        yield return verl with
        {
            Name = "verl-gspo",
            Source = "As verl with loss_mode gspo: value of the sequence ratio, gradient of the token's own, log-ratio at most 10; seq-mean-token-mean.",
            Clip = PlainClip with { Level = RatioLevel.SequenceToken, SequenceLogRatioMax = 10 },
            Aggregation = tokenMean with { Mode = AggregationMode.SequenceMeanTokenMean },
        };
        var skyRl = new TrainerProfile("skyrl", "NovaSky-AI/SkyRL a9564572 (2026-08-21)", "ppo_utils.py: ε = 1e-6 beside the sample deviation, a group of one keeps its raw reward; k3 with d in ±20 and value in ±10, 0.001 in the loss, always averaged by sequence; clip 0.2, log-ratio in ±20; token_mean.")
        {
            Advantage = Whitened("1e-6", singleton: SingletonRule.RawReward),
            Kl = K3("0.001", "20", "10"),
            Clip = PlainClip with { LogRatioClamp = 20 },
            Aggregation = By(AggregationMode.TokenMean) with { KlMode = AggregationMode.SequenceMeanTokenMean },
        };
        yield return skyRl;
        yield return skyRl with
        {
            Name = "skyrl-dual-clip",
            Source = "As skyrl with policy_loss_type dual_clip and c = 3.",
            Clip = clip,
        };
        yield return skyRl with
        {
            Name = "skyrl-prompt-mean",
            Source = "As skyrl with loss_reduction prompt_mean.",
            Aggregation = By(AggregationMode.PromptMean) with { KlMode = AggregationMode.SequenceMeanTokenMean },
        };
        yield return new("easyr1", "hiyouga/EasyR1, head of August 2026", "Group advantage with ε = 1e-6 beside the sample deviation; the rest was not read.")
        {
            Advantage = Whitened("1e-6", singleton: SingletonRule.NaN),
        };
    }
}
