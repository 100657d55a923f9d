using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Properties.Profiles;

/// <summary>What a centred reward is divided by.</summary>
public enum DeviationKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The population standard deviation (divides by G).</summary>
    Population,

    /// <summary>The sample standard deviation (divides by G − 1).</summary>
    Sample,

    /// <summary>The sample standard deviation of the other samples of the group: another one for each sample.</summary>
    OfTheOthers,
}

/// <summary>Where ε stands.</summary>
public enum EpsilonRule
{
    /// <summary>√(variance + ε).</summary>
    Inside,

    /// <summary>√variance + ε.</summary>
    Outside,

    /// <summary>√variance + ε where the deviation is positive; otherwise the centred reward is not divided.</summary>
    Guarded,

    /// <summary>√max(variance, floor) + ε.</summary>
    VarianceFloor,
}

/// <summary>Over which samples a statistic runs.</summary>
public enum StatisticScope
{
    /// <summary>The samples of the same prompt.</summary>
    Group,

    /// <summary>All samples of the batch.</summary>
    Batch,
}

/// <summary>What a group of one sample gets.</summary>
public enum SingletonRule
{
    /// <summary>0.</summary>
    Zero,

    /// <summary>r/(1 + ε): mean taken as 0 and deviation as 1; r without a deviation.</summary>
    RawReward,

    /// <summary>NaN.</summary>
    NaN,

    /// <summary>The request is refused.</summary>
    Rejected,
}

/// <summary>What a group of equal rewards gets when their mean is not exact (0.1, three times).</summary>
public enum EqualRewardsRule
{
    /// <summary>Exactly 0: the trainer tests for it.</summary>
    ExactZero,

    /// <summary>What the rounding of the mean leaves, divided by the smoothed deviation.</summary>
    Rounding,
}

/// <summary>What a missing reward (NaN) does to the others of its group.</summary>
public enum MissingRewardRule
{
    /// <summary>Nothing: it is left out of mean and deviation. Its own advantage is not judged.</summary>
    Excluded,

    /// <summary>It counts as a reward of 0.</summary>
    CountedAsZero,
}

/// <summary>How a variance is computed; exact results agree, rounding does not.</summary>
public enum VarianceForm
{
    /// <summary>Mean of the squared deviations from the mean.</summary>
    TwoPass,

    /// <summary>Mean of squares minus square of the mean.</summary>
    Moments,
}

/// <summary>How rewards become advantages.</summary>
public sealed record AdvantageProfile
{
    /// <summary>What is subtracted.</summary>
    public Baseline Baseline { get; init; } = Baseline.Mean;

    /// <summary>Samples the baseline runs over.</summary>
    public StatisticScope BaselineScope { get; init; } = StatisticScope.Group;

    /// <summary>What is divided by.</summary>
    public DeviationKind Deviation { get; init; } = DeviationKind.Sample;

    /// <summary>Samples the deviation runs over.</summary>
    public StatisticScope DeviationScope { get; init; } = StatisticScope.Group;

    /// <summary>Smoothing ε ≥ 0.</summary>
    public Rational Epsilon { get; init; }

    /// <summary>Where ε stands.</summary>
    public EpsilonRule EpsilonRule { get; init; } = EpsilonRule.Outside;

    /// <summary>Least variance with <see cref="EpsilonRule.VarianceFloor"/>.</summary>
    public Rational VarianceFloor { get; init; }

    /// <summary>What a group of one gets.</summary>
    public SingletonRule Singleton { get; init; } = SingletonRule.Zero;

    /// <summary>What equal rewards with a rounded mean get.</summary>
    public EqualRewardsRule EqualRewards { get; init; } = EqualRewardsRule.Rounding;

    /// <summary>What a missing reward does, or null where missing rewards are not defined.</summary>
    public MissingRewardRule? Missing { get; init; }

    /// <summary>How the variance is computed.</summary>
    public VarianceForm VarianceForm { get; init; } = VarianceForm.TwoPass;
}
