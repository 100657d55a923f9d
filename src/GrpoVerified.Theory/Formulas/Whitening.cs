using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Formulas;

/// <summary>
/// Whitened binary reward A = (r − p)/√(s+ε), s = p(1−p), and the two contrastive weights it gives.
/// </summary>
/// <remarks>Claims A1–A4. Domain: 0 ≤ p ≤ 1, ε ≥ 0, and 0 &lt; p &lt; 1 where ε = 0.</remarks>
public static class Whitening
{
    /// <summary>Ω(p) = 1/√(s+ε), the reciprocal of the smoothed standard deviation.</summary>
    /// <remarks>Claim A4: symmetric, convex, minimum 2/√(1+4ε) at p = 1/2, maximum 1/√ε at p ∈ {0,1}.</remarks>
    public static T Omega<T>(Probability<T> p, T eps)
        where T : IElementary<T>
        => T.ReciprocalSqrt(p.Variance + eps);

    /// <summary>Ω̃(p) = 1/(√s + e): the variant of trainers that add the smoothing outside the root.</summary>
    /// <remarks>Claim H14.</remarks>
    public static T OmegaOutside<T>(Probability<T> p, T e)
        where T : IElementary<T>
        => T.One / (T.Sqrt(p.Variance) + e);

    /// <summary>ω₊(p) = (1−p) Ω(p): the whitened advantage of a success.</summary>
    public static T WeightPlus<T>(Probability<T> p, T eps)
        where T : IElementary<T>
        => p.Failure * Omega(p, eps);

    /// <summary>ω₋(p) = p Ω(p): minus the whitened advantage of a failure.</summary>
    public static T WeightMinus<T>(Probability<T> p, T eps)
        where T : IElementary<T>
        => p.Success * Omega(p, eps);

    /// <summary>Whitened advantage (r − p) Ω(p) of a reward r.</summary>
    public static T Advantage<T>(T r, Probability<T> p, T eps)
        where T : IElementary<T>
        => (r - p.Success) * Omega(p, eps);

    /// <summary>Variance s/(s+ε) of the whitened reward; below 1 unless ε = 0. Claim A1.</summary>
    public static T WhitenedVariance<T>(Probability<T> p, T eps)
        where T : IElementary<T>
        => p.Variance / (p.Variance + eps);

    /// <summary>ω₊′(p) = −((1−p)/2 + ε)/(s+ε)^{3/2}. Claim A3.</summary>
    public static T WeightPlusDerivative<T>(Probability<T> p, T eps)
        where T : IElementary<T>
        => -((p.Failure / T.FromInteger(2)) + eps) * T.Pow(Omega(p, eps), 3);

    /// <summary>ω₋′(p) = (p/2 + ε)/(s+ε)^{3/2}. Claim A3.</summary>
    public static T WeightMinusDerivative<T>(Probability<T> p, T eps)
        where T : IElementary<T>
        => ((p.Success / T.FromInteger(2)) + eps) * T.Pow(Omega(p, eps), 3);

    /// <summary>Minimum 2/√(1+4ε) of Ω, attained at p = 1/2.</summary>
    public static T OmegaMinimum<T>(T eps)
        where T : IElementary<T>
        => T.FromInteger(2) * T.ReciprocalSqrt(T.One + (T.FromInteger(4) * eps));

    /// <summary>Maximum 1/√ε of Ω for ε &gt; 0, attained at p ∈ {0, 1}.</summary>
    public static T OmegaMaximum<T>(T eps)
        where T : IElementary<T>
        => T.ReciprocalSqrt(eps);
}
