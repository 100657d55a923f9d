using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Constants;

/// <summary>Constants of the theory that depend on one parameter, each a zero of a monotone function; digits on demand.</summary>
public static class ParametricConstants
{
    /// <summary>b₂(β), the largest root of cosh(b/2) = βb, for β &gt; β_c: at ε = 0 the escape barrier for hard prompts. Claim G4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">β is not above β_c, so there is no root.</exception>
    public static Root EscapeBarrier(Rational beta)
    {
        var margin = Decision.Decide(p => Ball.Less(UniversalConstants.EscapeBeta(p), Ball.FromRational(beta, p)));
        if (!margin.IsCertain)
        {
            throw new ArgumentOutOfRangeException(nameof(beta), "The escape barrier exists only for beta above 0.75443978..., where cosh(b/2) = beta b has a root (claim G5).");
        }

        // cosh(b/2) − βb is convex with its minimum at 2 asinh(2β); beyond, it increases to infinity.
        var minimum = (Ball.FromInteger(2) * Ball.Asinh(Ball.FromRational(2 * beta, Decision.StartPrecision))).LowerBound(Decision.StartPrecision).ToRational();
        var upper = 4 * (minimum + 1);
        return ConstantRoot.Between(
            p => b => Unsmoothed.EscapeMargin(b, Dual<Ball>.Constant(Ball.FromRational(beta, p))), minimum, upper + 8);
    }

    /// <summary>d₂(β) &gt; 0 with sinh²(d/2) = β²(1+q²): where the 2-cycle at ε = 0 doubles its period. Claim G9.</summary>
    public static Root SecondDoubling(Rational beta)
        => ConstantRoot.Between(
            p => d => Unsmoothed.CycleMultiplier(d, Dual<Ball>.Constant(Ball.FromRational(beta, p))) + Dual<Ball>.One,
            new(1, 1_000_000),
            8 + (8 * beta),
            increasing: false);

    /// <summary>ε_max(β) with 3√3 √ε (1+4ε) β = 1: multistability is possible for this β iff ε is below. Claim D8.</summary>
    public static Root MultistabilityEpsilon(Rational beta)
        => ConstantRoot.Between(
            p => e => (Dual<Ball>.Constant(Ball.FromRational(27 * beta * beta, p)) * e * Dual<Ball>.Square(Dual<Ball>.One + (Dual<Ball>.FromInteger(4) * e))) - Dual<Ball>.One,
            Rational.Zero,
            1 + (27 * beta * beta).Reciprocal());

    /// <summary>ε_c(p_ref) with logit p_ref = x₀c(ε): multistability is possible for this p_ref (β free) iff ε is below. Claim D8.</summary>
    public static Root CuspEpsilon(Rational pRef)
        => ConstantRoot.Between(
            p => e => Stability.CuspReference(e) - Dual<Ball>.Constant(Probability<Ball>.FromRational(pRef, new BallContext(p)).LogOdds),
            Rational.Parse("1e-12"),
            1000,
            increasing: false);
}
