using FsCheck.Fluent;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>The KL gradient in expectation over a small categorical policy with logits θ: E[g · ∂ log π(o)/∂θ_j], exactly.</summary>
internal static class KlPolicyRules
{
    public static IEnumerable<TrainerRule> All =>
    [
        Rule("T206", Strength.Profile, "over a categorical policy the expected KL gradient is the one of the profile", 1, 12, Expectation),
        Rule("T207", Strength.Advisory, "over a categorical policy the expected KL gradient is that of KL(π_θ‖π_ref)", 4, 9, IsReverseKl, formats: d => d is DType.Float32 or DType.Float64),
        Rule("T208", Strength.Required, "a step against the expected KL gradient brings a two-armed policy nearer to the reference", 4, 9, Descends, 2, p => p.Kl!.Estimator == KlEstimator.K1 && p.Kl.Gradient == KlGradientForm.Estimator ? "the expected gradient of k1 is 0" : null),
    ];

    private static CaseRule<CategoricalCase> Rule(string id, Strength strength, string title, int least, int most, Func<RuleContext, CategoricalCase, Finding?> judge, int outcomes = 0, Func<TrainerProfile, string?>? applies = null, Func<DType, bool>? formats = null)
        => new(id, strength, title)
        {
            Needs = [Capability.Kl, Capability.KlGradient],
            Applies = p => Case.NeedsKl(p) ?? applies?.Invoke(p),
            Cases = _ => from k in outcomes > 0 ? Gen.Constant(outcomes) : Gen.Choose(2, 4)
                         from w in Gen.Choose(least, most).List(k)
                         from v in Gen.Choose(least, most).List(k)
                         select new CategoricalCase(w, v),
            Simpler = CategoricalCase.Simpler,
            Shown = c => c.Request(NumberFormat.Of(DType.Float64)),
            Judge = judge,
            Formats = formats,
        };

    private static Finding? Expectation(RuleContext c, CategoricalCase x)
    {
        var request = x.Request(c.Format);
        var gradient = c.Ask(request).Gradient!;
        var expected = Terms(request, (lp, reference) => KlExpectation.Of(c.Profile.Kl!, c.Budget.Input(lp), c.Budget.Input(reference), c.Budget).Derivative.Set);
        return Compare(x, gradient, expected, 0, $"profile {c.Profile.Name}");
    }

    private static Finding? IsReverseKl(RuleContext c, CategoricalCase x)
    {
        var request = x.Request(c.Format);
        var gradient = c.Ask(request).Gradient!;
        var rounding = Terms(request, (lp, reference) => KlExpectation.Of(c.Profile.Kl!, c.Budget.Input(lp), c.Budget.Input(reference), c.Budget).Derivative.Set).Max(s => s.Width);
        var expected = Terms(request, (lp, reference) => new Interval(lp) - new Interval(reference));
        return Compare(x, gradient, expected, double.IsFinite(rounding) ? rounding : 1, "KL(π_θ‖π_ref)");
    }

    private static Finding? Descends(RuleContext c, CategoricalCase x)
    {
        var request = x.Request(c.Format);
        var gradient = c.Ask(request).Gradient!;
        var d = Terms(request, (lp, reference) => new Interval(lp) - new Interval(reference));
        var own = Enumerable.Range(0, 2).Select(j => Component(x, [.. gradient.Select(Point)], j)).ToArray();
        var exact = Enumerable.Range(0, 2).Select(j => Component(x, d, j)).ToArray();
        var product = (own[0] * exact[0]) + (own[1] * exact[1]);

        // Far enough from each other that rounding cannot turn the sign.
        var isFar = Math.Abs(request.LogProbs[0] - request.ReferenceLogProbs[0]) > 64 * c.Format.UnitRoundoff && Interval.Abs(exact[0]).Lower > 64 * c.Format.UnitRoundoff;
        return !isFar || product.Lower > 0
            ? null
            : new("stepping against the expected KL gradient does not bring the two-armed policy nearer to the reference: the sign is wrong, or there is no gradient", "gradient", "a positive inner product with the gradient of KL(π_θ‖π_ref)") { Observed = product.Midpoint };
    }

    private static Interval[] Terms(KlRequest r, Func<double, double, Interval> term) => [.. r.LogProbs.Zip(r.ReferenceLogProbs, term)];

    private static Interval Point(double x) => double.IsFinite(x) ? new(x) : Interval.Entire;

    // Σ_o π(o) g(o) (1{o=j} − π(j)).
    private static Interval Component(CategoricalCase x, Interval[] g, int j)
    {
        var sum = Interval.Zero;
        for (var o = 0; o < g.Length; o++)
        {
            var slope = x.Probability(o) * ((o == j ? Rational.One : Rational.Zero) - x.Probability(j));
            sum += Interval.FromRational(slope) * g[o];
        }

        return sum;
    }

    private static Finding? Compare(CategoricalCase x, IReadOnlyList<double> gradient, Interval[] expected, double rounding, string of)
    {
        for (var j = 0; j < gradient.Count; j++)
        {
            var own = Component(x, [.. gradient.Select(Point)], j);
            var right = Component(x, expected, j) + new Interval(-rounding, rounding);
            if (right.IsEntire || Interval.Overlap(own, right))
            {
                continue;
            }

            return new(
                FormattableString.Invariant($"for π_θ ∝ {Weights(x.Weights)} and π_ref ∝ {Weights(x.ReferenceWeights)} the expected KL gradient by logit {j} is not the one of {of}"),
                FormattableString.Invariant($"expected gradient[{j}]"),
                FormattableString.Invariant($"{right.Midpoint:R}"))
            { Lower = right.Lower, Upper = right.Upper, Observed = own.Midpoint };
        }

        return null;
    }

    private static string Weights(IReadOnlyList<int> weights) => $"({string.Join(", ", weights.Select(w => w.ToString(System.Globalization.CultureInfo.InvariantCulture)))})";
}
