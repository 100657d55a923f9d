using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>
/// The folds 0 &lt; x₁ &lt; x₂ of ψ(x) = x − G(x)/β: ψ increases up to x₁, decreases to x₂, increases beyond.
/// </summary>
/// <remarks>
/// Claims D3, D5 (smoothing inside), G1 (ε = 0, where x₂ = ∞), H14 (outside). If β ≥ sup|G′| there is no fold.
/// </remarks>
internal sealed class Folds
{
    private readonly Func<int, Ball>? _first;
    private readonly Func<int, Ball>? _second;

    private Folds(Func<int, Ball>? first, Func<int, Ball>? second)
    {
        _first = first;
        _second = second;
    }

    /// <summary>No fold: ψ is increasing.</summary>
    public static Folds None { get; } = new(null, null);

    /// <summary>Whether there is a fold x₁.</summary>
    public bool HasFirst => _first is not null;

    /// <summary>Whether there is a second fold x₂ (not at ε = 0).</summary>
    public bool HasSecond => _second is not null;

    /// <summary>x₁ at a working precision.</summary>
    public Ball First(int precision) => _first!(precision);

    /// <summary>x₂ at a working precision.</summary>
    public Ball Second(int precision) => _second!(precision);

    /// <summary>Folds for an effective coefficient β (α β of two-KL) and smoothing ε; null if β = sup|G′| cannot be told from a fold.</summary>
    public static Folds? Find(Rational beta, Rational epsilon, EpsilonPlacement placement)
    {
        if (epsilon.IsZero)
        {
            // 4(1+β²) s = 1.
            var variance = (4 * (Rational.One + (beta * beta))).Reciprocal();
            return new Folds(p => Stability.LogOddsOfVariance(Ball.FromRational(variance, p)), null);
        }

        return placement == EpsilonPlacement.Inside ? Inside(beta, epsilon) : Outside(beta, epsilon);
    }

    private static Folds Inside(Rational beta, Rational epsilon)
    {
        // β ≥ M_ε exactly: 27 ε (1+4ε)² β² ≥ 1.
        var ratio = 27 * epsilon * Rational.Pow((Rational.One + (4 * epsilon)) * beta, 2);
        if (ratio >= Rational.One)
        {
            return None;
        }

        // The polynomial is negative at s_c = 2ε/(1+12ε), positive at 0 and 1/4: one root on each side.
        var split = 2 * epsilon / (Rational.One + (12 * epsilon));
        EnclosedFunction polynomial = precision =>
        {
            var b = Dual<Ball>.Constant(Ball.FromRational(beta, precision));
            var e = Dual<Ball>.Constant(Ball.FromRational(epsilon, precision));
            return s => Stability.FoldPolynomial(Dual<Ball>.Variable(s), b, e);
        };
        return FromVariances(polynomial, split, new Rational(1, 4), static s => s);
    }

    private static Folds? Outside(Rational beta, Rational e)
    {
        var reaches = Decision.Decide(precision => Ball.LessOrEqual(
            Stability.LipschitzConstantOutside(Ball.FromRational(e, precision)), Ball.FromRational(beta, precision)));
        if (reaches.IsUndecided)
        {
            return null;
        }

        if (reaches.IsCertain)
        {
            return None;
        }

        // A rational close to y₁ at which the polynomial is certainly negative.
        for (var precision = Decision.StartPrecision; precision <= Decision.DefaultMaximumPrecision; precision *= 2)
        {
            var split = Stability.LipschitzRootOutside(Ball.FromRational(e, precision)).Midpoint.ToRational();
            var value = Stability.FoldPolynomialOutside(
                Ball.FromRational(split, precision), Ball.FromRational(beta, precision), Ball.FromRational(e, precision));
            if (Ball.Less(value, Ball.Zero).IsCertain)
            {
                EnclosedFunction polynomial = bits =>
                {
                    var b = Dual<Ball>.Constant(Ball.FromRational(beta, bits));
                    var eps = Dual<Ball>.Constant(Ball.FromRational(e, bits));
                    return y => Stability.FoldPolynomialOutside(Dual<Ball>.Variable(y), b, eps);
                };
                return FromVariances(polynomial, split, new Rational(1, 2), Ball.Square);
            }
        }

        return null;
    }

    private static Folds FromVariances(EnclosedFunction polynomial, Rational split, Rational top, Func<Ball, Ball> variance)
    {
        // Larger variance = smaller log-odds: the root above the split is x₁.
        var first = new Root(polynomial, Bracket(split, top), signAtLower: -1);
        var second = new Root(polynomial, Bracket(Rational.Zero, split), signAtLower: 1);
        return new Folds(
            p => Stability.LogOddsOfVariance(variance(first.Enclose(p))),
            p => Stability.LogOddsOfVariance(variance(second.Enclose(p))));
    }

    private static Ball Bracket(Rational lower, Rational upper)
        => Ball.Hull(Ball.FromRational(lower, Decision.StartPrecision), Ball.FromRational(upper, Decision.StartPrecision));
}
