using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Formulas;

/// <summary>
/// The success map of the reference-KL iteration, p_n = h(p_{n−1}), and its form in log-odds x = logit p.
/// </summary>
/// <remarks>
/// Mroueh 2025 (arXiv 2503.06639), fixed point iteration of the probability of success; claims C1–C5.
/// Domain: 0 ≤ p ≤ 1, 0 &lt; p_ref &lt; 1, β &gt; 0, ε &gt; 0 (or ε = 0 and 0 &lt; p &lt; 1).
/// In double, h saturates at 1 once Ω/β exceeds about 37; the pair and the log-odds form do not.
/// </remarks>
public static class SuccessMap
{
    /// <summary>h(p) = 1/(1 + (1−p_ref)/p_ref · exp(−Ω(p)/β)), with 1 − h(p) beside it.</summary>
    public static Probability<T> Next<T>(Probability<T> p, Probability<T> pRef, T beta, T eps)
        where T : IElementary<T>
        => NextFrom(pRef.FailureOdds, Whitening.Omega(p, eps), beta);

    /// <summary>One update from the anchor's odds of failure r̄ with a whitening factor Ω: odds of failure r̄ e^(−Ω/β).</summary>
    /// <remarks>Claims C1 (anchor p_ref), H1 (anchor p), H4–H5 (Ω = 1), H14 (Ω̃).</remarks>
    public static Probability<T> NextFrom<T>(T anchorFailureOdds, T factor, T beta)
        where T : IElementary<T>
        => Probability<T>.FromFailureOdds(anchorFailureOdds * T.Exp(-(factor / beta)));

    /// <summary>h′(p) = h(1−h)(2p−1) / (2β(s+ε)^{3/2}). Claim C4.</summary>
    public static T Derivative<T>(Probability<T> p, Probability<T> pRef, T beta, T eps)
        where T : IElementary<T>
        => Next(p, pRef, beta, eps).Variance * -p.Bias * T.Pow(Whitening.Omega(p, eps), 3)
            / (T.FromInteger(2) * beta);

    /// <summary>G(x) = Ω(σ(x)) = 2 cosh(x/2)/√(1+4ε cosh²(x/2)): Ω in log-odds, even. Claims A4, C2.</summary>
    public static T OmegaOfLogOdds<T>(T x, T eps)
        where T : IElementary<T>
        => Whitening.Omega(Probability<T>.FromLogOdds(x), eps);

    /// <summary>G′(x) = sinh(x/2)/(1+4ε cosh²(x/2))^{3/2} = s(2p−1)/(2(s+ε)^{3/2}). Claim C7.</summary>
    public static T OmegaOfLogOddsDerivative<T>(T x, T eps)
        where T : IElementary<T>
    {
        var p = Probability<T>.FromLogOdds(x);
        return p.Variance * -p.Bias * T.Pow(Whitening.Omega(p, eps), 3) / T.FromInteger(2);
    }

    /// <summary>F(x) = x₀ + G(x)/β: the success map in log-odds, x₀ = logit p_ref. Claim C2.</summary>
    public static T NextLogOdds<T>(T x, T x0, T beta, T eps)
        where T : IElementary<T>
        => NextLogOddsFrom(x0, OmegaOfLogOdds(x, eps), beta);

    /// <summary>One update from the anchor's log-odds with a whitening factor Ω: anchor + Ω/β. Claims C2, H1, H4–H7, H14.</summary>
    public static T NextLogOddsFrom<T>(T anchor, T factor, T beta)
        where T : IElementary<T>
        => anchor + (factor / beta);

    /// <summary>Log-odds α x₀ + (1−α) x of the anchor of two-KL; both weights are given. Claim H7.</summary>
    public static T Anchor<T>(T x0, T x, T weight, T complement)
        where T : IElementary<T>
        => (weight * x0) + (complement * x);

    /// <summary>ψ(x) = x − G(x)/β: x is a fixed point of F iff ψ(x) = x₀. Claim D3.</summary>
    public static T Psi<T>(T x, T beta, T eps)
        where T : IElementary<T>
        => x - (OmegaOfLogOdds(x, eps) / beta);

    /// <summary>Lower envelope x₀ + 2/(β√(1+4ε)) of every iterate; it is F(0), the log-odds of h(1/2). Claim C5.</summary>
    public static T LowerEnvelope<T>(T x0, T beta, T eps)
        where T : IElementary<T>
        => x0 + (Whitening.OmegaMinimum(eps) / beta);

    /// <summary>Upper envelope x₀ + 1/(β√ε) of every iterate, ε &gt; 0. Claim C5.</summary>
    public static T UpperEnvelope<T>(T x0, T beta, T eps)
        where T : IElementary<T>
        => x0 + (Whitening.OmegaMaximum(eps) / beta);

    /// <summary>Schwarzian derivative of F (and of G): (3/8)s²t²/(s+ε)² + 1 − (3/8)(1+t²)²/t², t = tanh(x/2). Claim E4; x ≠ 0.</summary>
    public static T Schwarzian<T>(T x, T eps)
        where T : IElementary<T>
    {
        var p = Probability<T>.FromLogOdds(x);
        var t2 = T.Square(p.Bias);
        var s = p.Variance;
        return (T.FromInteger(3) * T.Square(s / (s + eps)) * t2 / T.FromInteger(8)) + T.One
            - (T.FromInteger(3) * T.Square(T.One + t2) / (t2 * T.FromInteger(8)));
    }
}
