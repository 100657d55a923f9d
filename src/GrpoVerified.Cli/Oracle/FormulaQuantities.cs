using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Cli.Oracle.Quantity;

namespace GrpoVerified.Cli.Oracle;

/// <summary>Closed formulas: whitening, the success map, stability, divergences.</summary>
internal static class FormulaQuantities
{
    /// <summary>The quantities.</summary>
    public static IEnumerable<Quantity> All() => [.. WhiteningFormulas(), .. SuccessFormulas(), .. StabilityFormulas(), .. DivergenceFormulas()];

    private static IEnumerable<Quantity> WhiteningFormulas() =>
    [
        Scalar("omega", "1/sqrt(p(1-p) + epsilon)", "p epsilon", (a, c) => Whitening.Omega(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("omega-outside", "1/(sqrt(p(1-p)) + epsilon)", "p epsilon", (a, c) => Whitening.OmegaOutside(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("weight-plus", "(1-p) omega(p)", "p epsilon", (a, c) => Whitening.WeightPlus(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("weight-minus", "p omega(p)", "p epsilon", (a, c) => Whitening.WeightMinus(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("weight-plus-derivative", "derivative of weight-plus in p", "p epsilon", (a, c) => Whitening.WeightPlusDerivative(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("weight-minus-derivative", "derivative of weight-minus in p", "p epsilon", (a, c) => Whitening.WeightMinusDerivative(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("whitened-advantage", "(r-p) omega(p)", "r p epsilon", (a, c) => Whitening.Advantage(a.Ball("r", c), a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("whitened-variance", "s/(s + epsilon), s = p(1-p)", "p epsilon", (a, c) => Whitening.WhitenedVariance(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("omega-minimum", "omega(1/2)", "epsilon", (a, c) => Whitening.OmegaMinimum(a.Ball("epsilon", c))),
        Scalar("omega-maximum", "omega(0) = omega(1)", "epsilon", (a, c) => Whitening.OmegaMaximum(a.Ball("epsilon", c))),
    ];

    private static IEnumerable<Quantity> SuccessFormulas() =>
    [
        Pair("success-map", "h(p) and 1 - h(p)", "p p_ref beta epsilon", (a, c) => SuccessMap.Next(a.Probability("p", c), a.Probability("p_ref", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("success-map-derivative", "h'(p)", "p p_ref beta epsilon", (a, c) => SuccessMap.Derivative(a.Probability("p", c), a.Probability("p_ref", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("omega-log-odds", "G(x) = omega at log-odds x", "x epsilon", (a, c) => SuccessMap.OmegaOfLogOdds(a.Ball("x", c), a.Ball("epsilon", c))),
        Scalar("omega-log-odds-derivative", "G'(x)", "x epsilon", (a, c) => SuccessMap.OmegaOfLogOddsDerivative(a.Ball("x", c), a.Ball("epsilon", c))),
        Scalar("next-log-odds", "F(x) = logit p_ref + G(x)/beta", "x p_ref beta epsilon", (a, c) => SuccessMap.NextLogOdds(a.Ball("x", c), a.Probability("p_ref", c).LogOdds, a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("psi", "psi(x) = x - G(x)/beta", "x beta epsilon", (a, c) => SuccessMap.Psi(a.Ball("x", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("lower-envelope", "F(0), the least log-odds of an iterate", "p_ref beta epsilon", (a, c) => SuccessMap.LowerEnvelope(a.Probability("p_ref", c).LogOdds, a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("upper-envelope", "the supremum of F, epsilon > 0", "p_ref beta epsilon", (a, c) => SuccessMap.UpperEnvelope(a.Probability("p_ref", c).LogOdds, a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("schwarzian", "Schwarzian derivative of F, x not 0", "x epsilon", (a, c) => SuccessMap.Schwarzian(a.Ball("x", c), a.Ball("epsilon", c))),
        Scalar("log-odds", "log(p/(1-p))", "p", (a, c) => a.Probability("p", c).LogOdds),
        Pair("probability", "1/(1 + exp(-x)) and its complement", "x", (a, c) => Probability<Ball>.FromLogOdds(a.Ball("x", c))),
    ];

    private static IEnumerable<Quantity> StabilityFormulas() =>
    [
        Scalar("threshold", "B(p) = s|2p-1|/(2(s+epsilon)^(3/2))", "p epsilon", (a, c) => Stability.Threshold(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("lipschitz-constant", "M = sup|G'|, epsilon > 0", "epsilon", (a, c) => Stability.LipschitzConstant(a.Ball("epsilon", c))),
        Scalar("lipschitz-point", "the p > 1/2 at which |G'| is M", "epsilon", (a, c) => Stability.LipschitzPoint(a.Ball("epsilon", c))),
        Scalar("multiplier", "multiplier of the reference map at a fixed point p", "p beta epsilon", (a, c) => Stability.Multiplier(a.Probability("p", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("curve-reference", "logit p_ref on the saddle-node (p > 1/2) and flip (p < 1/2) curves", "p epsilon", (a, c) => Stability.CurveReference(a.Probability("p", c), a.Ball("epsilon", c))),
        Scalar("cusp-log-odds", "log-odds of the cusp, epsilon > 0", "epsilon", (a, c) => Stability.CuspLogOdds(a.Ball("epsilon", c))),
        Scalar("cusp-reference", "logit p_ref of the cusp, epsilon > 0", "epsilon", (a, c) => Stability.CuspReference(a.Ball("epsilon", c))),
        Scalar("fold-polynomial", "4 beta^2 (s+epsilon)^3 + 4 s^3 - s^2", "s beta epsilon", (a, c) => Stability.FoldPolynomial(a.Ball("s", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("log-odds-of-variance", "the x >= 0 with variance s", "s", (a, c) => Stability.LogOddsOfVariance(a.Ball("s", c))),
        Scalar("lipschitz-constant-outside", "M for smoothing outside the root, epsilon > 0", "epsilon", (a, c) => Stability.LipschitzConstantOutside(a.Ball("epsilon", c))),
        Scalar("sensitivity-to-reference", "dp*/dp_ref at a fixed point p", "p p_ref beta epsilon", (a, c) => Stability.SensitivityToReference(a.Probability("p", c), a.Probability("p_ref", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("sensitivity-to-beta", "dp*/dbeta at a fixed point p", "p beta epsilon", (a, c) => Stability.SensitivityToBeta(a.Probability("p", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("sensitivity-to-epsilon", "dp*/depsilon at a fixed point p", "p beta epsilon", (a, c) => Stability.SensitivityToEpsilon(a.Probability("p", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Scalar("saddle-node", "logit p_ref of the saddle-node at epsilon 0", "beta", (a, c) => Unsmoothed.SaddleNode(a.Ball("beta", c))),
        Scalar("flip", "logit p_ref of the flip at epsilon 0", "beta", (a, c) => Unsmoothed.Flip(a.Ball("beta", c))),
        Scalar("escape-margin", "cosh(y/2) - beta y", "y beta", (a, c) => Unsmoothed.EscapeMargin(a.Ball("y", c), a.Ball("beta", c))),
        Scalar("cycle-centre", "centre of the 2-cycle with half-distance d at epsilon 0", "d kappa", (a, c) => Unsmoothed.CycleCentre(a.Ball("d", c), a.Ball("kappa", c))),
        Scalar("cycle-reference", "logit p_ref that has this 2-cycle", "d alpha beta", (a, c) => Unsmoothed.CycleReference(a.Ball("d", c), a.Ball("alpha", c), a.Ball("beta", c))),
        Scalar("cycle-multiplier", "multiplier of this 2-cycle (alpha 1)", "d beta", (a, c) => Unsmoothed.CycleMultiplier(a.Ball("d", c), a.Ball("beta", c))),
        Scalar("two-kl-flip", "logit p_ref of the flip of two-KL at epsilon 0", "alpha beta", (a, c) => Unsmoothed.TwoKlFlip(a.Ball("alpha", c), a.Ball("beta", c))),
        Scalar("safe-reference", "logit p_ref from which on two-KL is safe for every beta", "alpha", (a, c) => Unsmoothed.SafeReference(a.Ball("alpha", c))),
    ];

    private static IEnumerable<Quantity> DivergenceFormulas() =>
    [
        Scalar("bernoulli-kl", "kl(p || q) in nats", "p q", (a, c) => Divergences.Bernoulli(a.Probability("p", c), a.Probability("q", c))),
        Scalar("jeffreys", "kl(p || q) + kl(q || p)", "p q", (a, c) => Divergences.Jeffreys(a.Probability("p", c), a.Probability("q", c))),
        Scalar("k1", "estimator d = log ratio", "log_ratio", (a, c) => Divergences.EstimatorK1(a.Ball("log_ratio", c))),
        Scalar("k2", "estimator d^2/2", "log_ratio", (a, c) => Divergences.EstimatorK2(a.Ball("log_ratio", c))),
        Scalar("k3", "estimator exp(-d) - 1 + d", "log_ratio", (a, c) => Divergences.EstimatorK3(a.Ball("log_ratio", c))),
        Scalar("k3-derivative", "1 - exp(-d)", "log_ratio", (a, c) => Divergences.EstimatorK3Derivative(a.Ball("log_ratio", c))),
        Scalar("clipped-surrogate", "min(ratio A, clip(ratio) A)", "ratio advantage clip_low clip_high", (a, c) => Clipping.Surrogate(a.Ball("ratio", c), a.Ball("advantage", c), a.Ball("clip_low", c), a.Ball("clip_high", c))),
        Scalar("clipped-objective", "one-dimensional clipped objective", "p p_old p_ref beta epsilon clip_low clip_high", (a, c) => Clipping.Objective(
            a.Probability("p", c), a.Probability("p_old", c), a.Probability("p_ref", c), a.Ball("beta", c), a.Ball("epsilon", c), a.Ball("clip_low", c), a.Ball("clip_high", c))),
        Scalar("mirror-flow", "p(t) of the mirror flow at epsilon 0, up to its hitting time", "p time beta", (a, c) => MirrorFlow.Success(a.Probability("p", c), a.Ball("time", c), a.Ball("beta", c))),
        Scalar("mirror-flow-hitting-time", "time at which the mirror flow reaches 1", "p beta", (a, c) => MirrorFlow.HittingTime(a.Probability("p", c), a.Ball("beta", c))),
    ];
}
