using static GrpoVerified.Arithmetic.Tests.Balls.BallNumbers;

namespace GrpoVerified.Arithmetic.Tests.Balls;

public sealed class BallContainmentTests
{
    [Fact]
    public void Field_operations_contain_the_exact_rational_results()
    {
        var random = new Random(31);
        for (var i = 0; i < 20_000; i++)
        {
            var precision = random.Next(2, 160);
            var (x, y) = (Value(random), Value(random));
            var (a, b) = (Around(random, x, precision), Around(random, y, random.Next(4) == 0 ? 53 : precision));
            Assert.True(Ball.Contains(a, x) && Ball.Contains(b, y));
            Assert.True(Ball.Contains(a + b, x + y));
            Assert.True(Ball.Contains(a - b, x - y));
            Assert.True(Ball.Contains(a * b, x * y));
            Assert.True(Ball.Contains(Ball.Square(a), x * x));
            Assert.True(Ball.Contains(Ball.Pow(a, 5), x * x * x * x * x));
            Assert.True(Ball.Contains(Ball.Min(a, b), Rational.Min(x, y)));
            Assert.True(Ball.Contains(Ball.Max(a, b), Rational.Max(x, y)));
            Assert.True(Ball.Contains(Ball.Abs(a), x.Abs()));
            if (!y.IsZero)
            {
                Assert.True(Ball.Contains(a / b, x / y));
            }

            var root = Ball.Sqrt(Ball.Abs(a));
            Assert.True(Ball.Contains(Ball.Square(root), x.Abs()));
            if (!x.IsZero)
            {
                Assert.True(Ball.Contains(Ball.One / Ball.Square(Ball.ReciprocalSqrt(Ball.Abs(a))), x.Abs()));
            }
        }
    }

    [Fact]
    public void Exact_operands_give_radii_of_at_most_one_unit_in_the_last_place()
    {
        var random = new Random(32);
        for (var i = 0; i < 3000; i++)
        {
            var precision = random.Next(2, 300);
            var a = Ball.FromBigFloat(BigFloat.FromRational(Value(random), precision), precision);
            var b = Ball.FromBigFloat(BigFloat.FromRational(Value(random), precision), precision);
            foreach (var result in new[] { a + b, a - b, a * b, Ball.Square(a), Ball.Sqrt(Ball.Abs(a)) })
            {
                Assert.True(result.RelativeAccuracyBits >= precision - 1);
            }

            if (!b.Midpoint.IsZero && !a.Midpoint.IsZero)
            {
                Assert.True((a / b).RelativeAccuracyBits >= precision - 1);
                Assert.True(Ball.Exp(a / b).RelativeAccuracyBits >= precision - 3 - Math.Max(0, (a / b).Midpoint.Exponent) || (a / b).Midpoint.Exponent > Math.Min(60, precision - 4));
                Assert.True(Ball.Log(Ball.Abs(a)).RelativeAccuracyBits >= precision - 4);
                Assert.True(Ball.Expm1(a).RelativeAccuracyBits >= precision - 3 || a.Midpoint.Exponent > 60);
                Assert.True(Ball.Atan(a).RelativeAccuracyBits >= precision - 3);
                Assert.True(Ball.Asinh(a).RelativeAccuracyBits >= precision - 3);
            }
        }
    }

    [Fact]
    public void Results_at_two_precisions_overlap_and_inclusion_is_kept()
    {
        var random = new Random(33);
        for (var i = 0; i < 3000; i++)
        {
            var value = Value(random) * Rational.Pow(2, random.Next(-40, 3));
            var precision = random.Next(2, 400);
            var coarse = Around(random, value, precision);
            var fine = Ball.FromRational(value, (precision * 2) + 40);
            foreach (var (name, f) in Functions)
            {
                var (a, b) = (f(coarse), f(fine));
                Assert.True(Ball.Overlap(a, b), $"{name} of {value} at {precision} bits");
                Assert.True(!a.IsFinite || !b.IsFinite || Ball.IsSubset(b, a.Inflate(b.Radius + b.Radius)), $"{name} of {value} at {precision} bits: {a} does not contain {b}");
            }
        }
    }

    [Fact]
    public void Wide_balls_contain_the_images_of_their_points()
    {
        var random = new Random(34);
        for (var i = 0; i < 4000; i++)
        {
            var centre = Value(random) * Rational.Pow(2, random.Next(-70, 5));
            var ball = Ball.FromMidpointRadius(BigFloat.FromRational(centre, 60), Magnitude.PowerOfTwo(random.Next(-8, 6)), 80);
            foreach (var t in new[] { -1.0, -0.7, 0, 0.3, 1 })
            {
                var point = ball.Midpoint + (ball.Radius.ToBigFloat() * BigFloat.FromDouble(t));
                foreach (var (name, f) in Functions)
                {
                    var image = f(Ball.FromBigFloat(point, 200));
                    var set = f(ball);
                    Assert.True(!image.IsFinite || !set.IsFinite || Ball.IsSubset(image, set.Inflate(image.Radius + image.Radius)), $"{name} at {point} in {ball}");
                }
            }
        }
    }

    [Fact]
    public void Wide_arguments_give_images_not_much_wider_than_their_range()
    {
        // The range of each function on [lower, upper], by its ends.
        foreach (var (lower, upper) in new[] { (0.5, 4.0), (2.0, 30.0), (1e-3, 1.0) })
        {
            var x = Ball.FromEndpoints(BigFloat.FromDouble(lower), BigFloat.FromDouble(upper), 100);
            var (l, u) = (Ball.FromBigFloat(BigFloat.FromDouble(lower), 100), Ball.FromBigFloat(BigFloat.FromDouble(upper), 100));
            foreach (var f in new Func<Ball, Ball>[] { Ball.Exp, Ball.Expm1, Ball.Log, Ball.Sqrt, Ball.Square, Ball.Sinh, Ball.Cosh, Ball.Asinh, Ball.Atan, Ball.Log1p, Ball.Logistic, Ball.ReciprocalSqrt, t => Ball.One / t })
            {
                var range = Ball.Hull(f(l), f(u)).Radius.ToBigFloat().ToDouble();
                Assert.InRange(f(x).Radius.ToBigFloat().ToDouble(), range * 0.999999, range * 1.00001);
            }
        }
    }

    [Fact]
    public void No_operation_throws_whatever_the_value()
    {
        foreach (var precision in new[] { 2, 3, 64, 200 })
        {
            var corners = Corners(precision).ToArray();
            foreach (var x in corners)
            {
                foreach (var (name, f) in Functions)
                {
                    var result = f(x);
                    Assert.True(result.Precision == 0 || result.Precision >= 2, name);
                }
            }
        }

        var few = Corners(40).Where((_, i) => i % 3 == 0).ToArray();
        foreach (var a in few)
        {
            foreach (var b in few)
            {
                _ = a + b;
                _ = a * b;
                _ = a / b;
                _ = Ball.Min(a, b);
                _ = Ball.Max(a, b);
                _ = Ball.Hull(a, b);
                _ = Ball.Intersect(a, b);
                _ = Ball.Less(a, b) | Ball.LessOrEqual(a, b);
                Assert.True(!Ball.IsSubset(a, b) || Ball.Overlap(a, b));
            }
        }
    }
}
