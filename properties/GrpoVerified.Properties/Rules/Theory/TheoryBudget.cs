using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Certified values at a case, and rounding budgets for a computation of a few operations in the implementation's format.</summary>
/// <remarks>
/// u is the unit roundoff. 1 − p, s + ε, a root and a quotient each have relative error at most a few u, so Ω/β has at most 8u whichever of the
/// usual forms is used; in log-odds, x = logit p has absolute error u(2|x| + 2), and G′ ≤ G/2 (claim C7's G′/G = tanh(x/2)/(2(1+4ε cosh²))) turns it
/// into a relative error of Ω of u(|x| + 1). The logit y of the next p is therefore off by at most δ = u(16 + 8|x₀| + 8(1+|x|)Ω/β), and p by the
/// image of [y − δ, y + δ] plus a few u. The constants are round numbers above the sums of these terms: a wrong convention misses by far more.
/// </remarks>
internal static class TheoryBudget
{
    public static Probability<Ball> Pair(double p) => Probability<Ball>.FromRational(Rational.FromDouble(p), TheoryJudge.Context);

    /// <summary>Ω(p).</summary>
    public static Ball Omega(double p, double eps) => Whitening.Omega(Pair(p), TheoryJudge.Exact(eps));

    /// <summary>F(logit p) = x₀ + Ω(p)/β.</summary>
    public static Ball NextLogOdds(double p, double reference, double beta, double eps)
        => Pair(reference).LogOdds + (Omega(p, eps) / TheoryJudge.Exact(beta));

    /// <summary>δ.</summary>
    public static Ball LogOddsBudget(TheoryJudge judge, double p, Ball anchor, Ball push)
        => judge.Unit * (N(16) + (N(8) * Ball.Abs(anchor)) + (N(8) * (Ball.One + Ball.Abs(Pair(p).LogOdds)) * Ball.Abs(push)));

    /// <summary>Fails unless an answer is the probability with log-odds y, within δ and a few roundings of p.</summary>
    public static void Probability(TheoryJudge judge, string place, double observed, Ball y, Ball delta, string fact)
    {
        var (low, high) = (Ball.One / (Ball.One + Ball.Exp(delta - y)), Ball.One / (Ball.One + Ball.Exp(-(y + delta))));
        var rounding = N(16) * judge.Unit;
        judge.Between(place, observed, low * (Ball.One - rounding), high * (Ball.One + rounding), Ball.One / (Ball.One + Ball.Exp(-y)), fact);
    }

    /// <summary>Fails unless an answer is h(p).</summary>
    public static void SuccessMap(TheoryJudge judge, double observed, double p, double reference, double beta, double eps, string fact)
    {
        var x0 = Pair(reference).LogOdds;
        var push = Omega(p, eps) / TheoryJudge.Exact(beta);
        Probability(judge, "h(p)", observed, x0 + push, LogOddsBudget(judge, p, x0, push), fact);
    }

    /// <summary>How far h(p) as computed may lie from h(p), absolutely.</summary>
    public static double MapSlack(TheoryJudge judge, double p, double reference, double beta, double eps)
    {
        if (!(p is > 0 and < 1))
        {
            // The ends: one more rounding than anywhere else is not known there, so as much as a whole bit of p.
            return 1;
        }

        var x0 = Pair(reference).LogOdds;
        var push = Omega(p, eps) / TheoryJudge.Exact(beta);
        var (y, delta) = (x0 + push, LogOddsBudget(judge, p, x0, push));
        var next = Probability<Ball>.FromLogOdds(y);

        // σ′ = σ(1−σ) grows at most by e^δ within δ; and never is an error of p above 1.
        var spread = Ball.Min(Ball.One, next.Variance * delta * Ball.Exp(Ball.Min(delta, Ball.One)));
        return TheoryJudge.Upper(spread + (N(16) * judge.Unit * next.Success));
    }

    public static Ball N(long n) => Ball.FromInteger(n);
}
