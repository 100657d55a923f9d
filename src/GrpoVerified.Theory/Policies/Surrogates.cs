using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Policies;

/// <summary>Losses of a policy on a finite outcome space against an old policy with π_old &gt; 0 on its support.</summary>
/// <remarks>Claims A5 (contrastive identity), A8 (affine surrogate), B2 (variational gap), J1 and J17 (clipped objective).</remarks>
public static class Surrogates
{
    /// <summary>Σ π_old min(ρA, clip(ρ, 1−e_lo, 1+e_hi) A), A the whitened reward of π_old: the clipped surrogate without its KL term.</summary>
    /// <param name="policy">π(o).</param>
    /// <param name="old">π_old(o) &gt; 0.</param>
    /// <param name="rewards">r(o).</param>
    /// <param name="eps">Smoothing ε.</param>
    /// <param name="clipLow">e_lo.</param>
    /// <param name="clipHigh">e_hi.</param>
    public static T Clipped<T>(IReadOnlyList<T> policy, IReadOnlyList<T> old, IReadOnlyList<bool> rewards, T eps, T clipLow, T clipHigh)
        where T : IElementary<T>
        => Sum(policy, old, rewards, eps, (ratio, success, plus, minus) => Clipping.Surrogate(ratio, success ? plus : -minus, clipLow, clipHigh));

    /// <summary>ω₊ E_old[min(ρ,1+e_hi) 1{r=1}] − ω₋ E_old[max(ρ,1−e_lo) 1{r=0}]: the contrastive loss, equal to <see cref="Clipped"/>.</summary>
    /// <param name="policy">π(o).</param>
    /// <param name="old">π_old(o) &gt; 0.</param>
    /// <param name="rewards">r(o).</param>
    /// <param name="eps">Smoothing ε.</param>
    /// <param name="clipLow">e_lo.</param>
    /// <param name="clipHigh">e_hi.</param>
    public static T Contrastive<T>(IReadOnlyList<T> policy, IReadOnlyList<T> old, IReadOnlyList<bool> rewards, T eps, T clipLow, T clipHigh)
        where T : IElementary<T>
        => Sum(policy, old, rewards, eps, (ratio, success, plus, minus) => success
            ? Clipping.ContrastivePlus(ratio, plus, clipHigh)
            : Clipping.ContrastiveMinus(ratio, minus, clipLow));

    /// <summary>L(π_n) − L(π) = β KL(π‖π_n) ≥ 0: how far a policy is from the unclipped optimum. Claim B2.</summary>
    /// <param name="policy">π.</param>
    /// <param name="optimum">π_n, positive where π is.</param>
    /// <param name="beta">β.</param>
    /// <param name="isPositive">Whether π(o) &gt; 0.</param>
    public static T VariationalGap<T>(IReadOnlyList<T> policy, ExplicitPolicy<T> optimum, T beta, Func<int, bool> isPositive)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(optimum);
        return beta * ExplicitPolicies.KullbackLeibler(policy, optimum.Probabilities, isPositive);
    }

    /// <summary>Probability of success and failure of a policy.</summary>
    public static Probability<T> SuccessOf<T>(IReadOnlyList<T> policy, IReadOnlyList<bool> rewards)
        where T : IElementary<T>
        => new(ExplicitPolicies.Mass(policy, rewards, success: true), ExplicitPolicies.Mass(policy, rewards, success: false));

    // Σ π_old(o) term(ρ(o), r(o), ω₊, ω₋), the weights those of π_old.
    private static T Sum<T>(IReadOnlyList<T> policy, IReadOnlyList<T> old, IReadOnlyList<bool> rewards, T eps, Func<T, bool, T, T, T> term)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(rewards);
        var p = SuccessOf(old, rewards);
        var (plus, minus) = (Whitening.WeightPlus(p, eps), Whitening.WeightMinus(p, eps));
        var sum = T.Zero;
        for (var i = 0; i < policy.Count; i++)
        {
            sum += old[i] * term(policy[i] / old[i], rewards[i], plus, minus);
        }

        return sum;
    }
}
