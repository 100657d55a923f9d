using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Fixed points: claims C6, D1–D3, D9, D11, E1, E2.</summary>
/// <remarks>At a fold fixed points are born or vanish by rounding alone: cases within 2^−8 of one (|1 − λ| small) are not judged by number or place.</remarks>
internal static class FixedPointRules
{
    private static readonly Ball FoldMargin = Ball.One / N(256);

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("D1", "", Strength.Required, "the fixed points are where they are certified to be", TheoryInputs.Map, [TheoryOperation.FixedPoints], j =>
        {
            var (found, certified) = (Found(j), Certified(j));
            if (certified is null)
            {
                return;
            }

            TheoryJudge.Require(found.Count == certified.Count, "number of fixed points", $"{certified.Count}", $"h has {certified.Count} fixed points, not {found.Count}");
            for (var i = 0; i < certified.Count; i++)
            {
                // An error η of F moves a fixed point by η/|1 − λ| in log-odds.
                var (p, multiplier) = certified[i];
                var push = Whitening.Omega(p, TheoryJudge.Exact(j.At.Epsilon)) / TheoryJudge.Exact(j.At.Beta);
                var x0 = Pair(j.At.Reference).LogOdds;
                var delta = N(4) * j.Unit * (N(16) + (N(8) * Ball.Abs(x0)) + (N(8) * (Ball.One + Ball.Abs(p.LogOdds)) * push)) / Ball.Abs(Ball.One - multiplier);
                Probability(j, $"fixed point {i + 1} of {certified.Count}", found[i], p.LogOdds, delta, "a fixed point is somewhere else");
            }
        }) { Cases = 60 },
        new("C6", "", Strength.Required, "every fixed point exceeds p_ref", TheoryInputs.Map, [TheoryOperation.FixedPoints], j =>
        {
            foreach (var p in Found(j))
            {
                j.AtMost("p_ref", j.At.Reference, p, 64 * j.Format.UnitRoundoff * (1 + FoldSlack(j)), "a fixed point lies below p_ref");
            }
        }) { Cases = 60 },
        new("D2", "", Strength.Required, "p = 1 is no fixed point for epsilon > 0", TheoryInputs.Map, [TheoryOperation.FixedPoints], j =>
        {
            // Judged where the format can tell the upper fixed point from 1.
            var end = Whitening.OmegaMaximum(TheoryJudge.Exact(j.At.Epsilon)) / TheoryJudge.Exact(j.At.Beta);
            var failure = Ball.One / (Ball.One + Ball.Exp(Pair(j.At.Reference).LogOdds + end));
            if (Ball.Less(N(1 << 10) * j.Unit * (Ball.One + end), failure).IsCertain)
            {
                TheoryJudge.Require(!Found(j).Any(p => p >= 1), "fixed points", "all below 1", "p = 1 is listed as a fixed point; 1 - h(1) is positive for epsilon > 0", 1);
            }
        }) { Cases = 60 },
        new("D9", "", Strength.Required, "the smallest fixed point grows with p_ref", TheoryInputs.Map | TheoryInputs.Other, [TheoryOperation.FixedPoints], j =>
        {
            var (low, high) = (Math.Min(j.At.Reference, j.At.Other), Math.Max(j.At.Reference, j.At.Other));
            var here = j.Implementation.FixedPoints!(low, j.At.Beta, j.At.Epsilon);
            var there = j.Implementation.FixedPoints!(high, j.At.Beta, j.At.Epsilon);
            TheoryJudge.Require(here.Count > 0 && there.Count > 0, "fixed points", "at least one", "no fixed point is found; h maps [0,1] into itself");
            if (high - low > 1e-3)
            {
                j.AtMost("smallest fixed point at the smaller p_ref", here[0], there[0], 1e-3, "a better reference gives a smaller lowest fixed point");
            }
        }) { Cases = 60 },
        new("D11", "", Strength.Required, "the smallest fixed point is below 1/2 iff h(1/2) is", TheoryInputs.Map, [TheoryOperation.FixedPoints], j =>
        {
            var x = NextLogOdds(0.5, j.At.Reference, j.At.Beta, j.At.Epsilon);
            var found = Found(j);
            if (found.Count > 0 && Ball.Less(N(64) * j.Unit * (N(1) + Ball.Abs(x) + Ball.Abs(Pair(j.At.Reference).LogOdds)), Ball.Abs(x)).IsCertain)
            {
                TheoryJudge.Require((found[0] < 0.5) == x.IsNegative, "smallest fixed point", x.IsNegative ? "below 1/2" : "above 1/2", "the smallest fixed point is on the wrong side of 1/2", found[0]);
            }
        }) { Cases = 60 },
        new("E1", "", Strength.Required, "at a fixed point h' is p(1-p)(2p-1)/(2 beta (p(1-p)+epsilon)^(3/2))", TheoryInputs.Map, [TheoryOperation.FixedPoints, TheoryOperation.Derivative], j =>
        {
            if (Certified(j) is null)
            {
                return;
            }

            foreach (var p in Found(j).Where(p => p is > 0 and < 1))
            {
                var pair = Pair(p);
                var (beta, eps) = (TheoryJudge.Exact(j.At.Beta), TheoryJudge.Exact(j.At.Epsilon));
                var exact = Stability.Multiplier(pair, beta, eps);

                // The place is rounded: h(p) differs from p by a few u/(1 − λ), so h(1−h) from p(1−p).
                var cube = Ball.Pow(Whitening.Omega(pair, eps), 3) / (N(2) * beta);
                var push = Whitening.Omega(pair, eps) / beta;
                var delta = (LogOddsBudget(j, p, Pair(j.At.Reference).LogOdds, push) + (N(64) * j.Unit / pair.Failure)) * N(256);
                var tolerance = (Ball.Abs(exact) * Ball.Expm1(delta)) + (N(64) * j.Unit * pair.Success * cube);
                j.Near("h'(p*)", j.Implementation.Derivative!(p, j.At.Reference, j.At.Beta, j.At.Epsilon), exact, tolerance, "the multiplier of a fixed point has another value");
            }
        }) { Cases = 60 },
        new("E2", "", Strength.Required, "of three fixed points the middle one repels and the upper one attracts", TheoryInputs.Map, [TheoryOperation.FixedPoints, TheoryOperation.Derivative], j =>
        {
            if (Certified(j) is { Count: 3 } && Found(j) is { Count: 3 } found)
            {
                double Slope(double p) => j.Implementation.Derivative!(p, j.At.Reference, j.At.Beta, j.At.Epsilon);
                TheoryJudge.Require(Slope(found[1]) > 1, "h' at the middle fixed point", "above 1", "the middle fixed point does not repel", Slope(found[1]));
                TheoryJudge.Require(found[2] >= 1 || Math.Abs(Slope(found[2])) < 1, "h' at the upper fixed point", "below 1 in size", "the upper fixed point does not attract", found[2] < 1 ? Slope(found[2]) : null);
            }
        }) { Cases = 60, Into = c => c with { Beta = Math.Min(c.Beta, 2), Epsilon = Math.Min(c.Epsilon, 0.01) } },
    ];

    /// <summary>All fixed points with their multipliers; null near a fold, or where the list is not complete.</summary>
    public static IReadOnlyList<(Probability<Ball> P, Ball Multiplier)>? Certified(TheoryJudge j)
    {
        var set = FixedPointSet.Find(GrpoParameters.Of(Rational.FromDouble(j.At.Reference), Rational.FromDouble(j.At.Beta), Rational.FromDouble(j.At.Epsilon)));
        var points = set.Interior.Select(f => (f.Probability(128), f.Multiplier(128))).ToList();
        var isNearFold = points.Any(p => !Ball.Less(FoldMargin, Ball.Abs(Ball.One - p.Item2)).IsCertain);
        return set.IsComplete && !isNearFold && !IsNearBirth(j, set.Points.Count) ? points : null;
    }

    private static IReadOnlyList<double> Found(TheoryJudge j)
    {
        var found = j.Implementation.FixedPoints!(j.At.Reference, j.At.Beta, j.At.Epsilon);
        TheoryJudge.Require(found.Zip(found.Skip(1), (a, b) => a <= b).All(x => x), "fixed points", "increasing", "the fixed points are not in increasing order");
        return found;
    }

    // A pair about to be born: x₀ moved by 2^−8 of its size gives another number of fixed points.
    private static bool IsNearBirth(TheoryJudge j, int count)
    {
        var x0 = Pair(j.At.Reference).LogOdds;
        foreach (var offset in new[] { -1, 1 })
        {
            var moved = Ball.Logistic(x0 + (N(offset) * (Ball.One + Ball.Abs(x0)) / N(256))).Midpoint.ToRational();
            var there = FixedPointSet.Find(GrpoParameters.Of(moved, Rational.FromDouble(j.At.Beta), Rational.FromDouble(j.At.Epsilon)));
            if (!there.IsComplete || there.Points.Count != count)
            {
                return true;
            }
        }

        return false;
    }

    private static double FoldSlack(TheoryJudge j) => TheoryJudge.Upper((Omega(j.At.Reference, j.At.Epsilon) / TheoryJudge.Exact(j.At.Beta)) + Ball.Abs(Pair(j.At.Reference).LogOdds));
}
