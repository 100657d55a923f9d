using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Trainers;

namespace GrpoVerified.Properties.Expectations;

/// <summary>KL estimates under a profile, with their derivative with respect to log π_θ.</summary>
internal static class KlExpectation
{
    /// <summary>Value and derivative for one token.</summary>
    public static Dual<T> Of<T>(KlProfile profile, T logProbability, T reference, Evaluation<T> evaluation)
        where T : IEnclosure<T>
    {
        var d = Dual<T>.Variable(logProbability) - Dual<T>.Constant(reference);
        var clamped = profile.InputClamp is { } input ? KlTerm.Clamp(d, Constant(input, evaluation)) : d;
        var estimate = Estimate(profile, clamped);
        var value = profile.OutputClamp is { } output ? KlTerm.Clamp(estimate, Constant(output, evaluation)) : estimate;

        // A reverse sweep multiplies the exponential by what comes back, 0 where the output clamp holds: 0·∞ once it overflows.
        var swept = profile.Estimator == KlEstimator.K3 ? T.Zero * estimate.Value : T.Zero;
        return profile.Gradient switch
        {
            KlGradientForm.ScoreFunction => new(value.Value, value.Derivative + value.Value + swept),

            // value + k2 − stopgrad(k2): ∞ − ∞ once k2 overflows.
            KlGradientForm.StraightThroughK2 => new(value.Value + (T.Zero * T.Square(d.Value)), d.Value),
            _ => new(value.Value, value.Derivative + swept),
        };
    }

    private static Dual<T> Estimate<T>(KlProfile profile, Dual<T> d)
        where T : IEnclosure<T>
        => profile.Estimator switch
        {
            KlEstimator.K1 => Divergences.EstimatorK1(d),
            KlEstimator.K2 => Divergences.EstimatorK2(d),
            KlEstimator.Abs => Dual<T>.Abs(d),
            _ => profile.Form == K3Form.Expm1 ? Divergences.EstimatorK3(d) : KlTerm.TextbookK3(d),
        };

    private static Dual<T> Constant<T>(Rational value, Evaluation<T> evaluation)
        where T : IEnclosure<T>
        => Dual<T>.Constant(evaluation.Parameter(value));
}
