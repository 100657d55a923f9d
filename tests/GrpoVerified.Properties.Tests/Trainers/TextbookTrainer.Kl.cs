using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <content>KL estimates and their gradients.</content>
internal sealed partial class TextbookTrainer
{
    private KlAnswer Kl(KlRequest r)
    {
        var terms = r.LogProbs.Zip(r.ReferenceLogProbs, KlTerm).ToArray();
        return new([.. terms.Select(t => t.Value)], [.. terms.Select(t => t.Slope)]);
    }

    private (double Value, double Slope) KlTerm(double logProb, double reference)
    {
        var k = Profile.Kl!;
        var d = Has(Fault.KlSwapped) ? R(reference - logProb) : R(logProb - reference);
        var (value, slope) = Clamped(k, d);
        slope = k.Gradient switch
        {
            KlGradientForm.ScoreFunction => R(slope + value),
            KlGradientForm.StraightThroughK2 => d,
            _ => slope,
        };
        slope = Has(Fault.KlSwapped) || Has(Fault.KlGradientNegated) ? -slope : Has(Fault.KlWithoutGradient) ? 0 : slope;
        slope = Has(Fault.KlGradientOfForwardForm) ? R(1 - Exp(d)) : slope;
        return (Has(Fault.KlValueNegated) ? -value : value, slope);
    }

    private (double Value, double Slope) Clamped(KlProfile k, double d)
    {
        var input = k.InputClamp is { } i && !Has(Fault.KlOverflowsAtClamp) && !Has(Fault.KlClampAfterExpGradientNaN) ? Parameter(i) : double.PositiveInfinity;
        input = Has(Fault.KlInputClampTooTight) ? 1 : input;
        var inner = Clamp(d, input);
        var innerSlope = Math.Abs(d) > input ? 0.0 : 1.0;
        if (k.OutputClamp is { } o && !Has(Fault.KlClampMissing))
        {
            var output = Parameter(o);
            var (value, slope) = Estimate(k, inner);
            if (double.IsNaN(value) || Math.Abs(value) > output)
            {
                // A clamp after an exponential that overflowed has gradient 0 · ∞.
                return (Clamp(value, output), Has(Fault.KlClampAfterExpGradientNaN) ? 0 * slope : 0);
            }

            return (value, innerSlope == 0 ? 0 : slope);
        }

        var (free, freeSlope) = Estimate(k, inner);
        return (free, innerSlope == 0 ? 0 : freeSlope);
    }

    private (double Value, double Slope) Estimate(KlProfile k, double d)
    {
        var estimator = k.Estimator;
        if (_options.TryGetValue(OptionNames.KlEstimator, out var name) && !Has(Fault.KlEstimatorOptionIgnored))
        {
            estimator = Enum.Parse<KlEstimator>(name, ignoreCase: true);
        }

        switch (estimator)
        {
            case KlEstimator.K1:
                return (d, 1);
            case KlEstimator.Abs:
                return (Math.Abs(d), Math.Sign(d));
            case KlEstimator.K2:
                return (Has(Fault.K2WithoutHalf) ? R(d * d) : R(R(d * d) / 2), Has(Fault.K2WithoutHalf) ? R(2 * d) : d);
            default:
                var e = Exp(-d);
                var form = Has(Fault.K3TextbookForBudgetOfExpm1) ? K3Form.OneFirst : k.Form;
                var value = form switch
                {
                    K3Form.Expm1 => R(R(Expm1(-d)) + d),
                    K3Form.OneFirst => R(R(e - 1) + d),
                    _ => R(R(e + d) - 1),
                };
                return Has(Fault.K3WithoutLinearTerm) ? (R(e - 1), -e) : (value, form == K3Form.Expm1 ? R(-Expm1(-d)) : R(1 - e));
        }
    }

    // Kahan's: accurate to a few ulps of double from the rounded exponential and logarithm.
    private static double Expm1(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : double.IsInfinity(u) ? u : (u - 1) * x / Math.Log(u);
    }
}
