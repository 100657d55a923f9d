using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Properties.Profiles;

/// <content>OpenRLHF and NeMo-RL.</content>
public static partial class NamedProfiles
{
    private static IEnumerable<TrainerProfile> OpenRlhf()
    {
        var openRlhf = new TrainerProfile("openrlhf", "OpenRLHF/OpenRLHF 3c3be623 (2026-08-13), 0.11.0", "experience_maker.py with estimator group_norm: ε = 1e-9 beside the sample deviation, groups of one refused; k1 in the reward, value in ±10; eps_clip 0.2, log-ratio in ±20; token mean.")
        {
            Advantage = Whitened("1e-9", singleton: SingletonRule.Rejected),
            Kl = new() { Estimator = KlEstimator.K1, OutputClamp = 10, Placement = KlPlacement.Reward, Beta = Q("0.01"), Form = K3Form.OneFirst },
            Clip = PlainClip with { LogRatioClamp = 20 },
            Aggregation = By(AggregationMode.TokenMean) with { KlMode = AggregationMode.TokenMean },
        };
        yield return openRlhf;
        yield return openRlhf with
        {
            Name = "openrlhf-kl-loss",
            Source = "As openrlhf with algo.kl.use_loss and estimator k3: 0.01 times k3, value in ±10, no clamp before the exponential.",
            Kl = K3("0.01", output: "10", form: K3Form.OneFirst),
        };
        yield return openRlhf with
        {
            Name = "openrlhf-dr-grpo",
            Source = "As openrlhf with estimator dr_grpo: mean only; the loss stays a token mean.",
            Advantage = Centred(singleton: SingletonRule.Rejected),
        };
        yield return openRlhf with
        {
            Name = "openrlhf-rloo",
            Source = "As openrlhf with estimator rloo: leave-one-out.",
            Advantage = Centred(Baseline.LeaveOneOut, SingletonRule.Rejected),
        };
    }

    private static IEnumerable<TrainerProfile> NeMo()
    {
        var nemo = new TrainerProfile("nemo-rl", "NVIDIA-NeMo/RL 7ea279ab (2026-08-22)", "Defaults: leave-one-out baseline and the sample deviation of the other samples by mean of squares, divided by deviation + 1e-6 only where it is positive; k3 with d in ±20 and value in ±10, 0.01 in the loss, multiplied by exp(lp − stopgrad lp); clip 0.2; token level.")
        {
            Advantage = new()
            {
                Baseline = Baseline.LeaveOneOut,
                Deviation = DeviationKind.OfTheOthers,
                Epsilon = Q("1e-6"),
                EpsilonRule = EpsilonRule.Guarded,
                VarianceForm = VarianceForm.Moments,
            },
            Kl = K3("0.01", "20", "10", K3Form.OneFirst) with { Gradient = KlGradientForm.ScoreFunction },
            Clip = PlainClip,
            Aggregation = By(AggregationMode.TokenMean),
        };
        yield return nemo;
        yield return nemo with
        {
            Name = "nemo-rl-dual-clip",
            Source = "As nemo-rl with ratio_clip_c 3.",
            Clip = PlainClip with { DualClip = DualClipKind.NegativeAdvantages, DualClipBound = 3 },
        };
        yield return nemo with
        {
            Name = "nemo-rl-sequence",
            Source = "As nemo-rl with token_level_loss False: mean over sequences of the mean over tokens.",
            Aggregation = By(AggregationMode.SequenceMeanTokenMean),
        };
    }
}
