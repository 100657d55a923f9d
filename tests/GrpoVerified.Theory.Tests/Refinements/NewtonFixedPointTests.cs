using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Theory.Tests.Refinements;

/// <summary>Newton's method in the probability against the search in log-odds, and against a sign change of the formula.</summary>
public sealed class NewtonFixedPointTests
{
    [Theory]
    [InlineData("3/10", "5", "1/1000")]
    [InlineData("1/100", "2", "1/100000")]
    [InlineData("7/10", "20", "0")]
    [InlineData("1/2", "1", "1/2")]
    public void From_scratch_the_bits_asked_for_are_delivered_and_the_formula_changes_sign(string reference, string beta, string epsilon)
    {
        var parameters = GrpoParameters.Of(Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon));
        foreach (var bits in new[] { 53, 344, 345, 500, 1024, 3400, 9000 })
        {
            Assert.True(NewtonFixedPoint.TryFind(parameters, bits, out var point), $"{bits} bits");
            Assert.True(point.RelativeAccuracyBits >= bits);
            AssertSignChange(point, parameters, 2 * bits);
        }
    }

    [Fact]
    public void Every_fixed_point_of_random_parameters_is_refined_to_both_components()
    {
        var random = new Random(43);
        var points = 0;
        var refined = 0;
        for (var i = 0; i < 150; i++)
        {
            var reference = new Rational(random.Next(1, 1000), random.Next(3) == 0 ? 1_000_000 : 1000);
            var beta = new Rational(random.Next(1, 2000), random.Next(1, 3000));
            var epsilon = random.Next(3) == 0 ? Rational.Zero : new Rational(random.Next(1, 1000), random.Next(2000, 1_000_000));
            var parameters = GrpoParameters.Of(reference, beta, epsilon);
            foreach (var point in FixedPointSet.Find(parameters).Interior)
            {
                points++;
                var known = Probability<Ball>.FromLogOdds(point.LogOdds(100).WithPrecision(140));
                var p = NewtonFixedPoint.Refine(parameters, known, 700);
                Assert.True(Ball.Overlap(p.Success, known.Success) && Ball.Overlap(p.Failure, known.Failure));

                // The log-odds by their own Newton's method, and the logistic function, know nothing of the residual in p.
                var other = Probability<Ball>.FromLogOdds(point.LogOdds(900).WithPrecision(900));
                Assert.True(Ball.Overlap(p.Success, other.Success) && Ball.Overlap(p.Failure, other.Failure), $"{parameters.Reference} {parameters.Beta} {parameters.Epsilon}");
                refined += p.Success.RelativeAccuracyBits >= 700 && p.Failure.RelativeAccuracyBits >= 700 ? 1 : 0;
                Assert.True(point.Probability(700).Success.RelativeAccuracyBits >= 700);
                Assert.True(point.Probability(700).Failure.RelativeAccuracyBits >= 700);
            }
        }

        Assert.True(points >= 150 && refined >= points - 5, $"{refined} of {points} fixed points were refined");
    }

    [Fact]
    public void A_poor_enclosure_is_given_back()
    {
        var parameters = GrpoParameters.Of(new Rational(3, 10), 5, new Rational(1, 1000));
        var poor = Probability<Ball>.FromSuccess(Ball.FromEndpoints(BigFloat.FromDouble(0.3), BigFloat.FromDouble(0.5), 64));
        Assert.Equal(poor, NewtonFixedPoint.Refine(parameters, poor, 400));
    }

    private static void AssertSignChange(Ball point, GrpoParameters parameters, int precision)
    {
        var lower = Excess(point.LowerBound(precision), parameters, precision);
        var upper = Excess(point.UpperBound(precision), parameters, precision);
        Assert.True(
            (Ball.Less(Ball.Zero, lower) & Ball.Less(upper, Ball.Zero)).IsCertain || (Ball.Less(lower, Ball.Zero) & Ball.Less(Ball.Zero, upper)).IsCertain,
            $"no sign change of h(p) - p across {point}");
    }

    private static Ball Excess(BigFloat p, GrpoParameters parameters, int precision)
    {
        var context = new BallContext(precision);
        var point = Ball.FromBigFloat(p, precision);
        return SuccessMap.Next(
            Probability<Ball>.FromSuccess(point),
            Probability<Ball>.FromRational(parameters.Reference, context),
            context.Enclose(parameters.Beta),
            context.Enclose(parameters.Epsilon)).Success - point;
    }
}
