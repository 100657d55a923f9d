using GrpoVerified.Arithmetic;
using GrpoVerified.Arithmetic.Vectors;
using GrpoVerified.Theory.Batches;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Tests.Batches;

/// <summary>The batch of h against the formula in balls of 110 bits: about 250,000 points for each length of vectors, over random parameters and corners.</summary>
public sealed class SuccessBatchTests
{
    private static readonly BallContext Fine = new(110);

    [Fact]
    public void Eight_lanes_enclose_h() => AssertEncloses<DoubleLanes8>(1);

    [Fact]
    public void Four_lanes_enclose_h() => AssertEncloses<DoubleLanes4>(2);

    [Fact]
    public void Two_lanes_enclose_h() => AssertEncloses<DoubleLanes2>(3);

    [Fact]
    public void One_lane_encloses_h() => AssertEncloses<DoubleLanes1>(4);

    [Fact]
    public void Bounds_lie_within_the_formula_in_intervals_but_for_a_few_units()
    {
        var parameters = GrpoParameters.Of(new Rational(3, 10), new Rational(1, 2), new Rational(1, 1000));
        var reference = Probability<Interval>.FromRational(parameters.Reference, IntervalContext.Instance);
        var points = Enumerable.Range(1, 4095).Select(k => k / 4096.0).ToArray();
        var (lower, upper) = Enclose(SuccessBatch.Of(parameters), points);
        for (var i = 0; i < points.Length; i++)
        {
            var h = SuccessMap.Next(Probability<Interval>.FromSuccess(new Interval(points[i])), reference, Interval.FromRational(parameters.Beta), Interval.FromRational(parameters.Epsilon)).Success;
            var unit = Math.ScaleB(h.Upper, -53) * (DoubleLanes1.IsFused ? 2 : 5);
            Assert.True(h.Lower - unit <= lower[i] && upper[i] <= h.Upper + unit, $"h({points[i]:R}): formula {h}, batch [{lower[i]:R}, {upper[i]:R}]");
            Assert.True(!DoubleLanes1.IsFused || upper[i] - lower[i] <= 6 * Math.ScaleB(upper[i], -53), $"h({points[i]:R}) in the wide [{lower[i]:R}, {upper[i]:R}]");
        }
    }

    [Fact]
    public void Images_of_balls_contain_the_images_of_their_points()
    {
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var parameters = Parameters(random);
            var batch = SuccessBatch.Of(parameters);
            for (var i = 0; i < 20; i++)
            {
                var ball = new ProbabilityBall(random.NextDouble(), Math.ScaleB(random.NextDouble(), -random.Next(2, 60)));
                var image = batch.Next(ball).ToInterval();
                foreach (var t in new[] { -1, -0.3, 0, 0.7, 1 })
                {
                    var p = Rational.FromDouble(ball.Midpoint) + (Rational.FromDouble(t) * Rational.FromDouble(ball.Radius));
                    if (p.Sign > 0 && p < Rational.One)
                    {
                        AssertContains(image.Lower, image.Upper, parameters, p);
                    }
                }
            }
        }
    }

    [Fact]
    public void An_orbit_of_balls_contains_the_certified_orbit()
    {
        var parameters = GrpoParameters.Of(new Rational(3, 10), 5, new Rational(1, 1000));
        var batch = SuccessBatch.Of(parameters);
        var p = new ProbabilityBall(0.3, 1e-16);
        foreach (var exact in GrpoVerified.Theory.Dynamics.Orbit.Enclose(parameters, 200, 160).Skip(1))
        {
            p = batch.Next(p);
            var set = p.ToInterval();
            Assert.True(BigFloat.FromDouble(set.Lower) <= exact.Success.LowerBound(200) && exact.Success.UpperBound(200) <= BigFloat.FromDouble(set.Upper));
            Assert.True(p.Radius <= 4e-16, $"the radius grew to {p.Radius:R}");
        }
    }

    [Fact]
    public void Points_that_are_no_probabilities_get_the_formula_or_nothing()
    {
        var batch = SuccessBatch.Of(GrpoParameters.Of(new Rational(3, 10), new Rational(1, 2), new Rational(1, 1000)));
        var (lower, upper) = Enclose(batch, [double.NaN, double.PositiveInfinity, -5, 0.25, 2]);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (lower[0], upper[0]));
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (lower[1], upper[1]));
        Assert.True(upper[3] - lower[3] < 1e-15);
    }

    [Fact]
    public void Other_maps_and_unequal_lengths_are_refused()
    {
        var parameters = GrpoParameters.Of(new Rational(3, 10), 5, new Rational(1, 1000));
        Assert.Contains("reference KL", Assert.Throws<ParameterException>(() => SuccessBatch.Of(parameters with { Regulariser = Regulariser.Mirror })).Message, StringComparison.Ordinal);
        Assert.Contains("3 points", Assert.Throws<ArgumentException>(() => SuccessBatch.Of(parameters).Enclose(new double[3], new double[2], new double[3])).Message, StringComparison.Ordinal);
    }

    private static void AssertEncloses<T>(int seed)
        where T : struct, IDoubleLanes<T>
    {
        const int Sets = 250, PointsOfSet = 1000;
        var random = new Random(seed);
        var points = new double[PointsOfSet];
        double[] lower = new double[PointsOfSet], upper = new double[PointsOfSet];
        for (var set = 0; set < Sets; set++)
        {
            var parameters = Parameters(random);
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = Point(random, i);
            }

            SuccessBatch.Of(parameters).Enclose<T>(points, lower, upper);
            for (var i = 0; i < points.Length; i++)
            {
                if (parameters.Epsilon.Sign > 0 || points[i] is > 0 and < 1)
                {
                    AssertContains(lower[i], upper[i], parameters, Rational.FromDouble(points[i]));
                }
            }
        }
    }

    private static (double[] Lower, double[] Upper) Enclose(SuccessBatch batch, double[] points)
    {
        double[] lower = new double[points.Length], upper = new double[points.Length];
        batch.Enclose(points, lower, upper);
        return (lower, upper);
    }

    private static void AssertContains(double lower, double upper, GrpoParameters parameters, Rational p)
    {
        var h = SuccessMap.Next(
            Probability<Ball>.FromRational(p, Fine), Probability<Ball>.FromRational(parameters.Reference, Fine), Fine.Enclose(parameters.Beta), Fine.Enclose(parameters.Epsilon)).Success;
        Assert.True(
            (double.IsNegativeInfinity(lower) || BigFloat.FromDouble(lower) <= h.UpperBound(130)) && (double.IsPositiveInfinity(upper) || h.LowerBound(130) <= BigFloat.FromDouble(upper)),
            $"h({p}) = {h} is not in [{lower:R}, {upper:R}] at {parameters}");
    }

    // Everyday parameters, and extreme ones where the exponent or the odds leave the fast path.
    private static GrpoParameters Parameters(Random random)
    {
        var reference = random.Next(4) == 0 ? Rational.Pow(2, -random.Next(1, 120)) : new Rational(random.Next(1, 1000), 1000);
        var beta = random.Next(4) == 0 ? Rational.Pow(2, random.Next(-14, 30)) : new Rational(random.Next(1, 2000), 100);
        var epsilon = random.Next(5) switch { 0 => Rational.Zero, 1 => Rational.Pow(2, -random.Next(1, 130)), _ => Rational.Pow(10, -random.Next(1, 9)) };
        return GrpoParameters.Of(reference, beta, epsilon);
    }

    private static double Point(Random random, int i) => i switch
    {
        0 => 0,
        1 => 1,
        2 => 0.5,
        3 => double.Epsilon,
        4 => Math.BitDecrement(1.0),
        5 => 1e-300,
        _ => (i & 3) switch { 0 => Math.ScaleB(random.NextDouble(), -random.Next(0, 80)), 1 => 1 - Math.ScaleB(random.NextDouble(), -random.Next(1, 54)), _ => random.NextDouble() },
    };
}
