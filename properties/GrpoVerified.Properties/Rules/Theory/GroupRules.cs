using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Groups;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>The effective weight of finite groups: claims L2–L4, L6–L9, L11, L12.</summary>
internal static class GroupRules
{
    private const TheoryInputs Point = TheoryInputs.P | TheoryInputs.Epsilon | TheoryInputs.GroupSize;

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("L2", "", Strength.Required, "Omega_G is the Bernstein polynomial of the reciprocal deviations", Point, [TheoryOperation.GroupWeight], j =>
        {
            foreach (var sample in new[] { false, true })
            {
                var exact = Exact(j.At.P, j.At.Epsilon, j.At.GroupSize, sample);
                j.Near(sample ? "Omega_G, sample deviation" : "Omega_G, population deviation", Weight(j, j.At.P, j.At.GroupSize, sample), exact, Relative(j) * exact, "the effective weight of a finite group has another value");
            }
        }) { AllowsUnsmoothed = true },
        new("L3", "", Strength.Required, "Omega_G is symmetric and smallest at 1/2", Point, [TheoryOperation.GroupWeight], j =>
        {
            var slack = 2 * TheoryJudge.Upper(Relative(j) * Exact(j.At.P, j.At.Epsilon, j.At.GroupSize, sample: false));
            var (here, there, middle) = (Weight(j, j.At.P, j.At.GroupSize), Weight(j, 1 - j.At.P, j.At.GroupSize), Weight(j, 0.5, j.At.GroupSize));
            j.AtMost("Omega_G(1/2)", middle, here, slack, "Omega_G is smaller than at 1/2");
            j.AtMost("Omega_G(p)", here, there, slack, "Omega_G(p) exceeds Omega_G(1 - p)");
            j.AtMost("Omega_G(1 - p)", there, here, slack, "Omega_G(1 - p) exceeds Omega_G(p)");
        }) { Into = c => c with { P = Math.Clamp(Math.Round(Math.ScaleB(c.P, 10)), 1, 1023) / 1024 }, AllowsUnsmoothed = true },
        new("L4", "", Strength.Required, "finite groups amplify less than the population", Point, [TheoryOperation.GroupWeight], j =>
        {
            foreach (var sample in new[] { false, true })
            {
                var (exact, omega) = (Exact(j.At.P, j.At.Epsilon, j.At.GroupSize, sample), Omega(j.At.P, j.At.Epsilon));
                j.Between("Omega_G", Weight(j, j.At.P, j.At.GroupSize, sample), Ball.Zero, omega * (Ball.One + Relative(j)), exact, "a finite group amplifies more than the population");
            }
        }) { AllowsUnsmoothed = true },
        new("L6", "", Strength.Required, "Omega_G grows with G", Point, [TheoryOperation.GroupWeight], j =>
        {
            foreach (var sample in new[] { false, true })
            {
                var slack = 2 * TheoryJudge.Upper(Relative(j) * Exact(j.At.P, j.At.Epsilon, j.At.GroupSize, sample));
                j.AtMost("Omega_G", Weight(j, j.At.P, j.At.GroupSize, sample), Weight(j, j.At.P, j.At.GroupSize + 1, sample), slack, "a larger group amplifies less");
            }
        }) { AllowsUnsmoothed = true },
        new("L7", "", Strength.Required, "groups of two and three have a constant weight", TheoryInputs.P | TheoryInputs.Epsilon | TheoryInputs.Other, [TheoryOperation.GroupWeight], j =>
        {
            foreach (var g in new[] { 2, 3 })
            {
                var here = TheoryJudge.Exact(Weight(j, j.At.P, g));
                j.Near($"Omega_{g}(p')", Weight(j, j.At.Other, g), here, N(64) * j.Unit * Ball.Abs(here), $"Omega_{g} depends on p");
            }
        }) { AllowsUnsmoothed = true },
        new("L8", "", Strength.Required, "Omega_G is at most Omega_G(0), finite even for epsilon = 0: p = 1 is no fixed point", Point, [TheoryOperation.GroupWeight], j =>
        {
            foreach (var sample in new[] { false, true })
            {
                // At p = 0 one group size of the polynomial is left: (G − 1)/G ω_1.
                var g = j.At.GroupSize;
                var top = N(g - 1) / N(g) * Deviations(g, j.At.Epsilon, sample)[0];
                j.Between("Omega_G(p)", Weight(j, j.At.P, g, sample), Ball.Zero, top * (Ball.One + Relative(j)), Exact(j.At.P, j.At.Epsilon, g, sample), "Omega_G(p) exceeds Omega_G(0): nothing bounds the fixed points");
            }
        }) { AllowsUnsmoothed = true },
        new("L9", "", Strength.Required, "for groups of four and epsilon = 0 Omega_G changes by at most 1/3 - sqrt(3)/6 a unit of log-odds", TheoryInputs.P | TheoryInputs.Other, [TheoryOperation.GroupWeight], j =>
        {
            var change = Math.Abs(Weight(j, j.At.P, 4, epsilon: 0) - Weight(j, j.At.Other, 4, epsilon: 0));
            var bound = ((Ball.One / N(3)) - (Ball.Sqrt(N(3)) / N(6))) * Ball.Abs(Pair(j.At.P).LogOdds - Pair(j.At.Other).LogOdds);
            j.Between("|Omega_4(p) - Omega_4(p')|", change, Ball.Zero, bound + (N(512) * j.Unit), bound, "Omega_4 is steeper than its contraction constant");
        }),
        new("L11", "", Strength.Required, "discarding groups of equal rewards divides Omega_G by the probability of the others", Point, [TheoryOperation.KeptGroupWeight], j =>
        {
            foreach (var sample in new[] { false, true })
            {
                var g = j.At.GroupSize;
                var kept = Ball.One - EffectiveWeight.DegenerateProbability(Pair(j.At.P), g);
                var exact = EffectiveWeight.OmegaDynamicSampling(Pair(j.At.P), Deviations(g, j.At.Epsilon, sample));

                // 1 − p^G − (1−p)^G is a difference of numbers near 1, each off by G roundings.
                var relative = Relative(j) + (N((8L * g) + 16) * j.Unit / kept);
                j.Near("Omega_G / (1 - p^G - (1-p)^G)", j.Implementation.KeptGroupWeight!(j.At.P, j.At.Epsilon, g, sample), exact, Ball.Min(Ball.One, relative) * exact, "the weight without the groups of equal rewards has another value");
            }
        }) { AllowsUnsmoothed = true, Into = c => c with { P = Math.Clamp(Math.Round(Math.ScaleB(c.P, 10)), 1, 1023) / 1024 } },
        new("L12", "", Strength.Required, "the sample deviation is the population one with epsilon (G-1)/G, times sqrt((G-1)/G)", Point, [TheoryOperation.GroupWeight], j =>
        {
            var g = j.At.GroupSize;
            var factor = Ball.Sqrt(N(g - 1) / N(g));
            var exact = Exact(j.At.P, j.At.Epsilon, g, sample: true);
            var observed = Weight(j, j.At.P, g, sample: true);
            var other = Weight(j, j.At.P, g, sample: false, j.Format.Round(j.At.Epsilon * (g - 1) / g));
            j.Near("Omega_G, sample deviation", observed, factor * TheoryJudge.Exact(other), N(2) * Relative(j) * exact, "sample and population deviation are not related by sqrt((G-1)/G)");
        }) { AllowsUnsmoothed = true },
    ];

    private static double Weight(TheoryJudge j, double p, int g, bool sample = false, double? epsilon = null)
    {
        var weight = j.Implementation.GroupWeight!(p, epsilon ?? j.At.Epsilon, g, sample);
        TheoryJudge.Require(double.IsFinite(weight), "Omega_G", "a finite number", "the effective weight is no finite number", weight);
        return weight;
    }

    private static Ball Exact(double p, double eps, int g, bool sample)
        => EffectiveWeight.Omega(Pair(p), Deviations(g, eps, sample));

    private static IReadOnlyList<Ball> Deviations(int g, double eps, bool sample)
        => EffectiveWeight.ReciprocalDeviations(
            g, TheoryJudge.Exact(eps), sample ? GroupDeviation.Sample : GroupDeviation.Population, EpsilonPlacement.Inside, TheoryJudge.Context);

    // Terms are positive: G − 2 factors, a binomial coefficient by as many quotients, a root, and the sum.
    private static Ball Relative(TheoryJudge j) => N((8L * j.At.GroupSize) + 64) * j.Unit;
}
