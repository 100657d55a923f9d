using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Formulas;

/// <summary>Stability threshold, sharp Lipschitz constant, bifurcation curves and cusp for ε &gt; 0.</summary>
/// <remarks>Claims C7, D4–D8, E1. Formulas in p where p is a <see cref="Probability{T}"/>, in log-odds where it is x.</remarks>
public static class Stability
{
    /// <summary>B(p) = s|2p−1| / (2(s+ε)^{3/2}): a fixed point p* is exponentially attracting iff β &gt; B(p*). Claim E1.</summary>
    public static T Threshold<T>(Probability<T> p, T eps)
        where T : IElementary<T>
        => p.Variance * T.Abs(p.Bias) * T.Pow(Whitening.Omega(p, eps), 3) / T.FromInteger(2);

    /// <summary>M_ε = 1/(3√3 √ε (1+4ε)) = sup|G′| = sup B, ε &gt; 0. Claims C7, D4.</summary>
    public static T LipschitzConstant<T>(T eps)
        where T : IElementary<T>
        => T.ReciprocalSqrt(T.FromInteger(27) * eps) / (T.One + (T.FromInteger(4) * eps));

    /// <summary>The p &gt; 1/2 at which |G′| attains M_ε: 1/2 + √((1+4ε)/(1+12ε))/2. Claim D4.</summary>
    public static T LipschitzPoint<T>(T eps)
        where T : IElementary<T>
        => (T.One + CuspRoot(eps)) / T.FromInteger(2);

    /// <summary>Multiplier λ = F′(x*) = h′(p*) at a fixed point of the reference map: s(2p−1)/(2β(s+ε)^{3/2}). Claim E1.</summary>
    public static T Multiplier<T>(Probability<T> p, T beta, T eps)
        where T : IElementary<T>
        => p.Variance * -p.Bias * T.Pow(Whitening.Omega(p, eps), 3) / (T.FromInteger(2) * beta);

    /// <summary>Saddle-node (p &gt; 1/2) and flip (p &lt; 1/2) curves: x₀ = logit p − 2(s+ε)/(s|2p−1|), with β = B(p). Claim D6.</summary>
    public static T CurveReference<T>(Probability<T> p, T eps)
        where T : IElementary<T>
        => p.LogOdds - (T.FromInteger(2) * (p.Variance + eps) / (p.Variance * T.Abs(p.Bias)));

    /// <summary>Cusp: x_c = 2 artanh √((1+4ε)/(1+12ε)), at β = M_ε. Claim D7.</summary>
    public static T CuspLogOdds<T>(T eps)
        where T : IElementary<T>
        => T.FromInteger(2) * T.Atanh(CuspRoot(eps));

    /// <summary>Cusp: x₀ = x_c − 3√((1+4ε)(1+12ε)). Claim D7.</summary>
    public static T CuspReference<T>(T eps)
        where T : IElementary<T>
        => CuspLogOdds(eps) - (T.FromInteger(3)
            * T.Sqrt((T.One + (T.FromInteger(4) * eps)) * (T.One + (T.FromInteger(12) * eps))));

    /// <summary>Fold polynomial c(s) = 4β²(s+ε)³ + 4s³ − s²; for x &gt; 0, G′(x) &lt; β iff c(s) &gt; 0. Claim D5.</summary>
    public static T FoldPolynomial<T>(T s, T beta, T eps)
        where T : IElementary<T>
        => (T.FromInteger(4) * T.Square(beta) * T.Pow(s + eps, 3)) + (T.FromInteger(4) * T.Pow(s, 3)) - T.Square(s);

    /// <summary>
    /// Log-odds x ≥ 0 at which the variance is s: 2 artanh t = log((1+t)²/(4s)), t = √(1−4s), 0 &lt; s ≤ 1/4.
    /// The logarithm's argument has no cancellation for small s.
    /// </summary>
    public static T LogOddsOfVariance<T>(T s)
        where T : IElementary<T>
        => T.Log(T.Square(T.One + T.Sqrt(T.One - (T.FromInteger(4) * s))) / (T.FromInteger(4) * s));

    /// <summary>Fold polynomial 4β²(y+e)⁴ + 4y⁴ − y², y = √s, of the convention with smoothing outside the root. Claim H14.</summary>
    public static T FoldPolynomialOutside<T>(T y, T beta, T e)
        where T : IElementary<T>
        => (T.FromInteger(4) * T.Square(beta) * T.Pow(y + e, 4)) + (T.FromInteger(4) * T.Pow(y, 4)) - T.Square(y);

    /// <summary>The y = √s ∈ (0, 1/2) at which |G̃′| attains M_e: 2e/(1+√(1+32e²)). Claim H14.</summary>
    public static T LipschitzRootOutside<T>(T e)
        where T : IElementary<T>
        => T.FromInteger(2) * e / (T.One + T.Sqrt(T.One + (T.FromInteger(32) * T.Square(e))));

    /// <summary>dx*/dx₀ = 1/(1−λ); dp*/dp_ref = s(p*)/s(p_ref)/(1−λ) by the chain rule. Claim D9.</summary>
    public static T SensitivityToReference<T>(Probability<T> fixedPoint, Probability<T> pRef, T beta, T eps)
        where T : IElementary<T>
        => fixedPoint.Variance / (pRef.Variance * (T.One - Multiplier(fixedPoint, beta, eps)));

    /// <summary>dp*/dβ = −s(p*) Ω(p*)/β²/(1−λ). Claim D9.</summary>
    public static T SensitivityToBeta<T>(Probability<T> fixedPoint, T beta, T eps)
        where T : IElementary<T>
        => -(fixedPoint.Variance * Whitening.Omega(fixedPoint, eps)
            / (T.Square(beta) * (T.One - Multiplier(fixedPoint, beta, eps))));

    /// <summary>dp*/dε = −s(p*) (s+ε)^{−3/2}/(2β(1−λ)). Claim D9.</summary>
    public static T SensitivityToEpsilon<T>(Probability<T> fixedPoint, T beta, T eps)
        where T : IElementary<T>
        => -(fixedPoint.Variance * T.Pow(Whitening.Omega(fixedPoint, eps), 3)
            / (T.FromInteger(2) * beta * (T.One - Multiplier(fixedPoint, beta, eps))));

    /// <summary>M_e for smoothing outside the root: y√(1−4y²)/(2(y+e)²) at y = (√(1+32e²)−1)/(16e). Claim H14.</summary>
    public static T LipschitzConstantOutside<T>(T e)
        where T : IElementary<T>
    {
        var y = LipschitzRootOutside(e);
        return y * T.Sqrt(T.One - (T.FromInteger(4) * T.Square(y))) / (T.FromInteger(2) * T.Square(y + e));
    }

    private static T CuspRoot<T>(T eps)
        where T : IElementary<T>
        => T.Sqrt((T.One + (T.FromInteger(4) * eps)) / (T.One + (T.FromInteger(12) * eps)));
}
