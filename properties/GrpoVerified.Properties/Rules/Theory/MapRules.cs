using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;
using Formulas = GrpoVerified.Theory.Formulas.SuccessMap;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>The success map, its derivative and its log-odds form: claims C1–C5, C7.</summary>
internal static class MapRules
{
    private const TheoryInputs Point = TheoryInputs.Map | TheoryInputs.P;

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("C1", "", Strength.Required, "h(p) = 1/(1 + (1 - p_ref)/p_ref exp(-Omega(p)/beta))", Point, [TheoryOperation.SuccessMap], j =>
            SuccessMap(j, H(j, j.At.P), j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon, "h(p) has another value")) { AllowsUnsmoothed = true, Cases = 300 },
        new("C2", "", Strength.Required, "in log-odds the map is x0 + G(x)/beta", Point, [TheoryOperation.LogOddsMap], j =>
        {
            var (x, x0) = (LogOdds(j, j.At.P), LogOdds(j, j.At.Reference));
            var push = SuccessMapFormula(x, j.At.Epsilon) / TheoryJudge.Exact(j.At.Beta);
            var y = TheoryJudge.Exact(x0) + push;
            var tolerance = j.Unit * (N(4) * (Ball.Abs(TheoryJudge.Exact(x0)) + Ball.Abs(y)) + (N(16) * (Ball.One + Ball.Abs(TheoryJudge.Exact(x))) * push));
            j.Near("F(x)", j.Implementation.LogOddsMap!(x, x0, j.At.Beta, j.At.Epsilon), y, tolerance, "the map in log-odds is not x0 + G(x)/beta at x = logit p, x0 = logit p_ref, both as rounded");
        }),
        new("C3", "symmetry", Strength.Required, "h(p) = h(1 - p)", Point, [TheoryOperation.SuccessMap], j =>
        {
            var (here, there) = (H(j, j.At.P), H(j, 1 - j.At.P));
            var slack = 2 * Slack(j, j.At.P);
            j.AtMost("h(p)", here, there, slack, "h(p) exceeds h(1 - p)");
            j.AtMost("h(1 - p)", there, here, slack, "h(1 - p) exceeds h(p)");
        }) { Into = c => c with { P = Math.Clamp(Math.Round(Math.ScaleB(c.P, 10)), 1, 1023) / 1024 }, AllowsUnsmoothed = true },
        new("C3", "branches", Strength.Required, "h decreases up to 1/2 and increases from there", Point | TheoryInputs.Other, [TheoryOperation.SuccessMap], j =>
        {
            var (far, near) = Math.Abs(j.At.P - 0.5) > Math.Abs(j.At.Other - 0.5) ? (j.At.P, j.At.Other) : (j.At.Other, j.At.P);
            j.AtMost("h nearer to 1/2", H(j, near), H(j, far), Slack(j, near) + Slack(j, far), "h is larger nearer to 1/2");
        }) { AllowsUnsmoothed = true },
        new("C3", "ends", Strength.Required, "h(0) = h(1) = sigma(x0 + 1/(beta sqrt(epsilon)))", TheoryInputs.Map, [TheoryOperation.SuccessMap], j =>
        {
            var x0 = Pair(j.At.Reference).LogOdds;
            var push = Whitening.OmegaMaximum(TheoryJudge.Exact(j.At.Epsilon)) / TheoryJudge.Exact(j.At.Beta);
            foreach (var p in new double[] { 0, 1 })
            {
                Probability(j, $"h({p:0})", H(j, p), x0 + push, LogOddsBudget(j, 0.5, x0, push), "at the end of the interval h is not sigma(x0 + 1/(beta sqrt(epsilon)))");
            }
        }),
        new("C4", "", Strength.Required, "h' = h (1 - h) (2p - 1)/(2 beta (s + epsilon)^(3/2))", Point, [TheoryOperation.Derivative], j =>
        {
            var (p, pRef, beta, eps) = (Pair(j.At.P), Pair(j.At.Reference), TheoryJudge.Exact(j.At.Beta), TheoryJudge.Exact(j.At.Epsilon));
            var exact = Formulas.Derivative(p, pRef, beta, eps);
            var next = Formulas.Next(p, pRef, beta, eps);
            var push = Whitening.Omega(p, eps) / beta;
            var delta = LogOddsBudget(j, j.At.P, pRef.LogOdds, push);

            // h(1−h) may lose u of h where 1 − h is formed by subtraction; the cube of Ω is off by three times Ω's error; 2p − 1 by u.
            var cube = Ball.Pow(Whitening.Omega(p, eps), 3) / (N(2) * beta);
            var tolerance = (Ball.Abs(exact) * Ball.Expm1(N(2) * delta + (N(64) * j.Unit))) + (N(16) * j.Unit * next.Success * cube);
            j.Near("h'(p)", j.Implementation.Derivative!(j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon), exact, tolerance, "h'(p) has another value");
        }) { AllowsUnsmoothed = true },
        new("B6", "", Strength.Required, "Omega(p) (h(p) - p_ref) is beta times the Jeffreys divergence of h(p) and p_ref", Point, [TheoryOperation.SuccessMap], j =>
        {
            var h = H(j, j.At.P);
            if (!(h > 0 && 1 - h > 4096 * j.Format.UnitRoundoff))
            {
                // Nearer to 1 the format does not hold the log-odds of h.
                return;
            }

            var (next, reference, beta) = (Pair(h), Pair(j.At.Reference), TheoryJudge.Exact(j.At.Beta));
            var gain = next.Success - reference.Success;
            var divergence = beta * gain * (next.LogOdds - reference.LogOdds);
            var omega = Omega(j.At.P, j.At.Epsilon);
            var tolerance = beta * Ball.Abs(gain) * ((N(2) * LogOddsBudget(j, j.At.P, reference.LogOdds, omega / beta)) + (N(32) * j.Unit * (Ball.One + (Ball.One / next.Failure))));
            j.Near("beta (kl(h || p_ref) + kl(p_ref || h))", divergence.Midpoint.ToDouble(), omega * gain, tolerance, "the Jeffreys divergence of the step is not Omega(p) (h(p) - p_ref)/beta");
        }) { AllowsUnsmoothed = true },
        new("C5", "", Strength.Required, "every iterate exceeds p_ref", Point, [TheoryOperation.SuccessMap], j =>
            j.AtMost("p_ref", j.At.Reference, H(j, j.At.P), Slack(j, j.At.P), "h(p) is below p_ref: the update loses successes")) { AllowsUnsmoothed = true },
        new("C5", "envelope", Strength.Required, "every iterate lies in the envelope", Point, [TheoryOperation.SuccessMap], j =>
        {
            var (x0, beta, eps) = (Pair(j.At.Reference).LogOdds, TheoryJudge.Exact(j.At.Beta), TheoryJudge.Exact(j.At.Epsilon));
            var (low, high) = (Formulas.LowerEnvelope(x0, beta, eps), Formulas.UpperEnvelope(x0, beta, eps));
            var slack = TheoryJudge.Exact(Slack(j, j.At.P));
            j.Between("h(p)", H(j, j.At.P), Ball.Logistic(low) - slack, Ball.Logistic(high) + slack, Ball.Logistic(NextLogOdds(j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon)), "h(p) leaves [h(1/2), h(1)]");
        }),
        new("C7", "", Strength.Required, "M_eps = 1/(3 sqrt(3) sqrt(epsilon) (1 + 4 epsilon))", TheoryInputs.Epsilon, [TheoryOperation.LipschitzConstant], j =>
        {
            var exact = Stability.LipschitzConstant(TheoryJudge.Exact(j.At.Epsilon));
            j.Near("M_eps", j.Implementation.LipschitzConstant!(j.At.Epsilon), exact, N(16) * j.Unit * exact, "the Lipschitz constant has another value");
        }),
        new("C7", "lipschitz", Strength.Required, "the map in log-odds is Lipschitz with M_eps/beta", Point | TheoryInputs.Other, [TheoryOperation.LogOddsMap], j =>
        {
            var (x, y, x0) = (LogOdds(j, j.At.P), LogOdds(j, j.At.Other), LogOdds(j, j.At.Reference));
            var change = Math.Abs(j.Implementation.LogOddsMap!(x, x0, j.At.Beta, j.At.Epsilon) - j.Implementation.LogOddsMap!(y, x0, j.At.Beta, j.At.Epsilon));
            var (beta, eps) = (TheoryJudge.Exact(j.At.Beta), TheoryJudge.Exact(j.At.Epsilon));
            var bound = Stability.LipschitzConstant(eps) / beta * Ball.Abs(TheoryJudge.Exact(x) - TheoryJudge.Exact(y));
            var push = Ball.Max(SuccessMapFormula(x, j.At.Epsilon), SuccessMapFormula(y, j.At.Epsilon)) / beta;
            var slack = j.Unit * ((N(16) * Ball.Abs(TheoryJudge.Exact(x0))) + (N(32) * (Ball.One + Ball.Max(Ball.Abs(TheoryJudge.Exact(x)), Ball.Abs(TheoryJudge.Exact(y)))) * push));
            j.Between("|F(x) - F(y)|", change, Ball.Zero, bound + slack, bound, "two log-odds are driven apart by more than M_eps/beta");
        }),
    ];

    /// <summary>x = logit p as the implementation's format rounds it.</summary>
    public static double LogOdds(TheoryJudge j, double p) => j.Format.Round(Pair(p).LogOdds.Midpoint.ToDouble());

    private static double H(TheoryJudge j, double p) => j.Implementation.SuccessMap!(p, j.At.Reference, j.At.Beta, j.At.Epsilon);

    private static double Slack(TheoryJudge j, double p) => MapSlack(j, p, j.At.Reference, j.At.Beta, j.At.Epsilon);

    private static Ball SuccessMapFormula(double x, double eps) => Formulas.OmegaOfLogOdds(TheoryJudge.Exact(x), TheoryJudge.Exact(eps));
}
