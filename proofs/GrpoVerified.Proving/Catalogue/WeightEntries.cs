using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Catalogue.Vocabulary;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>Whitened reward, weights, surrogates (claims A).</summary>
internal static class WeightEntries
{
    private static readonly Expr Plus = Whitening.WeightPlus(Success, Eps);
    private static readonly Expr Minus = Whitening.WeightMinus(Success, Eps);
    private static readonly Expr Omega = Whitening.Omega(Success, Eps);

    public static IEnumerable<CatalogueEntry> All()
    {
        yield return new("A01-mean-zero", "A1", "The whitened reward has mean zero: p w+ = (1-p) w-", Equal(Smoothed(), P * Plus, Success.Failure * Minus));
        yield return new("A01-variance", "A1", "The whitened reward has variance s/(s+eps)", Equal(
            Smoothed(), (P * Expr.Square(Plus)) + (Success.Failure * Expr.Square(Minus)), Whitening.WhitenedVariance(Success, Eps)));
        yield return new("A01-variance-below-one", "A1", "The variance of the whitened reward is below 1 for eps > 0", Positive(
            Smoothed(), Expr.One - Whitening.WhitenedVariance(Success, Eps)));
        yield return new("A02-sum", "A2", "w+ + w- = Omega", Equal(Smoothed(), Plus + Minus, Omega));
        yield return new("A02-difference", "A2", "w+ - w- = (1-2p) Omega", Equal(Smoothed(), Plus - Minus, Success.Bias * Omega));
        yield return new("A02-product", "A2", "w+ w- = s/(s+eps)", Equal(Smoothed(), Plus * Minus, Whitening.WhitenedVariance(Success, Eps)));
        yield return new("A03-plus-derivative", "A3", "w+' = -((1-p)/2+eps)/(s+eps)^(3/2)", Equal(Smoothed(), D(Plus, "p"), Whitening.WeightPlusDerivative(Success, Eps)));
        yield return new("A03-minus-derivative", "A3", "w-' = (p/2+eps)/(s+eps)^(3/2)", Equal(Smoothed(), D(Minus, "p"), Whitening.WeightMinusDerivative(Success, Eps)));
        yield return new("A03-plus-decreases", "A3", "w+ is strictly decreasing on [0,1]", Positive(Smoothed(), -D(Plus, "p")));
        yield return new("A03-minus-increases", "A3", "w- is strictly increasing on [0,1]", Positive(Smoothed(), D(Minus, "p")));
        yield return new("A03-unsmoothed", "A3", "w- is strictly increasing on (0,1) for eps = 0", Positive([In("p", "(0, 1)")], D(Whitening.WeightMinus(Success, Expr.Zero), "p")));
        yield return new("A04-symmetry", "A4", "Omega(p) = Omega(1-p)", Equal(Smoothed(), Omega, Whitening.Omega(Probability<Expr>.FromSuccess(Expr.One - P), Eps)));
        yield return new("A04-minimum", "A4", "Omega >= 2/sqrt(1+4 eps)", NonNegative(Smoothed(), Omega - Whitening.OmegaMinimum(Eps)));
        yield return new("A04-maximum", "A4", "Omega <= 1/sqrt(eps)", NonNegative(Smoothed(), Whitening.OmegaMaximum(Eps) - Omega));
        yield return new("A04-convexity", "A4", "Omega'' > 0 on (0,1)", Positive(Smoothed("(0, 1)"), D(D(Omega, "p"), "p")));
        yield return new("A06-conditional-reading", "A6", "The conditional reading w+ - w- of the loss is not 0 where the surrogate is 0", Exists(
            [In("p", "[0, 1]"), In("eps", "(0, inf)")], Plus - Minus))
        { At = Point(("p", "1/4"), ("eps", "1/100")) };
        yield return new("A07-swapped-clipping", "A7", "x min(y,1+e) is not the clipped surrogate of ratio x and advantage y", Exists(
            [In("x", "(0, inf)"), In("y", "(0, inf)"), In("e", "(0, 1)")],
            (X * Expr.Min(Expr.Variable("y"), Expr.One + Expr.Variable("e"))) - Clipping.Surrogate(X, Expr.Variable("y"), Expr.Variable("e"), Expr.Variable("e"))))
        { At = Point(("x", "3"), ("y", "1"), ("e", "1/5")) };
        yield return new("A08-affine-surrogate", "A8", "The unclipped surrogate is Omega(p_old)(p - p_old)", Equal(
            [In("p", "[0, 1]"), In("q", "[0, 1]"), In("eps", "(0, inf)")],
            (Plus * Expr.Variable("q")) - (Minus * (Expr.One - Expr.Variable("q"))), Omega * (Expr.Variable("q") - P)));
        yield return new("A10-label-swap", "A10", "Swapping labels swaps the weights", Equal(Smoothed(), Whitening.WeightPlus(Success.Swapped, Eps), Minus));
    }
}
