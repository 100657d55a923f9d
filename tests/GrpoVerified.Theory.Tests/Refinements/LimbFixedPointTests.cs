using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Theory.Tests.Refinements;

/// <summary>Steps of third order by the kernel of any width, against Newton's steps in balls and against derivatives of the formula.</summary>
public sealed class LimbFixedPointTests
{
    [Fact]
    public void The_steps_of_third_order_meet_those_of_Newton_in_balls()
    {
        var random = new Random(47);
        var (found, refined) = (0, 0);
        for (var i = 0; i < 120; i++)
        {
            var parameters = Draw(random);
            var bits = random.Next(130, 2600);
            if (!FixedWidthFixedPoint.TryFind(parameters, 100, out var known))
            {
                continue;
            }

            found++;
            if (!LimbFixedPoint.TryRefine(parameters, known, bits, out var point))
            {
                continue;
            }

            refined += point.RelativeAccuracyBits >= bits ? 1 : 0;
            var balls = NewtonFixedPoint.RefineInBalls(parameters, Probability<Ball>.FromSuccess(known), bits).Success;
            Assert.True(balls.RelativeAccuracyBits >= bits);
            Assert.True(Ball.Overlap(balls, point), $"{parameters.Reference} {parameters.Beta} {parameters.Epsilon} to {bits} bits");

            // The residual of the formula has opposite signs at the two ends.
            var (lower, upper) = (Residual(point.LowerBound(2 * bits), parameters, (2 * bits) + 200), Residual(point.UpperBound(2 * bits), parameters, (2 * bits) + 200));
            Assert.True(Ball.Less(lower * upper, Ball.Zero).IsCertain);
        }

        Assert.True(found >= 60 && refined >= found * 9 / 10, $"{refined} of {found} fixed points were refined");
    }

    [Fact]
    public void A_start_that_is_far_from_a_fixed_point_is_not_accepted_as_one()
    {
        // A ball that claims to contain p* and does not: the proof needs that claim, so only that no accuracy is invented can be asked.
        var parameters = GrpoParameters.Of(new Rational(3, 10), 5, new Rational(1, 1000));
        var wrong = Ball.FromBigFloat(BigFloat.FromDouble(0.41), 128).Inflate(Magnitude.PowerOfTwo(-100));
        Assert.False(LimbFixedPoint.TryRefine(parameters, wrong, 1000, out _));
        Assert.False(LimbFixedPoint.TryRefine(parameters, Ball.FromBigFloat(BigFloat.FromDouble(0.39), 128), 1000, out _));
    }

    [Fact]
    public void The_bounds_hold_the_derivatives_of_the_formula_over_the_neighbourhood()
    {
        var random = new Random(53);
        var tried = 0;
        for (var i = 0; i < 400; i++)
        {
            var parameters = Draw(random);
            var centre = 0.01 + (0.98 * random.NextDouble());
            var radius = Math.ScaleB(1, -random.Next(12, 37));
            if (!ResidualBounds.TryOver(parameters, centre, radius, out var bounds))
            {
                continue;
            }

            tried++;
            var jets = new List<Jet<Ball>>();
            for (var k = -2; k <= 2; k++)
            {
                var jet = Residual(Jet<Ball>.Variable(Ball.FromBigFloat(BigFloat.FromDouble(centre + (radius * k / 2)), 200)), parameters);
                Assert.True((Ball.Less(Bound(bounds.Slope * (1 - 1e-12)), Ball.Abs(jet.First)) & Ball.LessOrEqual(Ball.Abs(jet.Second), Bound(bounds.Second))).IsCertain);
                jets.Add(jet);
            }

            // By the mean value theorem the second derivative does not move faster than the third allows.
            for (var k = 1; k < jets.Count; k++)
            {
                var moved = Ball.Abs(jets[k].Second - jets[k - 1].Second);
                Assert.True(Ball.LessOrEqual(moved, Bound(bounds.Third * radius * 0.51)).IsCertain, $"{parameters.Reference} {parameters.Beta} {parameters.Epsilon} at {centre} ± {radius}");
            }

            // Nor are the bounds far from what they bound.
            Assert.True(Ball.Less(Ball.Abs(jets[2].First), Bound((bounds.Slope * 1.01) + (2 * bounds.Second * radius) + 1e-9)).IsCertain);
        }

        Assert.True(tried >= 200, $"only {tried} neighbourhoods had bounds");
    }

    [Fact]
    public void A_neighbourhood_with_a_fold_has_no_bound_of_the_slope()
    {
        // Between the attracting and the repelling fixed point the slope changes its sign.
        var parameters = GrpoParameters.Of(new Rational(1, 10), 1, new Rational(1, 1000));
        Assert.False(ResidualBounds.TryOver(parameters, 0.7, 0.29, out _));
    }

    private static Ball Bound(double value) => Ball.FromBigFloat(BigFloat.FromDouble(value), 128);

    private static GrpoParameters Draw(Random random)
    {
        var reference = new Rational(random.Next(1, 1000), 1000);
        var beta = new Rational(random.Next(1, 2000), random.Next(1, 500));
        var epsilon = random.Next(3) == 0 ? Rational.Zero : new Rational(random.Next(1, 1000), random.Next(2000, 1_000_000));
        return GrpoParameters.Of(reference, beta, epsilon);
    }

    // 1 − p − p·W with W from the formula of the odds.
    private static Jet<Ball> Residual(Jet<Ball> p, GrpoParameters parameters)
    {
        Jet<Ball> Constant(Rational value) => Jet<Ball>.Constant(Ball.FromRational(value, 200));
        var odds = (Rational.One - parameters.Reference) / parameters.Reference;
        var omega = Whitening.Omega(Probability<Jet<Ball>>.FromSuccess(p), Constant(parameters.Epsilon));
        return Jet<Ball>.One - p - (p * Constant(odds) * Jet<Ball>.Exp(-(omega / Constant(parameters.Beta))));
    }

    private static Ball Residual(BigFloat p, GrpoParameters parameters, int precision)
    {
        var context = new BallContext(precision);
        var at = Ball.FromBigFloat(p, precision);
        var omega = Whitening.Omega(Probability<Ball>.FromSuccess(at), context.Enclose(parameters.Epsilon));
        var odds = context.Enclose((Rational.One - parameters.Reference) / parameters.Reference);
        return Ball.One - at - (at * odds * Ball.Exp(-(omega / context.Enclose(parameters.Beta))));
    }
}
