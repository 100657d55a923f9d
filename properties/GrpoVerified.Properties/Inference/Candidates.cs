using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Properties.Inference;

/// <summary>The conventions that inference tries: every combination of the axes, with numbers read off the answers.</summary>
internal static class Candidates
{
    private const int SignificantDigits = 3;

    private static readonly Rational?[] Clamps = [null, 5, 10, 20, 40];

    private static readonly Rational?[] LogRatioBounds = [null, 10, 20];

    private static readonly Rational?[] NoBound = [null];

    // Population and sample deviation of (1, 0, 0, 0).
    private static readonly double[] UnitDeviations = [Math.Sqrt(3.0 / 16), 0.5];

    private static readonly bool[] Either = [false, true];

    private static readonly bool[] OnlyFalse = [false];

    public static IEnumerable<AdvantageProfile> Advantages(IReadOnlyList<AnsweredProbe> probes)
    {
        var epsilons = AxisVariants.UsualEpsilons.Select(Rational.Parse).Concat(Epsilons(probes)).Distinct().ToArray();
        return from baseline in Enum.GetValues<Baseline>()
               from deviation in Enum.GetValues<DeviationKind>()
               from rule in deviation == DeviationKind.None ? [EpsilonRule.Outside] : Enum.GetValues<EpsilonRule>()
               from baselineScope in Enum.GetValues<StatisticScope>()
               from deviationScope in deviation == DeviationKind.None ? [StatisticScope.Group] : Enum.GetValues<StatisticScope>()
               from epsilon in deviation == DeviationKind.None ? [Rational.Zero] : epsilons
               select new AdvantageProfile
               {
                   Baseline = baseline,
                   Deviation = deviation,
                   EpsilonRule = rule,
                   VarianceFloor = rule == EpsilonRule.VarianceFloor ? new(1, 1_000_000) : Rational.Zero,
                   VarianceForm = rule is EpsilonRule.VarianceFloor || deviation == DeviationKind.OfTheOthers ? VarianceForm.Moments : VarianceForm.TwoPass,
                   BaselineScope = baselineScope,
                   DeviationScope = deviationScope,
                   Epsilon = epsilon,
               };
    }

    public static IEnumerable<KlProfile> Kl()
        => from estimator in Enum.GetValues<KlEstimator>()
           from input in Clamps
           from output in Clamps
           from gradient in Enum.GetValues<KlGradientForm>()
           select new KlProfile { Estimator = estimator, InputClamp = input, OutputClamp = output, Gradient = gradient };

    public static IEnumerable<ClipProfile> Clips(IReadOnlyList<AnsweredProbe> probes)
    {
        var high = Number(-TokenLoss(probes, 2, 1) - 1);
        var low = Number(1 - TokenLoss(probes, -0.5, -1));
        var bound = Number(TokenLoss(probes, 4, -1));
        Rational?[] lows = low is { } l && l.Sign > 0 && l <= 1 ? [null, l] : [null];
        Rational?[] highs = high is { } h && h.Sign > 0 ? [null, h, h + 1] : high is { } negative && negative > -1 ? [null, negative + 1] : [null];
        (DualClipKind Kind, Rational Bound)[] duals = bound is { } b && b > 1
            ? [(DualClipKind.None, 3), (DualClipKind.NegativeAdvantages, b), (DualClipKind.UnclippedRatio, b)]
            : [(DualClipKind.None, 3)];
        return from objective in Enum.GetValues<PolicyObjective>()
               from level in Enum.GetValues<RatioLevel>()
               from lowest in lows
               from highest in highs
               from isAbsolute in objective == PolicyObjective.Cispo && highest is not null ? Either : OnlyFalse
               from dual in objective == PolicyObjective.ClippedSurrogate ? duals : duals.Take(1)
               from clamp in LogRatioBounds
               from max in level == RatioLevel.Token ? NoBound : LogRatioBounds
               select new ClipProfile
               {
                   Objective = objective,
                   Level = level,
                   Low = lowest,
                   High = highest,
                   IsHighAbsolute = isAbsolute,
                   DualClip = dual.Kind,
                   DualClipBound = dual.Bound,
                   LogRatioClamp = clamp,
                   SequenceLogRatioMax = max,
               };
    }

    public static IEnumerable<AggregationProfile> Aggregations()
        => from mode in Enum.GetValues<AggregationMode>()
           from sequence in Enum.GetValues<EmptySequenceRule>()
           from batch in Enum.GetValues<EmptyBatchRule>()
           from length in Enum.GetValues<LengthSource>()
           select new AggregationProfile { Mode = mode, EmptySequence = sequence, EmptyBatch = batch, Length = length };

    /// <summary>Coefficient β read off the loss of a token away from the reference, given the estimate there.</summary>
    public static Rational? Beta(IReadOnlyList<AnsweredProbe> probes, double estimate)
        => probes.FirstOrDefault(p => p.Probe.Request is LossRequest { Advantages: [0], Mask: [[true]] } r && r.LogProbs[0][0] == r.OldLogProbs[0][0]) is { Answer: LossAnswer a } && estimate != 0
            ? a.Loss == 0 ? Rational.Zero : Number(a.Loss / estimate)
            : null;

    // ε ≈ c/A − σ for the smallest rewards that still answer, for each deviation and both places.
    private static IEnumerable<Rational> Epsilons(IReadOnlyList<AnsweredProbe> probes)
        => from p in probes
           where p.Probe.Request is AdvantageRequest { Rewards: [> 0, 0, 0, 0] } && p.Answer is AdvantageAnswer { Advantages: [> 0, ..] }
           let s = ((AdvantageRequest)p.Probe.Request).Rewards[0]
           let a = ((AdvantageAnswer)p.Answer!).Advantages[0]
           from deviation in UnitDeviations
           let divisor = 0.75 * s / a
           from epsilon in new[] { divisor - (deviation * s), (divisor * divisor) - (deviation * s * deviation * s) }
           where epsilon > 1e-15 && epsilon < 1
           let number = Number(epsilon)
           where number is not null
           select number.Value;

    private static double TokenLoss(IReadOnlyList<AnsweredProbe> probes, double logRatio, double advantage)
        => probes.FirstOrDefault(p => p.Probe.Request is LossRequest { Mask: [[true]] } r && r.Advantages[0] == advantage && r.LogProbs[0][0] - r.OldLogProbs[0][0] == logRatio) is { Answer: LossAnswer a } ? a.Loss : double.NaN;

    // The decimal with few digits that is nearest.
    private static Rational? Number(double x)
        => double.IsFinite(x) ? Rational.Parse(x.ToString($"E{SignificantDigits - 1}", System.Globalization.CultureInfo.InvariantCulture)) : null;
}
