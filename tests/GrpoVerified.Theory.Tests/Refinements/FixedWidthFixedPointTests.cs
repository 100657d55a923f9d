using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Theory.Tests.Refinements;

/// <summary>The fixed-width solver against the general one, and against a sign change of the formula at the ends of its enclosure.</summary>
public sealed class FixedWidthFixedPointTests
{
    [Theory]
    [InlineData("3/10", "5", "1/1000")]
    [InlineData("1/100", "2", "1/100000")]
    [InlineData("7/10", "20", "0")]
    [InlineData("1/2", "1", "1/2")]
    public void The_anchor_cases_agree_with_the_general_solver(string reference, string beta, string epsilon)
    {
        var parameters = GrpoParameters.Of(Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon));
        foreach (var bits in new[] { 53, 64, 100, 128, 192, 216, 340, 344 })
        {
            Assert.True(FixedWidthFixedPoint.TryFind(parameters, bits, out var point), $"{bits} bits");
            Assert.True(point.RelativeAccuracyBits >= bits);
            Assert.Contains(FixedPointSet.Find(parameters).Interior, p => Ball.IsSubset(p.Probability(500).Success, point));
        }
    }

    [Fact]
    public void Where_it_answers_the_formula_changes_sign_across_the_enclosure()
    {
        var random = new Random(41);
        var answered = 0;
        for (var i = 0; i < 3000; i++)
        {
            var reference = new Rational(random.Next(1, 1000), 1000);
            var beta = new Rational(random.Next(1, 4000), random.Next(1, 1000));
            var epsilon = random.Next(3) == 0 ? Rational.Zero : new Rational(random.Next(1, 1000), random.Next(2000, 1_000_000));
            foreach (var bits in new[] { 53, 128, 192, 340 })
            {
                if (!FixedWidthFixedPoint.TryFind(GrpoParameters.Of(reference, beta, epsilon), bits, out var point))
                {
                    continue;
                }

                answered++;
                var context = new BallContext(800);
                var lower = Excess(point.LowerBound(800), reference, beta, epsilon, context);
                var upper = Excess(point.UpperBound(800), reference, beta, epsilon, context);
                var changes = Ball.Less(Ball.Zero, lower).IsCertain ? Ball.Less(upper, Ball.Zero) : Ball.Less(lower, Ball.Zero) & Ball.Less(Ball.Zero, upper);
                Assert.True(changes.IsCertain, $"no sign change of h(p) - p across {point} at p_ref = {reference}, beta = {beta}, epsilon = {epsilon}, {bits} bits");
            }
        }

        Assert.InRange(answered, 6000, 12_000);
    }

    [Fact]
    public void Parameters_outside_the_range_are_refused()
    {
        var parameters = GrpoParameters.Of(new Rational(1, 3), Rational.One, new Rational(3, 4));
        Assert.False(FixedWidthFixedPoint.TryFind(parameters, 53, out _));
        Assert.False(FixedWidthFixedPoint.TryFind(parameters with { Epsilon = new Rational(1, 10), Clip = new ClipRange(new Rational(1, 5), new Rational(1, 5)) }, 53, out _));
        Assert.False(FixedWidthFixedPoint.TryFind(parameters with { Epsilon = new Rational(1, 10) }, 345, out _));
    }

    private static Ball Excess(BigFloat p, Rational reference, Rational beta, Rational epsilon, BallContext context)
    {
        var point = Ball.FromBigFloat(p, context.Precision);
        return SuccessMap.Next(Probability<Ball>.FromSuccess(point), Probability<Ball>.FromRational(reference, context), context.Enclose(beta), context.Enclose(epsilon)).Success - point;
    }
}
