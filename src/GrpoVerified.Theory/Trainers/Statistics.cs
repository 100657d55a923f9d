using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Trainers;

/// <summary>Statistics of rewards as trainers compute them, over any arithmetic.</summary>
/// <remarks>The exact results agree with <see cref="Groups.GroupMoments"/>; these carry the rounding of each step.</remarks>
public static class Statistics
{
    /// <summary>Σ x_i; 0 for none.</summary>
    public static T Sum<T>(IEnumerable<T> values)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var sum = T.Zero;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>(Σ x_i)/n, n ≥ 1.</summary>
    public static T Mean<T>(IReadOnlyCollection<T> values)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return Sum(values) / T.FromInteger(values.Count);
    }

    /// <summary>Σ (x_i − mean)²/divisor.</summary>
    public static T Variance<T>(IReadOnlyCollection<T> values, int divisor)
        where T : IElementary<T>
    {
        var mean = Mean(values);
        return Sum(values.Select(x => T.Square(x - mean))) / T.FromInteger(divisor);
    }

    /// <summary>max(0, Σ x_i²/n − mean²)·(n/divisor), the factor given: the same number; loses all digits when the spread is small beside the mean.</summary>
    public static T VarianceByMoments<T>(IReadOnlyCollection<T> values, T factor)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var biased = T.Max(T.Zero, Mean([.. values.Select(T.Square)]) - T.Square(Mean(values)));
        return biased * factor;
    }
}
