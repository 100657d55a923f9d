using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>The clipped update in one dimension: claims J3–J6, J8–J13, M3.</summary>
internal static class ClippedRules
{
    private const TheoryInputs Point = TheoryInputs.Map | TheoryInputs.P | TheoryInputs.Clip;

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("J3", "", Strength.Required, "the clipped update is the maximiser of the clipped objective", Point, [TheoryOperation.Clipped], j =>
        {
            var exact = Exact(j, j.At.P);
            j.Near("next p", Clipped(j, j.At.P), exact, TheoryJudge.Exact(Slack(j, j.At.P)), "the clipped update has another value");
        }) { Cases = 300 },
        new("J4", "", Strength.Required, "clipping never amplifies more than h, and never falls below p_ref", Point, [TheoryOperation.Clipped], j =>
        {
            var clipped = Clipped(j, j.At.P);
            var h = Ball.Logistic(NextLogOdds(j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon));
            var slack = TheoryJudge.Exact(Slack(j, j.At.P));
            j.Between("next p", clipped, TheoryJudge.Exact(j.At.Reference) - slack, h + slack, Exact(j, j.At.P), "the clipped update leaves [p_ref, h(p)]");
        }),
        new("J5", "", Strength.Required, "clipping keeps the fixed points", TheoryInputs.Map | TheoryInputs.Clip, [TheoryOperation.Clipped, TheoryOperation.FixedPoints], j =>
        {
            if (FixedPointRules.Certified(j) is null)
            {
                return;
            }

            foreach (var p in j.Implementation.FixedPoints!(j.At.Reference, j.At.Beta, j.At.Epsilon).Where(p => p is > 0 and < 1))
            {
                var slack = 512 * (MapSlack(j, p, j.At.Reference, j.At.Beta, j.At.Epsilon) + (16 * j.Format.UnitRoundoff));
                j.Near("clipped update of a fixed point", Clipped(j, p), TheoryJudge.Exact(p), TheoryJudge.Exact(slack), "clipping moves a fixed point of h");
            }
        }) { Cases = 40 },
        new("J6", "", Strength.Required, "where h(p) lies inside both clip bounds the clipped update is h(p)", Point, [TheoryOperation.Clipped, TheoryOperation.SuccessMap], j =>
        {
            var (p, slack) = (TheoryJudge.Exact(j.At.P), Slack(j, j.At.P));
            var (above, below) = (p * (Ball.One + TheoryJudge.Exact(j.At.ClipHigh)), Ball.One - ((Ball.One - p) * (Ball.One - TheoryJudge.Exact(j.At.ClipLow))));
            var h = Ball.Logistic(NextLogOdds(j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon));
            if (Ball.Less(h + TheoryJudge.Exact(4 * slack), Ball.Min(above, below)).IsCertain)
            {
                var own = j.Implementation.SuccessMap!(j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon);
                j.Near("next p", Clipped(j, j.At.P), TheoryJudge.Exact(own), TheoryJudge.Exact(2 * slack), "the clip acts although h(p) lies inside its bounds");
            }
        }),
        new("J8", "", Strength.Required, "one clipped step reaches at most (1 + e_hi) p or what the failures alone drive to", Point, [TheoryOperation.Clipped], j =>
        {
            var p = TheoryJudge.Exact(j.At.P);
            var alone = Ball.Logistic(Pair(j.At.Reference).LogOdds + (p * Omega(j.At.P, j.At.Epsilon) / TheoryJudge.Exact(j.At.Beta)));
            var most = TheoryJudge.Upper(Ball.Max(p * (Ball.One + TheoryJudge.Exact(j.At.ClipHigh)), alone));
            j.AtMost("next p", Clipped(j, j.At.P), most, Slack(j, j.At.P), "a clipped step jumps beyond (1 + e_hi) p and beyond sigma(x0 + w_minus/beta)");
        }),
        new("J9", "", Strength.Required, "around a fixed point below 1/(2 + e_hi) the clipped sequence stays below (1 + e_hi) times it", TheoryInputs.Map | TheoryInputs.Clip, [TheoryOperation.Clipped], j =>
        {
            var up = Ball.One + TheoryJudge.Exact(j.At.ClipHigh);
            if (FixedPointRules.Certified(j) is not [var (lowest, _), ..] || !Ball.Less(lowest.Success, Ball.One / (Ball.One + up)).IsCertain)
            {
                return;
            }

            var most = TheoryJudge.Upper(up * lowest.Success);
            for (var (p, n) = (j.At.Reference, 0); n < 12 && p is > 0 and < 1; n++)
            {
                var next = Clipped(j, p);
                j.AtMost($"p_{n + 1}", next, most, 2 * Slack(j, p), "the clipped sequence overshoots (1 + e_hi) times its fixed point");
                p = next;
            }
        }) { Cases = 40 },
        new("J10", "", Strength.Required, "at p_ref = 1/110, beta = 1, epsilon = 0 clipping with 3/10 destroys convergence", TheoryInputs.None, [TheoryOperation.Clipped], j =>
        {
            var tail = Orbit(j, 1.0 / 110, 1, 0, 0.3, 0.3).Skip(3000).Take(20).ToArray();
            TheoryJudge.Require(
                tail.Count(p => p is >= 0.12265 and <= 0.12350) == 10, "p_3000 and the following", "every other one in [0.12265, 0.1235]",
                "the clipped sequence is not attracted to the certified cycle {0.12308, 0.16000}", tail[^1]);
        }),
        new("J11", "", Strength.Required, "at p_ref = 1/100, beta = 1, epsilon = 1/1000 clipping with 1/5 leads to the lower fixed point", TheoryInputs.None, [TheoryOperation.Clipped], j =>
        {
            var last = Orbit(j, 0.01, 1, 0.001, 0.2, 0.2).ElementAt(3000);
            TheoryJudge.Require(last is > 0.14549 and < 0.1455, "p_3000", "0.145495", "the clipped sequence has another limit than the certified one", last);
        }),
        new("J12", "", Strength.Required, "from p_ref >= 1/2 the clipped sequence increases", TheoryInputs.Map | TheoryInputs.Clip, [TheoryOperation.Clipped], j =>
        {
            for (var (p, n) = (j.At.Reference, 0); n < 12 && p < 1; n++)
            {
                var next = Clipped(j, p);
                j.AtMost($"p_{n}", p, next, Slack(j, p) + (n > 0 ? Slack(j, j.At.Reference) : 0), "the clipped sequence falls although p_ref >= 1/2");
                p = next;
            }
        }) { Into = c => c with { Reference = Math.Max(c.Reference, 1 - c.Reference) } },
        new("J13", "", Strength.Required, "at epsilon = 0 and near 1 the clipped step multiplies 1 - p by 1 - e_lo", Point, [TheoryOperation.Clipped], j =>
        {
            // Successes drive to at most x₀ + w₊/β, both together to x₀ + Ω/β; between them, and below the clip of the successes, the failures stop at theirs.
            var (p, x0, beta) = (Pair(j.At.P), Pair(j.At.Reference).LogOdds, TheoryJudge.Exact(j.At.Beta));
            var failure = (Ball.One - TheoryJudge.Exact(j.At.ClipLow)) * p.Failure;
            var (push, y) = (Omega(j.At.P, 0) / beta, Ball.Log((Ball.One - failure) / failure));
            var margin = Ball.One / N(16);
            var aboveFailures = Ball.Less(Ball.One - failure, p.Success * (Ball.One + TheoryJudge.Exact(j.At.ClipHigh))).IsCertain;
            if (aboveFailures && Ball.Less(x0 + (p.Failure * push) + margin, y).IsCertain && Ball.Less(y + margin, x0 + push).IsCertain)
            {
                j.Near("next p", Clipped(j, j.At.P), Ball.One - failure, N(32) * j.Unit, "near 1 the clipped step does not multiply 1 - p by 1 - e_lo");
            }
        }) { Into = c => c with { P = Math.Max(c.P, 1 - c.P), Epsilon = 0, ClipLow = Math.Min(c.ClipLow, 0.75) }, AllowsUnsmoothed = true },
        new("M3", "clip", Strength.Required, "with e_lo = 1 and e_hi beyond every ratio the clipped map is h", TheoryInputs.Map | TheoryInputs.P, [TheoryOperation.Clipped], j =>
        {
            // The upper clip p(1 + e_hi) is 2^20 p; where h reaches it the two differ.
            var y = NextLogOdds(j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon);
            if (Ball.Less(Ball.Logistic(y), TheoryJudge.Exact(j.At.P) * N(1 << 10)).IsCertain)
            {
                var observed = j.Implementation.Clipped!(j.At.P, j.At.Reference, j.At.Beta, j.At.Epsilon, 1, (1 << 20) - 1);
                j.Near("next p", observed, Ball.Logistic(y), TheoryJudge.Exact(Slack(j, j.At.P)), "an inactive clip changes the update");
            }
        }),
    ];

    private static double Clipped(TheoryJudge j, double p) => j.Implementation.Clipped!(p, j.At.Reference, j.At.Beta, j.At.Epsilon, j.At.ClipLow, j.At.ClipHigh);

    // Clips are formed and compared in p: beside the error of h, a few u of p.
    private static double Slack(TheoryJudge j, double p) => MapSlack(j, p, j.At.Reference, j.At.Beta, j.At.Epsilon) + PartSlack(j, p) + (32 * j.Format.UnitRoundoff);

    // The middle regime is driven by one weight alone; its error is at most that of the sum in log-odds, and σ is ¼-Lipschitz.
    private static double PartSlack(TheoryJudge j, double p)
    {
        var push = Omega(p, j.At.Epsilon) / TheoryJudge.Exact(j.At.Beta);
        var delta = LogOddsBudget(j, p, Pair(j.At.Reference).LogOdds, push);
        var next = Exact(j, p);
        return TheoryJudge.Upper(Ball.Min(Ball.One, next * (Ball.One - next) * delta * Ball.Exp(Ball.Min(delta, Ball.One))));
    }

    private static Ball Exact(TheoryJudge j, double p)
    {
        var parameters = GrpoParameters.Of(Rational.FromDouble(j.At.Reference), Rational.FromDouble(j.At.Beta), Rational.FromDouble(j.At.Epsilon))
            with
        { Clip = new ClipRange(Rational.FromDouble(j.At.ClipLow), Rational.FromDouble(j.At.ClipHigh)) };
        var bound = BoundParameters<Ball>.Bind(parameters, TheoryJudge.Context);
        var r = Rational.FromDouble(p);
        return Probability<Ball>.FromFailureOdds(bound.NextFailureOdds(TheoryJudge.Context.Enclose((1 - r) / r))).Success;
    }

    private static IEnumerable<double> Orbit(TheoryJudge j, double pRef, double beta, double eps, double low, double high)
    {
        var round = j.Format.Round;
        var p = round(pRef);
        while (true)
        {
            yield return p;
            p = j.Implementation.Clipped!(p, round(pRef), round(beta), round(eps), round(low), round(high));
        }
    }
}
