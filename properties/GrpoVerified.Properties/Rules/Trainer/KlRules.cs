using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>KL estimates and their gradients, token by token.</summary>
internal static class KlRules
{
    private static readonly double[] Extremes = [25, 40, 50, 80, 88, 95, 100, 300, 700, 720, 1000];

    public static IEnumerable<TrainerRule> All =>
    [
        Rule("T201", Strength.Profile, "KL estimates are those of the profile", Any, Values),
        Rule("T202", Strength.Profile, "gradients of the KL estimates are those of the profile", Any, Gradients, gradient: true),
        Rule("T203", Strength.Required, "k2, k3 and |d| are not negative beyond rounding", Small, NotNegative, applies: p => p.Kl!.Estimator == KlEstimator.K1 ? "k1 may be negative" : null),
        Rule("T204", Strength.Required, "where the policies agree the estimate is 0, and so is the gradient of k2 and k3", Agreeing, Zero),
        Rule("T205", Strength.Required, "d is log π_θ minus log π_ref, not the other way round", Moderate, Direction, applies: p => p.Kl!.Estimator is KlEstimator.K1 or KlEstimator.K3 ? null : "the estimator is symmetric"),
        Rule("T209", Strength.Required, "value and gradient are finite where the profile's are in range", AtExtremes, FiniteInRange),
        Rule("T210", Strength.Advisory, "value and gradient are finite for log-ratios up to 100", UpToHundred, Finite, formats: d => d is DType.Float32 or DType.BFloat16),
        Rule("T211", Strength.Required, "the gradient is the slope of the estimate", Moderate, Slope, gradient: true, applies: p => p.Kl!.Gradient == KlGradientForm.Estimator ? null : "the profile differentiates something else", formats: d => d == DType.Float64),
    ];

    private static CaseRule<KlRequest> Rule(string id, Strength strength, string title, Func<RuleContext, Gen<KlRequest>> cases, Func<RuleContext, KlRequest, Finding?> judge, bool gradient = false, Func<TrainerProfile, string?>? applies = null, Func<DType, bool>? formats = null)
        => new(id, strength, title)
        {
            Needs = gradient ? [Capability.Kl, Capability.KlGradient] : [Capability.Kl],
            Applies = p => Case.NeedsKl(p) ?? applies?.Invoke(p),
            Cases = cases,
            Simpler = Generators.Simpler.Kl,
            Shown = r => r,
            Judge = judge,
            Formats = formats,
        };

    private static Gen<KlRequest> Any(RuleContext c) => new TokenCases(c.Format).Kl;

    private static Gen<KlRequest> Pairs(RuleContext c, Gen<double> differences)
        => from lp in new TokenCases(c.Format).LogProb
           from d in differences
           select new KlRequest(c.Format.DType, [lp], [c.Format.Round(lp - d)]);

    private static Gen<KlRequest> Small(RuleContext c) => Pairs(c, Numbers.Magnitude(-c.Format.Bits - 2, -2));

    private static Gen<KlRequest> Agreeing(RuleContext c) => Pairs(c, Gen.Constant(0.0));

    private static Gen<KlRequest> Moderate(RuleContext c) => Pairs(c, Gen.Zip(Numbers.Between(0.5, 2), Gen.Elements(1.0, -1.0), (d, s) => d * s));

    private static Gen<KlRequest> AtExtremes(RuleContext c) => Pairs(c, Gen.Zip(Gen.Elements(Extremes), Gen.Elements(1.0, -1.0), (d, s) => d * s));

    private static Gen<KlRequest> UpToHundred(RuleContext c) => Pairs(c, Gen.Zip(Numbers.OneOf(10, 25, 50, 88, 89, 100), Gen.Elements(1.0, -1.0), (d, s) => d * s));

    private static Dual<Rounded> Budget(RuleContext c, KlRequest r, int i)
        => KlExpectation.Of(c.Profile.Kl!, c.Budget.Input(r.LogProbs[i]), c.Budget.Input(r.ReferenceLogProbs[i]), c.Budget);

    private static Dual<Ball> Exact(RuleContext c, KlRequest r, int i)
        => KlExpectation.Of(c.Profile.Kl!, RuleContext.Exact.Input(r.LogProbs[i]), RuleContext.Exact.Input(r.ReferenceLogProbs[i]), RuleContext.Exact);

    private static string At(string what, int i) => FormattableString.Invariant($"{what}[{i}]");

    private static string Difference(KlRequest r, int i) => FormattableString.Invariant($"d = log π_θ − log π_ref = {r.LogProbs[i] - r.ReferenceLogProbs[i]:R}");

    private static Finding? Values(RuleContext c, KlRequest r)
    {
        var answer = c.Ask(r);
        for (var i = 0; i < r.LogProbs.Count; i++)
        {
            Expected<Rounded> allowed = Budget(c, r, i).Value;
            if (c.Accepts(allowed, answer.Values[i]))
            {
                continue;
            }

            var at = i;
            if (c.Compare(allowed, answer.Values[i], At("values", i), $"at {Difference(r, i)} the KL estimate is not the one of profile {c.Profile.Name}", () => Exact(c, r, at).Value) is { } finding)
            {
                return finding.Explained(AxisVariants.Kl(c.Profile), p => Fits(c, p, r, answer.Values, d => d.Value));
            }
        }

        return null;
    }

    private static Finding? Gradients(RuleContext c, KlRequest r)
    {
        var answer = c.Ask(r);
        for (var i = 0; i < r.LogProbs.Count; i++)
        {
            Expected<Rounded> allowed = Budget(c, r, i).Derivative;
            if (c.Accepts(allowed, answer.Gradient![i]))
            {
                continue;
            }

            var at = i;
            if (c.Compare(allowed, answer.Gradient![i], At("gradient", i), $"at {Difference(r, i)} the derivative of the KL estimate by log π_θ is not the one of profile {c.Profile.Name}", () => Exact(c, r, at).Derivative) is { } finding)
            {
                return finding.Explained(AxisVariants.Kl(c.Profile), p => Fits(c, p, r, answer.Gradient, d => d.Derivative));
            }
        }

        return null;
    }

    private static bool Fits(RuleContext c, TrainerProfile profile, KlRequest r, IReadOnlyList<double> observed, Func<Dual<Rounded>, Rounded> part)
        => Enumerable.Range(0, observed.Count).All(i =>
        {
            var expected = part(KlExpectation.Of(profile.Kl!, c.Budget.Input(r.LogProbs[i]), c.Budget.Input(r.ReferenceLogProbs[i]), c.Budget));
            return !expected.IsUnconstrained && expected.Allows(observed[i]);
        });

    private static Finding? NotNegative(RuleContext c, KlRequest r)
    {
        var answer = c.Ask(r);
        for (var i = 0; i < answer.Values.Count; i++)
        {
            var allowed = Budget(c, r, i).Value;
            var least = Math.Min(0, allowed.Set.Lower);
            if (!allowed.IsUnconstrained && !(answer.Values[i] >= least))
            {
                return new($"at {Difference(r, i)} an estimate that is never negative is", At("values", i), FormattableString.Invariant($"at least {least:R}")) { Observed = answer.Values[i] };
            }
        }

        return null;
    }

    private static Finding? Zero(RuleContext c, KlRequest r)
    {
        var answer = c.Ask(r);
        var wantsZeroGradient = c.Has(Capability.KlGradient) && c.Profile.Kl!.Estimator is KlEstimator.K2 or KlEstimator.K3;
        for (var i = 0; i < answer.Values.Count; i++)
        {
            if (r.LogProbs[i] != r.ReferenceLogProbs[i])
            {
                continue;
            }

            if (answer.Values[i] != 0)
            {
                return new("π_θ = π_ref and the KL estimate is not 0", At("values", i), "0") { Observed = answer.Values[i] };
            }

            if (wantsZeroGradient && answer.Gradient![i] != 0)
            {
                return new("π_θ = π_ref and the gradient of the KL estimate is not 0", At("gradient", i), "0") { Observed = answer.Gradient[i] };
            }
        }

        return null;
    }

    private static Finding? Direction(RuleContext c, KlRequest r)
    {
        var answer = c.Ask(r);
        for (var i = 0; i < answer.Values.Count; i++)
        {
            var expected = Budget(c, r, i).Value;
            var swapped = KlExpectation.Of(c.Profile.Kl!, c.Budget.Input(r.ReferenceLogProbs[i]), c.Budget.Input(r.LogProbs[i]), c.Budget).Value;
            if (!expected.IsUnconstrained && !swapped.IsUnconstrained && !expected.Allows(answer.Values[i]) && swapped.Allows(answer.Values[i]))
            {
                return c.Outside(expected, answer.Values[i], At("values", i), $"at {Difference(r, i)} the estimate is the one for −d: policy and reference are swapped", Exact(c, r, i).Value);
            }
        }

        return null;
    }

    private static Finding? FiniteInRange(RuleContext c, KlRequest r)
    {
        var answer = c.Ask(r);
        for (var i = 0; i < answer.Values.Count; i++)
        {
            var expected = Budget(c, r, i);
            if (Interval.IsFinite(expected.Value.Set) && !double.IsFinite(answer.Values[i]))
            {
                return new($"at {Difference(r, i)} the KL estimate is not finite although the profile's is {RuleContext.Text(Exact(c, r, i).Value)}", At("values", i), "finite") { Observed = answer.Values[i] };
            }

            if (c.Has(Capability.KlGradient) && Interval.IsFinite(expected.Derivative.Set) && !double.IsFinite(answer.Gradient![i]))
            {
                return new($"at {Difference(r, i)} the gradient of the KL estimate is not finite although the profile's is {RuleContext.Text(Exact(c, r, i).Derivative)}", At("gradient", i), "finite") { Observed = answer.Gradient[i] };
            }
        }

        return null;
    }

    private static Finding? Finite(RuleContext c, KlRequest r)
    {
        var answer = c.Ask(r);
        for (var i = 0; i < answer.Values.Count; i++)
        {
            var gradient = c.Has(Capability.KlGradient) ? answer.Gradient![i] : 0;
            if (!double.IsFinite(answer.Values[i]) || !double.IsFinite(gradient))
            {
                return new($"at {Difference(r, i)} the exponential overflows: clamp d before it", At(double.IsFinite(answer.Values[i]) ? "gradient" : "values", i), "finite") { Observed = double.IsFinite(answer.Values[i]) ? gradient : answer.Values[i] };
            }
        }

        return null;
    }

    private static Finding? Slope(RuleContext c, KlRequest r)
    {
        const double Step = 1.0 / 65536;
        var at = r.LogProbs[0];
        var right = c.Ask(r with { LogProbs = [at + Step, .. r.LogProbs.Skip(1)] }).Values[0];
        var left = c.Ask(r with { LogProbs = [at - Step, .. r.LogProbs.Skip(1)] }).Values[0];
        var slope = (right - left) / (2 * Step);
        var gradient = c.Ask(r).Gradient![0];

        // |d| < 3 keeps every derivative below 40: the central difference is off by less than 40·Step², rounding by less than 1e-10; at a kink it is off.
        var budget = Budget(c, r, 0).Derivative.Set;
        var isSmooth = budget.Width < 1e-9 && SameSide(c, r, at, Step);
        return Math.Abs(r.LogProbs[0] - r.ReferenceLogProbs[0]) > 3 || !isSmooth || Math.Abs(slope - gradient) <= 1e-6
            ? null
            : new($"at {Difference(r, 0)} the gradient is not the slope of the trainer's own estimates", At("gradient", 0), FormattableString.Invariant($"{slope:R}, from two estimates {2 * Step:R} apart")) { Observed = gradient };
    }

    // The derivative a step to either side is close to the one here: no clamp or kink between.
    private static bool SameSide(RuleContext c, KlRequest r, double at, double step)
    {
        var here = Budget(c, r, 0).Derivative.Set.Midpoint;
        return new[] { at - step, at + step }.All(x => Math.Abs(Budget(c, r with { LogProbs = [x, .. r.LogProbs.Skip(1)] }, 0).Derivative.Set.Midpoint - here) < 0.01);
    }
}
