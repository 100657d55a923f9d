using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Conjectures.Functions;

/// <summary>Formulas of the theory, recorded from GrpoVerified.Theory; parameters come from the context by their names.</summary>
internal static class TheoryFunctions
{
    /// <summary>p_ref and 1 − p_ref.</summary>
    public static Probability<Expr> Reference => Probability<Expr>.FromSuccess(Expr.Variable("p_ref"));

    /// <summary>β.</summary>
    public static Expr Beta => Expr.Variable("beta");

    /// <summary>ε.</summary>
    public static Expr Eps => Expr.Variable("eps");

    public static IReadOnlyList<Function> All { get; } =
    [
        Function.Of("sigma", "x", "1/(1 + e^-x)", Expr.Logistic),
        Function.Of("logit", "p", "log(p/(1-p)), 0 < p < 1", p => P(p).LogOdds),
        Function.Of("kl", "p, q", "p log(p/q) + (1-p) log((1-p)/(1-q)), 0 < p, q < 1", (p, q) => Divergences.Bernoulli(P(p), P(q))),
        Function.Of("omega", "p", "1/sqrt(p(1-p) + eps)", p => Whitening.Omega(P(p), Eps)),
        Function.Of("omega_outside", "p", "1/(sqrt(p(1-p)) + eps)", p => Whitening.OmegaOutside(P(p), Eps)),
        Function.Of("omega_of_log_odds", "x", "omega(sigma(x))", x => SuccessMap.OmegaOfLogOdds(x, Eps)),
        Function.Of("w_plus", "p", "(1-p)/sqrt(p(1-p) + eps)", p => Whitening.WeightPlus(P(p), Eps)),
        Function.Of("w_minus", "p", "p/sqrt(p(1-p) + eps)", p => Whitening.WeightMinus(P(p), Eps)),
        Function.Of("threshold", "p", "B(p) = s|2p-1|/(2(s+eps)^(3/2)), s = p(1-p): p* attracts iff beta > B(p*)", p => Stability.Threshold(P(p), Eps)),
        new("lipschitz", "lipschitz()", "M_eps = 1/(3 sqrt(3 eps) (1+4eps)), the largest |omega_of_log_odds'|", 0, 0, _ => Stability.LipschitzConstant(Eps)),
    ];

    /// <summary>A term as a probability; 1 − p is computed from it.</summary>
    public static Probability<Expr> P(Expr p) => Probability<Expr>.FromSuccess(p);
}
