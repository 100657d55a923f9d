using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Policies;

/// <summary>The explicit optimal policy π_n(o) = anchor(o) e^{A(o)/β}/Z of the unclipped objective.</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
/// <param name="Probabilities">π_n(o), in the order of the outcomes.</param>
/// <param name="Partition">The partition function Z.</param>
/// <param name="Success">Probability of success and of failure of π_n.</param>
/// <remarks>Claims B1–B4 (reference KL, anchor π_ref), H1 (mirror, anchor π_old), I2 (two-KL, anchor π_ref^α π_old^{1−α}).</remarks>
public sealed record ExplicitPolicy<T>(IReadOnlyList<T> Probabilities, T Partition, Probability<T> Success)
    where T : IElementary<T>;

/// <summary>Builds explicit policies and evaluates the objective they maximise.</summary>
public static class ExplicitPolicies
{
    /// <summary>Z = p e^{ω₊/β} + (1−p) e^{−ω₋/β}: the partition function of the reference KL. Claim B1.</summary>
    public static T Partition<T>(Probability<T> pRef, Probability<T> pOld, T beta, T eps)
        where T : IElementary<T>
        => (pRef.Success * T.Exp(Whitening.WeightPlus(pOld, eps) / beta))
            + (pRef.Failure * T.Exp(-(Whitening.WeightMinus(pOld, eps) / beta)));

    /// <summary>The maximiser of ω₊P(r=1) − ω₋P(r=0) − β KL(·‖anchor), for an anchor of any total mass.</summary>
    /// <param name="anchor">Positive weights of the anchor (π_ref for the reference KL); zero weights stay zero.</param>
    /// <param name="rewards">r(o).</param>
    /// <param name="weightPlus">ω₊ of the old policy.</param>
    /// <param name="weightMinus">ω₋ of the old policy.</param>
    /// <param name="beta">β.</param>
    public static ExplicitPolicy<T> Maximiser<T>(
        IReadOnlyList<T> anchor, IReadOnlyList<bool> rewards, T weightPlus, T weightMinus, T beta)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(anchor);
        ArgumentNullException.ThrowIfNull(rewards);
        var up = T.Exp(weightPlus / beta);
        var down = T.Exp(-(weightMinus / beta));
        var plus = Mass(anchor, rewards, success: true) * up;
        var minus = Mass(anchor, rewards, success: false) * down;
        var z = plus + minus;
        var probabilities = anchor.Select((a, i) => a * (rewards[i] ? up : down) / z).ToArray();
        return new(probabilities, z, new Probability<T>(plus / z, minus / z));
    }

    /// <summary>The geometric anchor π_ref(o)^α π_old(o)^{1−α} of two-KL, unnormalised; all probabilities positive. Claim I2.</summary>
    public static IReadOnlyList<T> GeometricAnchor<T>(IReadOnlyList<T> reference, IReadOnlyList<T> old, T alpha)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(old);
        return [.. reference.Zip(old, (a, b) => T.Exp((alpha * T.Log(a)) + ((T.One - alpha) * T.Log(b))))];
    }

    /// <summary>KL(π‖ρ) = Σ π(o) log(π(o)/ρ(o)) in nats, over the outcomes where <paramref name="isPositive"/>.</summary>
    /// <param name="policy">π.</param>
    /// <param name="other">ρ, positive where π is.</param>
    /// <param name="isPositive">Whether π(o) &gt; 0; outcomes with π(o) = 0 contribute 0.</param>
    public static T KullbackLeibler<T>(IReadOnlyList<T> policy, IReadOnlyList<T> other, Func<int, bool> isPositive)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(isPositive);
        var sum = T.Zero;
        for (var i = 0; i < policy.Count; i++)
        {
            if (isPositive(i))
            {
                sum += Divergences.Share(policy[i], other[i]);
            }
        }

        return sum;
    }

    /// <summary>The unclipped objective ω₊P(r=1) − ω₋P(r=0) − β KL(π‖anchor).</summary>
    public static T Objective<T>(
        IReadOnlyList<T> policy, IReadOnlyList<T> anchor, IReadOnlyList<bool> rewards, T weightPlus, T weightMinus, T beta, Func<int, bool> isPositive)
        where T : IElementary<T>
        => (weightPlus * Mass(policy, rewards, success: true)) - (weightMinus * Mass(policy, rewards, success: false))
            - (beta * KullbackLeibler(policy, anchor, isPositive));

    /// <summary>Mass of the successes (or of the failures).</summary>
    public static T Mass<T>(IReadOnlyList<T> weights, IReadOnlyList<bool> rewards, bool success)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(rewards);
        var sum = T.Zero;
        for (var i = 0; i < weights.Count; i++)
        {
            if (rewards[i] == success)
            {
                sum += weights[i];
            }
        }

        return sum;
    }
}
