using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Groups;

/// <summary>What is subtracted from a reward.</summary>
public enum Baseline
{
    /// <summary>The mean of the group.</summary>
    Mean,

    /// <summary>The mean of the other members of the group.</summary>
    LeaveOneOut,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>How a trainer turns the rewards of a group into advantages.</summary>
/// <param name="Baseline">What is subtracted.</param>
/// <param name="Deviation">The deviation divided by, or null for none.</param>
/// <param name="Epsilon">Smoothing ε ≥ 0.</param>
/// <param name="Placement">Where the smoothing stands.</param>
/// <remarks>
/// The paper: mean, population, ε inside the root. Most trainers: mean, sample, ε outside. A group of one has no
/// sample deviation; its advantage is 0 with a baseline. Where the deviation and ε are both 0 the advantage is 0.
/// </remarks>
public sealed record AdvantageConvention(Baseline Baseline, GroupDeviation? Deviation, Rational Epsilon, EpsilonPlacement Placement)
{
    /// <summary>The paper's convention with a given ε.</summary>
    public static AdvantageConvention Paper(Rational epsilon)
        => new(Baseline.Mean, GroupDeviation.Population, epsilon, EpsilonPlacement.Inside);
}
