using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Iterations with errors: claim K5.</summary>
internal static class PerturbationRules
{
    private const double Error = 1.0 / 64;

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("K5", "", Strength.Required, "with beta above M_eps errors of eta a step add up to no more than eta/(1 - M_eps/beta)", TheoryInputs.Map, [TheoryOperation.LogOddsMap], j =>
        {
            var (beta, eps, x0) = (TheoryJudge.Exact(j.At.Beta), TheoryJudge.Exact(j.At.Epsilon), MapRules.LogOdds(j, j.At.Reference));
            var contraction = Stability.LipschitzConstant(eps) / beta;
            var push = Whitening.OmegaMaximum(eps) / beta;
            var (x, perturbed, bound, slack) = (x0, x0, Ball.Zero, Ball.Zero);
            for (var n = 1; n <= 12; n++)
            {
                x = j.Implementation.LogOddsMap!(x, x0, j.At.Beta, j.At.Epsilon);
                perturbed = j.Format.Round(j.Implementation.LogOddsMap!(perturbed, x0, j.At.Beta, j.At.Epsilon) + Error);
                bound = (contraction * bound) + TheoryJudge.Exact(Error);

                // Two evaluations of F and the sum, as in C2.
                var size = Ball.Abs(TheoryJudge.Exact(x0)) + push;
                slack += j.Unit * ((N(16) * size) + (N(32) * (Ball.One + size) * push));
                j.Between($"|x~_{n} - x_{n}|", Math.Abs(perturbed - x), Ball.Zero, bound + slack, bound, "errors of 1/64 in each step add up to more than a contraction allows");
            }
        }) { Into = c => c with { Beta = Math.Max(c.Beta, 1.25 * Stability.LipschitzConstant(new Float64(c.Epsilon)).Value) } },
    ];
}
