using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Formulas;

/// <summary>The clipped surrogate and the clipped update in one dimension (equal conditionals within each class).</summary>
/// <remarks>
/// Claims A5, J2–J4, J16. Clip range: ratio in [1−e_lo, 1+e_hi], 0 ≤ e_lo ≤ 1, e_hi ≥ 0.
/// With e_lo = 1 and e_hi = ∞ nothing is clipped.
/// </remarks>
public static class Clipping
{
    /// <summary>min(ρA, clip(ρ, 1−e_lo, 1+e_hi) A): the clipped surrogate of one outcome.</summary>
    public static T Surrogate<T>(T ratio, T advantage, T clipLow, T clipHigh)
        where T : IElementary<T>
        => T.Min(ratio * advantage, Clip(ratio, clipLow, clipHigh) * advantage);

    /// <summary>clip(ρ, 1−e_lo, 1+e_hi).</summary>
    public static T Clip<T>(T ratio, T clipLow, T clipHigh)
        where T : IElementary<T>
        => T.Max(T.One - clipLow, T.Min(ratio, T.One + clipHigh));

    /// <summary>ω₊ min(ρ, 1+e_hi): the contrastive term of a success. Claim A5.</summary>
    public static T ContrastivePlus<T>(T ratio, T weightPlus, T clipHigh)
        where T : IElementary<T>
        => weightPlus * T.Min(ratio, T.One + clipHigh);

    /// <summary>−ω₋ max(ρ, 1−e_lo): the contrastive term of a failure. Claim A5.</summary>
    public static T ContrastiveMinus<T>(T ratio, T weightMinus, T clipLow)
        where T : IElementary<T>
        => -(weightMinus * T.Max(ratio, T.One - clipLow));

    /// <summary>Failure odds max(0, (1−c₊)/c₊) at the upper clip c₊ = p(1+e_hi), where ω₊ switches off.</summary>
    public static T UpperKink<T>(Probability<T> p, T clipHigh)
        where T : IElementary<T>
        => T.Max(T.Zero, p.Failure - (p.Success * clipHigh)) / (p.Success * (T.One + clipHigh));

    /// <summary>Failure odds (1−c₋)/c₋ at c₋ = p + e_lo(1−p), where ω₋ switches off.</summary>
    public static T LowerKink<T>(Probability<T> p, T clipLow)
        where T : IElementary<T>
        => p.Failure * (T.One - clipLow) / (p.Success + (clipLow * p.Failure));

    /// <summary>
    /// The clipped update in odds of failure, from the anchor's odds r̄ (p_ref's for the reference KL):
    /// the unique maximiser of ω₊ min(p,c₊) − ω₋ max(1−p,1−c₋) − β kl(p‖anchor).
    /// </summary>
    /// <remarks>
    /// Claim J3. The two orders of the kinks c₊, c₋ give two nested clamps; the true one is the less
    /// amplified of the two, so the larger odds of failure, whichever order holds.
    /// </remarks>
    public static T NextFailureOdds<T>(
        Probability<T> p, T anchorFailureOdds, T weightPlus, T weightMinus, T beta, T clipLow, T clipHigh)
        where T : IElementary<T>
    {
        var free = anchorFailureOdds * T.Exp(-((weightPlus + weightMinus) / beta));
        var plusOnly = anchorFailureOdds * T.Exp(-(weightPlus / beta));
        var minusOnly = anchorFailureOdds * T.Exp(-(weightMinus / beta));
        var upper = UpperKink(p, clipHigh);
        var lower = LowerKink(p, clipLow);
        return T.Max(
            Clamp(free, upper, minusOnly, lower, anchorFailureOdds),
            Clamp(free, lower, plusOnly, upper, anchorFailureOdds));
    }

    /// <summary>The objective ω₊ min(p,c₊) − ω₋ max(1−p,1−c₋) − β kl(p‖p_ref) that the clipped update maximises. Claims J2, J17.</summary>
    public static T Objective<T>(
        Probability<T> p, Probability<T> pOld, Probability<T> pRef, T beta, T eps, T clipLow, T clipHigh)
        where T : IElementary<T>
        => (Whitening.WeightPlus(pOld, eps) * T.Min(p.Success, pOld.Success * (T.One + clipHigh)))
            - (Whitening.WeightMinus(pOld, eps) * T.Max(p.Failure, pOld.Failure * (T.One - clipLow)))
            - (beta * Divergences.Bernoulli(p, pRef));

    private static T Clamp<T>(T free, T firstKink, T middle, T secondKink, T anchor)
        where T : IElementary<T>
        => T.Max(free, T.Min(firstKink, T.Max(middle, T.Min(secondKink, anchor))));
}
