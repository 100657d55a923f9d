using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Mirror, mean-only and two-KL: claims H1, H2, H4, H5, H7, H8, H11, M3.</summary>
internal static class VariantRules
{
    private const TheoryInputs Point = TheoryInputs.Map | TheoryInputs.P;

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("H1", "", Strength.Required, "mirror: the log-odds of p grow by Omega(p)/beta", TheoryInputs.P | TheoryInputs.Beta | TheoryInputs.Epsilon, [TheoryOperation.Mirror], j =>
        {
            var x = Pair(j.At.P).LogOdds;
            var push = Omega(j.At.P, j.At.Epsilon) / TheoryJudge.Exact(j.At.Beta);
            Probability(j, "next p", j.Implementation.Mirror!(j.At.P, j.At.Beta, j.At.Epsilon), x + push, LogOddsBudget(j, j.At.P, x, push), "the mirror step has another value");
        }) { AllowsUnsmoothed = true },
        new("H1", "increases", Strength.Required, "mirror: the sequence increases from every start", TheoryInputs.P | TheoryInputs.Beta | TheoryInputs.Epsilon, [TheoryOperation.Mirror], j =>
        {
            for (var (p, n) = (j.At.P, 0); n < 8 && p < 1; n++)
            {
                var next = j.Implementation.Mirror!(p, j.At.Beta, j.At.Epsilon);
                j.AtMost($"p_{n}", p, next, 32 * j.Format.UnitRoundoff, "the mirror sequence falls");
                p = next;
            }
        }),
        new("H2", "", Strength.Required, "mirror: each step adds between 2/(beta sqrt(1 + 4 epsilon)) and 1/(beta sqrt(epsilon)) to the log-odds", TheoryInputs.P | TheoryInputs.Beta | TheoryInputs.Epsilon, [TheoryOperation.Mirror], j =>
        {
            var (beta, eps) = (TheoryJudge.Exact(j.At.Beta), TheoryJudge.Exact(j.At.Epsilon));
            var (least, most) = (N(2) / (beta * Ball.Sqrt(Ball.One + (N(4) * eps))), Whitening.OmegaMaximum(eps) / beta);
            for (var (p, n) = (j.At.P, 1); n <= 4 && p is > 0 and < 1; n++)
            {
                var next = j.Implementation.Mirror!(p, j.At.Beta, j.At.Epsilon);
                var x = Pair(p).LogOdds;
                var push = Omega(p, j.At.Epsilon) / beta;
                var delta = LogOddsBudget(j, p, x, push);
                var rounding = N(16) * j.Unit;
                j.Between(
                    $"p_{n}", next, Ball.Logistic(x + least - delta) * (Ball.One - rounding), Ball.Logistic(x + most + delta) * (Ball.One + rounding), Ball.Logistic(x + push), "the mirror step leaves its envelope");
                p = next;
            }
        }),
        new("H3", "", Strength.Required, "mirror at epsilon = 0: each step adds at least 2/beta and e^(|x|/2)/beta to the log-odds", TheoryInputs.P | TheoryInputs.Beta, [TheoryOperation.Mirror], j =>
        {
            var (x, beta) = (Pair(j.At.P).LogOdds, TheoryJudge.Exact(j.At.Beta));
            var push = Omega(j.At.P, 0) / beta;
            var least = Ball.Max(N(2), Ball.Exp(Ball.Abs(x) / N(2))) / beta;
            var lowest = Ball.Logistic(x + least - LogOddsBudget(j, j.At.P, x, push)) * (Ball.One - (N(16) * j.Unit));
            j.Between("next p", j.Implementation.Mirror!(j.At.P, j.At.Beta, 0), lowest, Ball.One, Ball.Logistic(x + push), "the mirror step at epsilon = 0 is shorter than e^(|x|/2)/beta");
        }) { Into = c => c with { Epsilon = 0 }, AllowsUnsmoothed = true },
        new("H4", "", Strength.Required, "mean-only, mirror: n steps reach sigma(x0 + n/beta)", TheoryInputs.P | TheoryInputs.Reference | TheoryInputs.Beta, [TheoryOperation.MeanOnly], j =>
        {
            const int Steps = 4;
            var p = j.At.Reference;
            for (var n = 0; n < Steps; n++)
            {
                // The previous policy is the anchor.
                p = j.Implementation.MeanOnly!(j.At.P, p, j.At.Beta);
                if (!(p > 0 && 1 - p > 4096 * j.Format.UnitRoundoff))
                {
                    // Nearer to 1 the format does not hold the log-odds of p.
                    return;
                }
            }

            var (x0, push) = (Pair(j.At.Reference).LogOdds, Ball.One / TheoryJudge.Exact(j.At.Beta));
            var y = x0 + (N(Steps) * push);
            var delta = N(Steps) * (LogOddsBudget(j, 0.5, Ball.Abs(x0) + (N(Steps) * push), push) + (N(32) * j.Unit * (Ball.One + (Ball.One / Pair(p).Failure))));
            Probability(j, $"p_{Steps}", p, y, delta, "four mean-only steps, each from the policy before, do not reach sigma(x0 + 4/beta)");
        }),
        new("H5", "", Strength.Required, "mean-only: one step reaches sigma(x0 + 1/beta), from everywhere", TheoryInputs.P | TheoryInputs.Reference | TheoryInputs.Beta, [TheoryOperation.MeanOnly], j =>
        {
            var x0 = Pair(j.At.Reference).LogOdds;
            var push = Ball.One / TheoryJudge.Exact(j.At.Beta);
            Probability(j, "next p", j.Implementation.MeanOnly!(j.At.P, j.At.Reference, j.At.Beta), x0 + push, LogOddsBudget(j, 0.5, x0, push), "the mean-only step is not sigma(x0 + 1/beta)");
        }),
        new("H7", "", Strength.Required, "two-KL: the log-odds are alpha x0 + (1 - alpha) x + G(x)/beta", Point | TheoryInputs.Alpha, [TheoryOperation.TwoKl], j =>
            TwoKl(j, j.At.Beta, j.Implementation.TwoKl!(j.At.P, j.At.Reference, j.At.Alpha, j.At.Beta, j.At.Epsilon), "the two-KL step has another value")) { AllowsUnsmoothed = true },
        new("H8", "", Strength.Required, "two-KL keeps the fixed points of the reference map with alpha beta", TheoryInputs.Map | TheoryInputs.Alpha, [TheoryOperation.TwoKl, TheoryOperation.FixedPoints], j =>
        {
            foreach (var p in j.Implementation.FixedPoints!(j.At.Reference, j.At.Beta, j.At.Epsilon).Where(p => p is > 0 and < 1))
            {
                // β of the two-KL problem is β/α; the fixed point is known to a few u/(1 − λ): near a fold no place is certain.
                if (FixedPointRules.Certified(j) is null)
                {
                    return;
                }

                var beta = j.At.Beta / j.At.Alpha;
                var next = j.Implementation.TwoKl!(p, j.At.Reference, j.At.Alpha, beta, j.At.Epsilon);
                var push = Omega(p, j.At.Epsilon) / TheoryJudge.Exact(beta);
                var x = Pair(p).LogOdds;
                var budget = N(512) * (LogOddsBudget(j, p, Ball.Max(Ball.Abs(x), Ball.Abs(Pair(j.At.Reference).LogOdds)), push) + (N(16) * j.Unit / Pair(p).Failure));
                Probability(j, "two-KL step from a fixed point", next, x, budget, "a fixed point of the reference map with beta is moved by two-KL with alpha and beta/alpha");
            }
        }) { Cases = 40, Into = c => c with { Alpha = Math.Max(c.Alpha, 0.01) } },
        new("H11", "", Strength.Required, "two-KL with (1 - alpha) beta above M_eps increases from p_ref without overshoot", TheoryInputs.Map | TheoryInputs.Alpha, [TheoryOperation.TwoKl], j =>
        {
            for (var (p, n) = (j.At.Reference, 0); n < 12 && p < 1; n++)
            {
                var next = j.Implementation.TwoKl!(p, j.At.Reference, j.At.Alpha, j.At.Beta, j.At.Epsilon);
                var push = Omega(p, j.At.Epsilon) / TheoryJudge.Exact(j.At.Beta);
                var slack = TheoryJudge.Upper(LogOddsBudget(j, p, Ball.Abs(Pair(p).LogOdds) + Ball.Abs(Pair(j.At.Reference).LogOdds), push)) + (32 * j.Format.UnitRoundoff);
                j.AtMost($"p_{n}", p, next, slack, "two-KL overshoots although (1 - alpha) beta >= M_eps");
                p = next;
            }
        }) { Into = c => c with { Alpha = Math.Min(c.Alpha, 0.5), Beta = Math.Max(c.Beta, 2.1 * Stability.LipschitzConstant(new Float64(c.Epsilon)).Value) } },
        new("H10", "", Strength.Required, "two-KL with (2 - alpha) beta above M_eps never cycles, from any start", Point | TheoryInputs.Alpha, [TheoryOperation.TwoKl], j =>
        {
            var orbit = new List<double> { j.At.P };
            for (var n = 0; n < 1000 && orbit[^1] is > 0 and < 1; n++)
            {
                orbit.Add(j.Implementation.TwoKl!(orbit[^1], j.At.Reference, j.At.Alpha, j.At.Beta, j.At.Epsilon));
            }

            if (orbit.Count < 1001)
            {
                return;
            }

            double Change(int n) => orbit[n + 1] - orbit[n];
            var (p, beta) = (orbit[999], TheoryJudge.Exact(j.At.Beta));
            var delta = TheoryJudge.Upper(LogOddsBudget(j, p, Ball.Abs(Pair(p).LogOdds) + Ball.Abs(Pair(j.At.Reference).LogOdds), Omega(p, j.At.Epsilon) / beta));
            TheoryJudge.Require(
                !Enumerable.Range(980, 20).All(n => Change(n) * Change(n - 1) < 0) || Math.Abs(Change(999)) <= 64 * (delta + j.Format.UnitRoundoff),
                "p_999, p_1000", "a limit", "two-KL ends in a cycle although (2 - alpha) beta > M_eps", orbit[1000]);
        }) { Cases = 40, Into = c => c with { Beta = Math.Max(c.Beta, 1.2 * Stability.LipschitzConstant(new Float64(c.Epsilon)).Value / (2 - c.Alpha)) } },
        new("M3", "two-kl", Strength.Required, "two-KL with alpha = 1 is the reference map", Point, [TheoryOperation.TwoKl], j =>
            SuccessMap(j, j.Implementation.TwoKl!(j.At.P, j.At.Reference, 1, j.At.Beta, j.At.Epsilon), j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon, "two-KL with alpha = 1 is not h")) { AllowsUnsmoothed = true },
    ];

    private static void TwoKl(TheoryJudge j, double betaValue, double observed, string fact)
    {
        var (x, x0, alpha) = (Pair(j.At.P).LogOdds, Pair(j.At.Reference).LogOdds, TheoryJudge.Exact(j.At.Alpha));
        var push = Omega(j.At.P, j.At.Epsilon) / TheoryJudge.Exact(betaValue);
        var y = (alpha * x0) + ((Ball.One - alpha) * x) + push;
        Probability(j, "next p", observed, y, LogOddsBudget(j, j.At.P, Ball.Abs(x) + Ball.Abs(x0), push), fact);
    }
}
