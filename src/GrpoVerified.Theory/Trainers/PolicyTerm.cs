using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Trainers;

/// <summary>What one token contributes to the surrogate that is maximised; ρ the ratio, A the advantage.</summary>
public static class PolicyTerm
{
    /// <summary>min(free·A, clipped·A): free and clipped are ρ before and after the clip.</summary>
    public static T Surrogate<T>(T free, T clipped, T advantage)
        where T : IElementary<T>
        => T.Min(free * advantage, clipped * advantage);

    /// <summary>max(s, c·min(A, 0)): for A &lt; 0 the surrogate s is at least cA; for A ≥ 0 nothing changes, because then s ≥ 0.</summary>
    /// <remarks>Domain ρ ≥ 0 and c &gt; 1.</remarks>
    public static T DualClip<T>(T surrogate, T advantage, T c)
        where T : IElementary<T>
        => T.Max(surrogate, c * T.Min(advantage, T.Zero));

    /// <summary>w·A·log π with a weight that is not differentiated (CISPO; w = 1 is the plain policy gradient).</summary>
    public static T Weighted<T>(T weight, T advantage, T logProbability)
        where T : IElementary<T>
        => weight * advantage * logProbability;
}
