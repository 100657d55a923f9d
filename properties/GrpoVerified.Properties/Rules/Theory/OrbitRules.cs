using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>The orbit of p_ref: where it is monotone, where it converges, and where it certifiably does not. Claims F1–F3, F5, F8, F10, F11, F13–F15, G2, G5.</summary>
internal static class OrbitRules
{
    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("F1", "", Strength.Required, "from p_ref >= 1/2 the sequence increases", TheoryInputs.Map, [TheoryOperation.SuccessMap], j => Monotone(j, from: 0, direction: 1, "p_n falls although p_ref >= 1/2"))
            { Into = c => c with { Reference = Math.Max(c.Reference, 1 - c.Reference) }, AllowsUnsmoothed = true },
        new("F2", "", Strength.Required, "from h(1/2) >= 1/2 on, the sequence is monotone from its first step", TheoryInputs.Map, [TheoryOperation.SuccessMap], j => Monotone(j, from: 1, direction: 0, "p_n turns although h(1/2) >= 1/2"))
            { Into = BelowUnimodal },
        new("F3", "", Strength.Required, "for beta above M_eps the sequence converges at the rate M_eps/beta", TheoryInputs.Map, [TheoryOperation.SuccessMap], Contracts)
            { Into = c => c with { Beta = Math.Max(c.Beta, 1.5 * Lipschitz(c.Epsilon)) }, Cases = 40 },
        new("F8", "", Strength.Required, "from p_ref >= 0.0101 the sequence never cycles", TheoryInputs.Map, [TheoryOperation.SuccessMap], NeverCycles)
            { Into = c => c with { Reference = Math.Max(c.Reference, 0.0101) }, Cases = 60 },
        new("F14", "", Strength.Required, "for beta above M_eps one step keeps the order of the prompts", TheoryInputs.Map | TheoryInputs.Other, [TheoryOperation.SuccessMap], j =>
        {
            var (low, high) = (Math.Min(j.At.Reference, j.At.Other), Math.Max(j.At.Reference, j.At.Other));
            double First(double pRef) => j.Implementation.SuccessMap!(pRef, pRef, j.At.Beta, j.At.Epsilon);
            double Slack(double pRef) => MapSlack(j, pRef, pRef, j.At.Beta, j.At.Epsilon);
            j.AtMost("p_1 of the harder prompt", First(low), First(high), Slack(low) + Slack(high), "a harder prompt overtakes an easier one in one step although beta > M_eps");
        }) { Into = c => c with { Beta = Math.Max(c.Beta, 1.01 * Lipschitz(c.Epsilon)) } },
        new("G2", "", Strength.Required, "at epsilon = 0 the map drives p near 1 faster than any power", TheoryInputs.Reference | TheoryInputs.Beta | TheoryInputs.P, [TheoryOperation.SuccessMap], j =>
        {
            var bound = Pair(j.At.Reference).FailureOdds * Ball.Exp(-(Ball.One / (TheoryJudge.Exact(j.At.Beta) * Ball.Sqrt(Pair(j.At.P).Failure))));
            var h = j.Implementation.SuccessMap!(j.At.P, j.At.Reference, j.At.Beta, 0);
            var slack = TheoryJudge.Exact(MapSlack(j, j.At.P, j.At.Reference, j.At.Beta, 0));
            j.Between("h(p)", h, Ball.One - bound - slack, Ball.One + slack, Ball.Logistic(NextLogOdds(j.At.P, j.At.Reference, j.At.Beta, 0)), "1 - h(p) exceeds (1-p_ref)/p_ref exp(-1/(beta sqrt(1-p))) at epsilon = 0");
        }) { Into = c => c with { Epsilon = 0 }, AllowsUnsmoothed = true },
        Cycle("F10", "ce1", "the sequence of p_ref = 1/200, beta = 3/2, epsilon = 1/1000 does not converge: it is attracted to a cycle of period 2", 0.005, 1.5, 0.001, 2, 0.0195, 0.0205),
        Cycle("F10", "ce2", "the sequence of p_ref = 1/1000, beta = 1, epsilon = 1/100 does not converge: it is attracted to a cycle of period 2", 0.001, 1, 0.01, 2, 0.0076, 0.0079),
        Cycle("F10", "ce3", "the sequence of p_ref = 1/500, beta = 2, epsilon = 0 does not converge: it is attracted to a cycle of period 2", 0.002, 2, 0, 2, 0.0055, 0.0057),
        Cycle("F15", "", "the sequence of p_ref = 1/2500, beta = 2/3, epsilon = 1/100 is attracted to a cycle of period 3", 0.0004, 2.0 / 3, 0.01, 3, 0.007595, 0.007625),
        new("F11", "", Strength.Required, "the sequence of p_ref = 1/10, beta = 1, epsilon = 1/1000 is not monotone: p_1 > p_2 > p_3 < p_4", TheoryInputs.None, [TheoryOperation.SuccessMap], j =>
        {
            var p = Orbit(j.Implementation, 0.1, 1, 0.001).Take(5).ToArray();
            TheoryJudge.Require(p[1] > p[2] && p[2] > p[3] && p[3] < p[4], "p_1..p_4", "0.7536 > 0.5292 > 0.4507 < 0.4523", "the sequence is monotone where it certifiably is not", p[1]);
        }),
        new("F13", "", Strength.Required, "at beta = 1, epsilon = 1/1000 the worse reference 1/100 has the better limit", TheoryInputs.None, [TheoryOperation.SuccessMap], j =>
        {
            double Limit(double pRef) => Orbit(j.Implementation, pRef, 1, 0.001).ElementAt(400);
            var (worse, better) = (Limit(0.01), Limit(0.1));
            TheoryJudge.Require(worse > 0.999 && better is > 0.4521 and < 0.4522, "p_400 from 1/100 and from 1/10", "above 0.999, and 0.45214", "the limits are not those certified: from 1/100 it jumps to the upper fixed point, from 1/10 it goes to the lower", better);
        }),
        new("G5", "", Strength.Required, "at epsilon = 0 and beta below 0.75444 every sequence increases to 1", TheoryInputs.Reference | TheoryInputs.Beta, [TheoryOperation.SuccessMap], j =>
        {
            var last = Orbit(j.Implementation, j.At.Reference, j.At.Beta, 0).ElementAt(300);
            TheoryJudge.Require(last >= 1 - (64 * j.Format.UnitRoundoff), "p_300", "1", "the sequence does not go to 1 although beta < 0.75444 and epsilon = 0", last);
        }) { Into = c => c with { Beta = Math.Min(c.Beta, 0.7), Epsilon = 0 }, AllowsUnsmoothed = true, Cases = 60 },
    ];

    internal static IEnumerable<double> Orbit(TheoryImplementation implementation, double pRef, double beta, double eps)
    {
        var (format, p) = (Rounding.NumberFormat.Of(implementation.DType), pRef);
        p = format.Round(p);
        while (true)
        {
            yield return p;

            // At ε = 0 the map extends to 1 with h(1) = 1 (claim G2).
            p = eps == 0 && p >= 1 ? 1 : implementation.SuccessMap!(p, format.Round(pRef), format.Round(beta), format.Round(eps));
        }
    }

    private static void Monotone(TheoryJudge j, int from, int direction, string fact)
    {
        var p = Orbit(j.Implementation, j.At.Reference, j.At.Beta, j.At.Epsilon).Take(from + 12).ToArray();
        var slack = p.Select(x => MapSlack(j, x, j.At.Reference, j.At.Beta, j.At.Epsilon)).ToArray();
        if (direction == 0)
        {
            direction = p[from + 1] >= p[from] ? 1 : -1;
            if (Math.Abs(p[from + 1] - p[from]) <= slack[from] + slack[0])
            {
                return;
            }
        }

        for (var n = from; n + 1 < p.Length; n++)
        {
            // Monotone up to the error of each step; once p_n sits at its limit in the format, up to rounding.
            var (low, high) = direction > 0 ? (p[n], p[n + 1]) : (p[n + 1], p[n]);
            j.AtMost($"p_{(direction > 0 ? n : n + 1)}", low, high, slack[n] + (n > 0 ? slack[n - 1] : 0), fact);
        }
    }

    private static void Contracts(TheoryJudge j)
    {
        if (FixedPointRules.Certified(j) is not [var (limit, _)])
        {
            return;
        }

        var rate = Stability.LipschitzConstant(TheoryJudge.Exact(j.At.Epsilon)) / TheoryJudge.Exact(j.At.Beta);
        var error = TheoryJudge.Exact(0);
        var distance = Ball.Abs(Pair(j.At.Reference).LogOdds - limit.LogOdds);
        var n = 0;
        foreach (var p in Orbit(j.Implementation, j.At.Reference, j.At.Beta, j.At.Epsilon).Skip(1).Take(40))
        {
            n++;
            if (!(p is > 0 and < 1))
            {
                return;
            }

            // Claim K5: errors η of single steps add up to at most η/(1 − L) in log-odds; p is ¼-Lipschitz in them.
            var push = Omega(p, j.At.Epsilon) / TheoryJudge.Exact(j.At.Beta);
            error = Ball.Max(error, LogOddsBudget(j, p, Pair(j.At.Reference).LogOdds, push) + (N(16) * j.Unit / Pair(p).Failure));
            var bound = ((Ball.Pow(rate, n) * distance) + (error / (Ball.One - rate))) / N(4);
            j.Near($"p_{n}", p, limit.Success, bound, "p_n is farther from the fixed point than (M_eps/beta)^n allows");
        }
    }

    private static void NeverCycles(TheoryJudge j)
    {
        var p = Orbit(j.Implementation, j.At.Reference, j.At.Beta, j.At.Epsilon).Take(3001).ToArray();
        double Change(int n) => p[n + 1] - p[n];
        var alternates = Enumerable.Range(2980, 20).All(n => Change(n) * Change(n - 1) < 0);
        var slack = 64 * (MapSlack(j, p[2999], j.At.Reference, j.At.Beta, j.At.Epsilon) + j.Format.UnitRoundoff);
        TheoryJudge.Require(
            !alternates || Math.Abs(Change(2999)) <= Math.Max(slack, 0.9 * Math.Abs(Change(300))),
            "p_2999, p_3000", "a limit", "the sequence ends in a cycle although p_ref exceeds 0.01004, above which no beta and no epsilon cycle", p[3000]);
    }

    private static TheoryRule Cycle(string claim, string suffix, string title, double pRef, double beta, double eps, int period, double low, double high)
        => new(claim, suffix, Strength.Required, title, TheoryInputs.None, [TheoryOperation.SuccessMap], j =>
        {
            // By then every orbit of the box has been in it for hundreds of periods; one in lower precision too, since the cycle attracts.
            var tail = Orbit(j.Implementation, pRef, beta, eps).Skip(3000).Take(10 * period).ToArray();
            var visits = tail.Count(p => p >= low && p <= high);
            TheoryJudge.Require(
                visits == 10, "p_3000 and the following", FormattableString.Invariant($"every {period} steps one in [{low}, {high}]"),
                tail.Max() - tail.Min() < 1e-6 ? "the sequence converges where it certifiably does not" : "the sequence is not attracted to the certified cycle", tail[^1]);
        });

    private static double Lipschitz(double eps) => Stability.LipschitzConstant(new Float64(eps)).Value;

    // β so small that x₀ + 2/(β√(1+4ε)) ≥ 0.
    private static TheoryCase BelowUnimodal(TheoryCase c)
    {
        var x0 = Probability<Float64>.FromSuccess(new(c.Reference)).LogOdds.Value;
        var push = Whitening.OmegaMinimum(new Float64(c.Epsilon)).Value;
        return x0 >= 0 ? c : c with { Beta = Math.Min(c.Beta, 0.9 * push / -x0) };
    }
}
