using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Groups;

/// <summary>Exact moments of the rewards of one group.</summary>
/// <param name="Count">Number of rewards n ≥ 1.</param>
/// <param name="Mean">Mean of the rewards.</param>
/// <param name="SquaredDeviations">Σ (r_i − mean)².</param>
public readonly record struct GroupMoments(long Count, Rational Mean, Rational SquaredDeviations)
{
    /// <summary>Moments of a list of rewards.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static GroupMoments Of(IReadOnlyCollection<Rational> rewards)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        if (rewards.Count == 0)
        {
            throw new ArgumentException("A group has at least one reward.", nameof(rewards));
        }

        var mean = rewards.Aggregate(Rational.Zero, static (sum, r) => sum + r) / rewards.Count;
        var squares = rewards.Aggregate(Rational.Zero, (sum, r) => sum + ((r - mean) * (r - mean)));
        return new(rewards.Count, mean, squares);
    }

    /// <summary>Empirical variance with the given divisor; 0 for the sample variance of a single reward.</summary>
    public Rational Variance(GroupDeviation deviation)
    {
        var divisor = deviation == GroupDeviation.Sample ? Count - 1 : Count;
        return divisor == 0 ? Rational.Zero : SquaredDeviations / divisor;
    }
}
