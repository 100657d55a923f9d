using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>How far the first step goes, and which sequences escape to 1: claims F9, F12, G4, G10.</summary>
internal static class EscapeRules
{
    // With beta at most 4 the upper fixed point at ε = 0 lies below x = 8.7, where 1 − p exceeds 1.6e-4.
    private const double MostBeta = 4;

    private static readonly double BelowUpper = 1 - Math.ScaleB(1, -14);

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("F9", "", Strength.Required, "from p_ref >= 0.17605 the sequence never jumps over the middle fixed point", TheoryInputs.Map, [TheoryOperation.SuccessMap], j =>
        {
            if (FixedPointRules.Certified(j) is not [_, var (middle, _), ..])
            {
                return;
            }

            var most = TheoryJudge.Upper(middle.Success);
            foreach (var (p, n) in OrbitRules.Orbit(j.Implementation, j.At.Reference, j.At.Beta, j.At.Epsilon).Take(60).Select((p, n) => (p, n)))
            {
                j.AtMost($"p_{n}", p, most, MapSlack(j, p, j.At.Reference, j.At.Beta, j.At.Epsilon), "the sequence jumps over the middle fixed point although p_ref exceeds 0.17604");
            }
        }) { Cases = 60, Into = c => c with { Reference = 0.177 + (0.0625 * c.Reference), Beta = Math.Clamp(c.Beta, 0.875, 1.25), Epsilon = Math.Min(c.Epsilon, Math.ScaleB(1, -14)) } },
        new("F12", "", Strength.Required, "where h(1/2) < 1/2 the first step passes the smallest fixed point", TheoryInputs.Map, [TheoryOperation.SuccessMap], j =>
        {
            if (FixedPointRules.Certified(j) is not [var (lowest, _), ..])
            {
                return;
            }

            var first = j.Implementation.SuccessMap!(j.At.Reference, j.At.Reference, j.At.Beta, j.At.Epsilon);
            var slack = MapSlack(j, j.At.Reference, j.At.Reference, j.At.Beta, j.At.Epsilon);
            j.AtMost("the smallest fixed point", TheoryJudge.Lower(lowest.Success), first, slack, "the first step stops short of the smallest fixed point although h(1/2) < 1/2");
        }) { Cases = 40, Into = Unimodal },
        new("G4", "", Strength.Required, "at epsilon = 0 the sequences that go to 1 are those of the closed form", TheoryInputs.Reference | TheoryInputs.Beta, [TheoryOperation.SuccessMap], j =>
        {
            // p_n → 1 iff x₀ > x_SN(β), or x₀ < −2 asinh β and β|x₀| < cosh(x₀/2); near the boundary neither is asked.
            var (x0, beta) = (PolicyRules.LogOddsOf(j.At.Reference), j.At.Beta);
            var turn = 2 * Interval.Asinh(new Interval(beta)).Midpoint;
            var saddleNode = turn - (2 * Math.Sqrt(1 + (1 / (beta * beta))));
            var isHard = x0 < -turn;
            var jump = Interval.Cosh(new Interval(x0 / 2)).Midpoint / (beta * Math.Abs(x0));
            var last = OrbitRules.Orbit(j.Implementation, j.At.Reference, beta, 0).ElementAt(300);
            if (x0 > saddleNode + 0.5 || (isHard && jump > 1.1))
            {
                TheoryJudge.Require(last >= 1 - (64 * j.Format.UnitRoundoff), "p_300", "1", "the sequence does not go to 1 although p_ref lies in the escape set", last);
            }
            else if (x0 < saddleNode - 0.3 && (x0 > 0.1 - turn || jump < 0.9))
            {
                TheoryJudge.Require(last <= BelowUpper, "p_300", "below the upper fixed point", "the sequence goes to 1 although p_ref lies outside the escape set", last);
            }
        }) { Into = c => c with { Beta = Math.Clamp(c.Beta, 0.5, MostBeta), Epsilon = 0 }, AllowsUnsmoothed = true, Cases = 100 },
        new("G10", "", Strength.Required, "at epsilon = 0 a very hard prompt is solved in one step", TheoryInputs.Reference | TheoryInputs.Beta, [TheoryOperation.SuccessMap], j =>
        {
            // 2 cosh(x₀/2) ≥ e^{|x₀|/2}.
            var x0 = Pair(j.At.Reference).LogOdds;
            var failure = Ball.Exp(-(x0 + (Ball.Exp(-x0 / N(2)) / TheoryJudge.Exact(j.At.Beta))));
            var first = j.Implementation.SuccessMap!(j.At.Reference, j.At.Reference, j.At.Beta, 0);
            var slack = TheoryJudge.Exact(MapSlack(j, j.At.Reference, j.At.Reference, j.At.Beta, 0));
            j.Between("p_1", first, Ball.One - failure - slack, Ball.One + slack, Ball.Logistic(NextLogOdds(j.At.Reference, j.At.Reference, j.At.Beta, 0)), "a prompt with p_ref below 2^-14 is not solved in one step although epsilon = 0");
        }) { Into = c => c with { Reference = Math.Min(c.Reference, Math.ScaleB(1, -14)), Beta = Math.Min(c.Beta, MostBeta), Epsilon = 0 }, AllowsUnsmoothed = true },
    ];

    // p_ref < 1/2 and β so large that x₀ + 2/(β√(1+4ε)) < 0.
    private static TheoryCase Unimodal(TheoryCase c)
    {
        var reference = Math.Min(c.Reference, 0.375);
        var x0 = PolicyRules.LogOddsOf(reference);
        return c with { Reference = reference, Beta = Math.Max(c.Beta, 1.1 * Whitening.OmegaMinimum(new Float64(c.Epsilon)).Value / -x0) };
    }
}
