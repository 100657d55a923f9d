using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>The words in which the entries of the catalogue are written.</summary>
internal static class Vocabulary
{
    /// <summary>p.</summary>
    public static Expr P { get; } = Expr.Variable("p");

    /// <summary>p_ref.</summary>
    public static Expr Ref { get; } = Expr.Variable("p_ref");

    /// <summary>β.</summary>
    public static Expr Beta { get; } = Expr.Variable("beta");

    /// <summary>ε.</summary>
    public static Expr Eps { get; } = Expr.Variable("eps");

    /// <summary>Log-odds x.</summary>
    public static Expr X { get; } = Expr.Variable("x");

    /// <summary>p with 1 − p.</summary>
    public static Probability<Expr> Success { get; } = Probability<Expr>.FromSuccess(P);

    /// <summary>Success map h at a probability.</summary>
    public static Expr H(Expr p) => SuccessMap.Next(Probability<Expr>.FromSuccess(p), Probability<Expr>.FromSuccess(Ref), Beta, Eps).Success;

    /// <summary>Success map h with exact parameters.</summary>
    public static Expr H(Expr p, string pRef, string beta, string eps)
        => SuccessMap.Next(Probability<Expr>.FromSuccess(p), Probability<Expr>.FromSuccess(Number(pRef)), Number(beta), Number(eps)).Success;

    /// <summary>The clipped update with exact parameters, the same width on both sides.</summary>
    public static Expr Clipped(Expr p, string pRef, string beta, string eps, string clip)
    {
        var (at, b, e, c) = (Probability<Expr>.FromSuccess(p), Number(beta), Number(eps), Number(clip));
        var odds = Clipping.NextFailureOdds(
            at, Probability<Expr>.FromSuccess(Number(pRef)).FailureOdds, Whitening.WeightPlus(at, e), Whitening.WeightMinus(at, e), b, c, c);
        return Probability<Expr>.FromFailureOdds(odds).Success;
    }

    /// <summary>An exact number.</summary>
    public static Expr Number(string text) => Expr.FromRational(Rational.Parse(text));

    /// <summary>An integer.</summary>
    public static Expr Integer(long n) => Expr.FromInteger(n);

    /// <summary>A variable with its range.</summary>
    public static Axis In(string name, string extent) => new(name, Extent.Parse(extent));

    /// <summary>p ∈ [0,1] or another range, ε ∈ (0,∞).</summary>
    public static Axis[] Smoothed(string p = "[0, 1]") => [In("p", p), In("eps", "(0, inf)")];

    /// <summary>p ∈ [0,1] or another range, p_ref ∈ (0,1), β, ε ∈ (0,∞): the whole domain of the success map.</summary>
    public static Axis[] Whole(string p = "[0, 1]") => [In("p", p), In("p_ref", "(0, 1)"), In("beta", "(0, inf)"), In("eps", "(0, inf)")];

    /// <summary>x ∈ ℝ or another range, β, ε ∈ (0,∞).</summary>
    public static Axis[] LogOdds(string x = "(-inf, inf)") => [In("x", x), In("beta", "(0, inf)"), In("eps", "(0, inf)")];

    /// <summary>The derivative of a formula, as a formula.</summary>
    public static Expr D(Expr f, string variable)
        => Differentiation.Of(Lowering.Lower(f), variable) ?? throw new ArgumentException("The formula has an abs, min or max of the variable.", nameof(f));

    /// <summary>e &gt; 0 on a box.</summary>
    public static QuantifiedStatement Positive(Axis[] box, Expr e, params IEnumerable<Condition> assumptions) => QuantifiedStatement.Show(box, e, Relation.Positive, assumptions);

    /// <summary>e ≥ 0 on a box.</summary>
    public static QuantifiedStatement NonNegative(Axis[] box, Expr e, params IEnumerable<Condition> assumptions) => QuantifiedStatement.Show(box, e, Relation.NonNegative, assumptions);

    /// <summary>a = b on a box.</summary>
    public static QuantifiedStatement Equal(Axis[] box, Expr a, Expr b, params IEnumerable<Condition> assumptions) => QuantifiedStatement.Show(box, a - b, Relation.Zero, assumptions);

    /// <summary>There is a point of the box with e &gt; 0.</summary>
    public static QuantifiedStatement Exists(Axis[] box, Expr e) => new([], box, [], Conclusion.Positive, e);

    /// <summary>Exact values by name.</summary>
    public static KeyValuePair<string, Rational>[] Point(params (string Name, string Value)[] values)
        => [.. values.Select(v => KeyValuePair.Create(v.Name, Rational.Parse(v.Value)))];
}
