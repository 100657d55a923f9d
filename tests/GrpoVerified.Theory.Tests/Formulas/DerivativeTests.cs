using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Tests.Formulas;

/// <summary>Derivatives of every formula with respect to every argument: by the chain rule, by differences, and in closed form.</summary>
public sealed class DerivativeTests
{
    private const int Bits = 700;

    public static TheoryData<string> Formulas => ArithmeticAgreementTests.Formulas;

    // Mean value theorem: (f(x+h) − f(x−h))/2h is a slope over [x−h, x+h], so it lies in the derivative over that ball.
    // h is x·2^−100 exactly, small enough that the wide enclosure still has its leading digits.
    [Theory]
    [MemberData(nameof(Formulas))]
    public void Derivative_contains_the_central_difference(string formula)
    {
        var finite = 0;
        var total = 0;
        foreach (var entry in FormulaEntry.Of(formula))
        {
            foreach (var (slot, value, isPair) in FormulaCall.Slots(entry).Where(s => Step(s.Value, s.IsPair).Sign > 0))
            {
                var h = Step(value, isPair);
                var above = FormulaCall.Evaluate(entry, Shifted(slot, h), Bits);
                var below = FormulaCall.Evaluate(entry, Shifted(slot, -h), Bits);
                var point = FormulaCall.Evaluate(entry, Varying(slot, Rational.Zero), Bits);
                var wide = FormulaCall.Evaluate(entry, Varying(slot, h), Bits);
                for (var i = 0; i < point.Count; i++)
                {
                    var difference = (above[i] - below[i]) / Ball.FromRational(2 * h, Bits);
                    Assert.True(Ball.Overlap(difference, wide[i].Derivative), $"d {entry}[{i}] / d {slot}: {wide[i].Derivative} misses the slope {difference}");
                    Assert.True(Ball.Overlap(point[i].Derivative, wide[i].Derivative), $"d {entry}[{i}] / d {slot}: {point[i].Derivative} at the point, {wide[i].Derivative} around it");
                    total++;
                    finite += wide[i].Derivative.IsFinite && (wide[i].Derivative.IsExact || wide[i].Derivative.RelativeAccuracyBits >= 10) ? 1 : 0;
                }
            }
        }

        // The comparison says something: the wide enclosure has digits at most points (not where the derivative is 0 or at a kink).
        Assert.True(2 * finite >= total, $"{finite} of {total} wide derivatives have digits");
    }

    public static TheoryData<string, string, string, string> Points => new()
    {
        { "1/10", "1/5", "1", "1/1000" },
        { "0.999999999999999999999999999999", "1/100", "4", "1/10" },
        { "1e-30", "9/10", "1/25", "1e-6" },
        { "2/3", "1/3", "1000000", "1e-30" },
        { "1/3", "1e-12", "2", "1000000" },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void Closed_forms_of_derivatives_agree_with_the_chain_rule(string probability, string reference, string beta, string epsilon)
    {
        var context = new BallContext(Bits);
        var p = Probability<Ball>.FromRational(Rational.Parse(probability), context);
        var pRef = Probability<Ball>.FromRational(Rational.Parse(reference), context);
        var (b, e) = (context.Enclose(Rational.Parse(beta)), context.Enclose(Rational.Parse(epsilon)));
        var (db, de) = (Dual<Ball>.Constant(b), Dual<Ball>.Constant(e));
        var dp = new Probability<Dual<Ball>>(Dual<Ball>.Variable(p.Success), new(p.Failure, -Ball.One));
        var dRef = new Probability<Dual<Ball>>(Dual<Ball>.Constant(pRef.Success), Dual<Ball>.Constant(pRef.Failure));
        var x = p.LogOdds;
        var dx = Dual<Ball>.Variable(x);

        Same(Whitening.WeightPlusDerivative(p, e), Whitening.WeightPlus(dp, de).Derivative);
        Same(Whitening.WeightMinusDerivative(p, e), Whitening.WeightMinus(dp, de).Derivative);
        Same(SuccessMap.Derivative(p, pRef, b, e), SuccessMap.Next(dp, dRef, db, de).Success.Derivative);
        Same(-SuccessMap.Derivative(p, pRef, b, e), SuccessMap.Next(dp, dRef, db, de).Failure.Derivative);
        Same(SuccessMap.OmegaOfLogOddsDerivative(x, e), SuccessMap.OmegaOfLogOdds(dx, de).Derivative);
        Same(Stability.Multiplier(p, b, e), SuccessMap.NextLogOdds(dx, Dual<Ball>.Zero, db, de).Derivative);
        Same(Ball.One - Stability.Multiplier(p, b, e), SuccessMap.Psi(dx, db, de).Derivative);
        Same(Divergences.EstimatorK3Derivative(x), Divergences.EstimatorK3(dx).Derivative);

        // Implicit function theorem on ψ(x) = x₀: dx*/dx₀ = 1/ψ′, dx*/dβ = −ψ_β/ψ′, dx*/dε = −ψ_ε/ψ′; dp = s dx.
        var slope = SuccessMap.Psi(dx, db, de).Derivative;
        var byBeta = SuccessMap.Psi(Dual<Ball>.Constant(x), Dual<Ball>.Variable(b), de).Derivative;
        var byEpsilon = SuccessMap.Psi(Dual<Ball>.Constant(x), db, Dual<Ball>.Variable(e)).Derivative;
        Same(Stability.SensitivityToReference(p, pRef, b, e), p.Variance / (pRef.Variance * slope));
        Same(Stability.SensitivityToBeta(p, b, e), -(p.Variance * byBeta / slope));
        Same(Stability.SensitivityToEpsilon(p, b, e), -(p.Variance * byEpsilon / slope));
    }

    private static void Same(Ball closedForm, Ball chainRule)
    {
        Assert.True(Ball.Overlap(closedForm, chainRule), $"{closedForm} against {chainRule}");
        Assert.True(closedForm.RelativeAccuracyBits >= 200 && chainRule.RelativeAccuracyBits >= 200, $"{closedForm} or {chainRule} is wide");
    }

    // Relative to the smaller of p and 1−p, so that both components keep their digits.
    private static Rational Step(Rational value, bool isPair)
        => (isPair ? Rational.Min(value, Rational.One - value) : value.Abs()) / Rational.Pow(2, 100);

    private static Binding<Ball> Shifted(string target, Rational h)
    {
        var context = new BallContext(Bits);
        return new(
            context,
            (slot, r) => context.Enclose(slot == target ? r + h : r),
            (slot, r) => Probability<Ball>.FromRational(slot == target ? r + h : r, context));
    }

    private static Binding<Dual<Ball>> Varying(string target, Rational h)
    {
        var context = new BallContext(Bits);
        return new(
            new DualContext<Ball>(context),
            (slot, r) => slot == target ? Dual<Ball>.Variable(Around(r)) : Dual<Ball>.Constant(context.Enclose(r)),
            (slot, r) => slot == target
                ? new(Dual<Ball>.Variable(Around(r)), new(Around(Rational.One - r), -Ball.One))
                : new(Dual<Ball>.Constant(context.Enclose(r)), Dual<Ball>.Constant(context.Enclose(Rational.One - r))));

        Ball Around(Rational r) => Ball.Hull(context.Enclose(r - h), context.Enclose(r + h));
    }
}
