using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Theory.Constants;

/// <summary>The universal constants of the theory, each a zero of a monotone function; digits on demand.</summary>
/// <remarks>Brackets are part of the definitions: the function changes sign and is monotone on them (claims F9, G5, G6, G7).</remarks>
public static class UniversalConstants
{
    /// <summary>b₁ with b tanh(b/2) = 1; p_j = σ(−b₁) is the universal no-jump threshold. Claim F9.</summary>
    public static Root NoJumpLogOdds { get; } = ConstantRoot.Between(
        static _ => static b => (b * Dual<Ball>.Sinh(Half(b)) / Dual<Ball>.Cosh(Half(b))) - Dual<Ball>.One, 1, 2);

    /// <summary>z with z tanh z = 1; β_c = cosh(z)/(2z). Claim G5.</summary>
    public static Root LaplacePoint { get; } = ConstantRoot.Between(
        static _ => static z => (z * Dual<Ball>.Sinh(z) / Dual<Ball>.Cosh(z)) - Dual<Ball>.One, 1, 2);

    /// <summary>β₁ with √(1+β²) = 2β asinh β. Claim G7.</summary>
    public static Root SaddleNodeMeeting { get; } = ConstantRoot.Between(
        static _ => static b => (Dual<Ball>.FromInteger(2) * b * Dual<Ball>.Asinh(b)) - Dual<Ball>.Sqrt(Dual<Ball>.One + Dual<Ball>.Square(b)), new(1, 2), 1);

    /// <summary>w = asinh β₂ with cosh(w + coth w) = 2 sinh(w)(w + coth w). Claim G6.</summary>
    public static Root NonConvergencePoint { get; } = ConstantRoot.Between(
        static _ => static w =>
        {
            var t = w + (Dual<Ball>.Cosh(w) / Dual<Ball>.Sinh(w));
            return (Dual<Ball>.FromInteger(2) * Dual<Ball>.Sinh(w) * t) - Dual<Ball>.Cosh(t);
        },
        new(1, 2),
        new(3, 2));

    /// <summary>β_c = min cosh(y/2)/y = 1/(2·0.66274…): below it everything escapes at ε = 0. Claim G5.</summary>
    public static Ball EscapeBeta(int bits)
    {
        var z = LaplacePoint.Enclose(bits + 16);
        return Ball.Cosh(z) / (Ball.FromInteger(2) * z);
    }

    /// <summary>β₂: at ε = 0 every p_ref converges iff β ≤ β₂. Claim G6.</summary>
    public static Ball NonConvergenceBeta(int bits) => Ball.Sinh(NonConvergencePoint.Enclose(bits + 16));

    private static Dual<Ball> Half(Dual<Ball> x) => x / Dual<Ball>.FromInteger(2);
}
