using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Formulas;

/// <summary>Closed forms of the unsmoothed case ε = 0, where G(x) = 2 cosh(x/2). Claims F8, G1–G9, H12.</summary>
public static class Unsmoothed
{
    /// <summary>Saddle-node x_SN(β) = 2 asinh β − 2√(1+β^−2): two interior fixed points iff x₀ is below. Claim G1.</summary>
    public static T SaddleNode<T>(T beta)
        where T : IElementary<T>
        => (T.FromInteger(2) * T.Asinh(beta)) - FoldOffset(beta);

    /// <summary>Flip x_FL(β) = −2 asinh β − 2√(1+β^−2): the lower fixed point attracts iff x₀ is at or above. Claim G3.</summary>
    public static T Flip<T>(T beta)
        where T : IElementary<T>
        => -(T.FromInteger(2) * T.Asinh(beta)) - FoldOffset(beta);

    /// <summary>cosh(y/2) − βy for y = −x₀ &gt; 0: positive means escape (with y beyond the fold 2 asinh β). Claims F7, G4.</summary>
    public static T EscapeMargin<T>(T y, T beta)
        where T : IElementary<T>
        => T.Cosh(y / T.FromInteger(2)) - (beta * y);

    /// <summary>q = d/(2 sinh(d/2)), d &gt; 0, of the 2-cycle {m−d, m+d}. Claim G8.</summary>
    public static T CycleShape<T>(T d)
        where T : IElementary<T>
        => d / (T.FromInteger(2) * T.Sinh(d / T.FromInteger(2)));

    /// <summary>Centre m = −2 asinh(κq) of the 2-cycle with half-distance d; κ = β for the reference map. Claims G8, H12.</summary>
    public static T CycleCentre<T>(T d, T kappa)
        where T : IElementary<T>
        => -(T.FromInteger(2) * T.Asinh(kappa * CycleShape(d)));

    /// <summary>X(d) = m − (2/(αβ))√(1+κ²q²) cosh(d/2), κ = (2−α)β: the x₀ that has this 2-cycle. Claims G8 (α = 1), H12.</summary>
    public static T CycleReference<T>(T d, T alpha, T beta)
        where T : IElementary<T>
    {
        var kappa = (T.FromInteger(2) - alpha) * beta;
        var slope = kappa * CycleShape(d);
        return CycleCentre(d, kappa)
            - (T.FromInteger(2) * T.Sqrt(T.One + T.Square(slope)) * T.Cosh(d / T.FromInteger(2)) / (alpha * beta));
    }

    /// <summary>Multiplier q² − sinh²(d/2)/β² of the 2-cycle of the reference map. Claim G8.</summary>
    public static T CycleMultiplier<T>(T d, T beta)
        where T : IElementary<T>
        => T.Square(CycleShape(d)) - T.Square(T.Sinh(d / T.FromInteger(2)) / beta);

    /// <summary>Flip threshold −2 asinh κ − (2/(αβ))√(1+κ²), κ = (2−α)β, of two-KL. Claim H12.</summary>
    public static T TwoKlFlip<T>(T alpha, T beta)
        where T : IElementary<T>
    {
        var kappa = (T.FromInteger(2) - alpha) * beta;
        return -(T.FromInteger(2) * T.Asinh(kappa))
            - (T.FromInteger(2) * T.Sqrt(T.One + T.Square(kappa)) / (alpha * beta));
    }

    /// <summary>Log-odds −2 asinh √r − 2√(r(1+r)), r = (2−α)/α, at or above which two-KL is safe for all β. Claims F8 (α = 1), H12.</summary>
    public static T SafeReference<T>(T alpha)
        where T : IElementary<T>
    {
        var r = (T.FromInteger(2) - alpha) / alpha;
        return -(T.FromInteger(2) * T.Asinh(T.Sqrt(r))) - (T.FromInteger(2) * T.Sqrt(r * (T.One + r)));
    }

    private static T FoldOffset<T>(T beta)
        where T : IElementary<T>
        => T.FromInteger(2) * T.Sqrt(T.One + (T.One / T.Square(beta)));
}
