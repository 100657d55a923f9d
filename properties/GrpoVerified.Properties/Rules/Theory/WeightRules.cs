using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Whitened reward, weights, clipped and contrastive loss: claims A1–A8.</summary>
internal static class WeightRules
{
    private const TheoryInputs Point = TheoryInputs.P | TheoryInputs.Epsilon;

    // Nothing is clipped: the ratio of two policies of the cases is below 2^10.
    private const double NoClip = 1 << 20;

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("A1", "", Strength.Required, "the advantages of success and failure are the whitened rewards", Point, [TheoryOperation.Weights], j =>
        {
            var (plus, minus) = j.Implementation.Weights!(j.At.P, j.At.Epsilon);
            var (p, eps) = (Pair(j.At.P), TheoryJudge.Exact(j.At.Epsilon));
            var (exactPlus, exactMinus) = (Whitening.WeightPlus(p, eps), Whitening.WeightMinus(p, eps));
            j.Near("w_plus", plus, exactPlus, N(16) * j.Unit * exactPlus, "the advantage of a success is not (1 - p)/sqrt(p(1 - p) + epsilon)");
            j.Near("w_minus", minus, exactMinus, N(16) * j.Unit * exactMinus, "minus the advantage of a failure is not p/sqrt(p(1 - p) + epsilon)");
        }) { AllowsUnsmoothed = true },
        new("A2", "", Strength.Required, "the whitened reward has mean 0", Point, [TheoryOperation.Weights], j =>
        {
            var (plus, minus) = j.Implementation.Weights!(j.At.P, j.At.Epsilon);
            j.Between("p w_plus - (1-p) w_minus", (j.At.P * plus) - ((1 - j.At.P) * minus), Slack(j, -64), Slack(j, 64), Ball.Zero, "p w_plus and (1 - p) w_minus differ: the whitened reward has a mean other than 0");
        }) { AllowsUnsmoothed = true },
        new("A3", "", Strength.Required, "w_plus decreases and w_minus increases in p", Point | TheoryInputs.Other, [TheoryOperation.Weights], j =>
        {
            var (low, high) = (Math.Min(j.At.P, j.At.Other), Math.Max(j.At.P, j.At.Other));
            var (a, b) = (j.Implementation.Weights!(low, j.At.Epsilon), j.Implementation.Weights!(high, j.At.Epsilon));
            var u = j.Format.UnitRoundoff;
            j.AtMost("w_plus of the larger p", b.Plus, a.Plus, 16 * u * Math.Abs(a.Plus), "w_plus grows with p");
            j.AtMost("w_minus of the smaller p", a.Minus, b.Minus, 16 * u * Math.Abs(b.Minus), "w_minus falls with p");
        }) { AllowsUnsmoothed = true },
        new("A4", "", Strength.Required, "Omega is between its value at 1/2 and 1/sqrt(epsilon), and symmetric", Point, [TheoryOperation.Weights], j =>
        {
            var (here, there) = (j.Implementation.Weights!(j.At.P, j.At.Epsilon), j.Implementation.Weights!(1 - j.At.P, j.At.Epsilon));
            var (eps, u) = (TheoryJudge.Exact(j.At.Epsilon), N(32) * j.Unit);
            var (low, high) = (Whitening.OmegaMinimum(eps), Whitening.OmegaMaximum(eps));
            j.Between("w_plus + w_minus", here.Plus + here.Minus, low * (Ball.One - u), high * (Ball.One + u), Omega(j.At.P, j.At.Epsilon), "Omega leaves [2/sqrt(1 + 4 epsilon), 1/sqrt(epsilon)]");
            j.Near("Omega(1 - p)", there.Plus + there.Minus, Omega(j.At.P, j.At.Epsilon), u * Omega(j.At.P, j.At.Epsilon), "Omega(p) and Omega(1 - p) differ");
        }) { Into = Dyadic },
        new("A5", "", Strength.Required, "the contrastive loss equals the clipped surrogate", TheoryInputs.Policies | TheoryInputs.Epsilon | TheoryInputs.Clip, [TheoryOperation.Contrastive], j =>
            Loss(j, "contrastive loss", j.Implementation.Contrastive!, j.At.ClipLow, j.At.ClipHigh, "the contrastive loss is not the sum of pi_old min(ratio A, clip(ratio) A)")),
        new("A5", "surrogate", Strength.Required, "the clipped surrogate has its certified value", TheoryInputs.Policies | TheoryInputs.Epsilon | TheoryInputs.Clip, [TheoryOperation.Surrogate], j =>
            Loss(j, "surrogate", j.Implementation.Surrogate!, j.At.ClipLow, j.At.ClipHigh, "the clipped surrogate is not the sum of pi_old min(ratio A, clip(ratio) A)")),
        new("A8", "", Strength.Required, "without clipping the surrogate is Omega(p_old) (p - p_old)", TheoryInputs.Policies | TheoryInputs.Epsilon, [TheoryOperation.Surrogate], j =>
        {
            var at = j.At.Policies;
            var (policy, old) = (Exact(at.Policy), Exact(at.Old));
            var (p, pOld) = (Surrogates.SuccessOf(policy, at.Rewards), Surrogates.SuccessOf(old, at.Rewards));
            var omega = Whitening.Omega(pOld, TheoryJudge.Exact(j.At.Epsilon));
            var observed = j.Implementation.Surrogate!(at.Policy, at.Old, at.Rewards, j.At.Epsilon, 1, NoClip);
            j.Near("surrogate", observed, omega * (p.Success - pOld.Success), N(256) * j.Unit * omega, "the unclipped surrogate is not Omega(p_old) (p - p_old)");
        }),
    ];

    public static IReadOnlyList<Ball> Exact(IReadOnlyList<double> policy) => [.. policy.Select(TheoryJudge.Exact)];

    // 1 − p is a number of every format from half upwards.
    private static TheoryCase Dyadic(TheoryCase c) => c with { P = Math.Clamp(Math.Round(Math.ScaleB(c.P, 10)), 1, 1023) / 1024 };

    // A multiple of u Ω s-like terms: each of p w_plus and (1−p) w_minus is s Ω.
    private static Ball Slack(TheoryJudge j, int units) => N(units) * j.Unit * Pair(j.At.P).Variance * Omega(j.At.P, j.At.Epsilon);

    private static void Loss(
        TheoryJudge j, string place, Func<IReadOnlyList<double>, IReadOnlyList<double>, IReadOnlyList<bool>, double, double, double, double> loss, double low, double high, string fact)
    {
        var at = j.At.Policies;
        var (policy, old, eps) = (Exact(at.Policy), Exact(at.Old), TheoryJudge.Exact(j.At.Epsilon));
        var (clipLow, clipHigh) = (TheoryJudge.Exact(low), TheoryJudge.Exact(high));
        var exact = Surrogates.Clipped(policy, old, at.Rewards, eps, clipLow, clipHigh);

        // Terms are at most max(π, (1+e_hi) π_old) Ω, a few u of each, and the sum of at most five.
        var tolerance = N(256) * j.Unit * Whitening.Omega(Surrogates.SuccessOf(old, at.Rewards), eps) * (N(2) + clipHigh);
        j.Near(place, loss(at.Policy, at.Old, at.Rewards, j.At.Epsilon, low, high), exact, tolerance, fact);
    }
}
