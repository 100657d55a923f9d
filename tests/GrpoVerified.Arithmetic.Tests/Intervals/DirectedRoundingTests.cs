using FsCheck.Fluent;
using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Intervals;

/// <summary>The operations of points are the smallest enclosures of the exact rational results, subnormal and huge ones included.</summary>
public sealed class DirectedRoundingTests
{
    [Fact]
    public void Sums_products_and_quotients_of_points_are_the_smallest_enclosures() => Law.Holds(
        Gen.Zip(DoubleCases.Any, DoubleCases.Any, (a, b) => (A: a, B: b)),
        _ => [],
        pair =>
        {
            var (a, b) = (Rational.FromDouble(pair.A), Rational.FromDouble(pair.B));
            var (x, y) = (new Interval(pair.A), new Interval(pair.B));
            Assert.Equal(Interval.FromRational(a + b), x + y);
            Assert.Equal(Interval.FromRational(a - b), x - y);
            Assert.Equal(Interval.FromRational(a * b), x * y);
            Assert.Equal(Interval.FromRational(Rational.Square(a)), Interval.Square(x));
            if (!b.IsZero)
            {
                Assert.Equal(Interval.FromRational(a / b), x / y);
            }
        },
        count: 5000);

    [Fact]
    public void Products_and_quotients_near_underflow_and_overflow_are_the_smallest_enclosures() => Law.Holds(
        Gen.Zip(
            Gen.OneOf(DoubleCases.Magnitude(-560, -440), DoubleCases.Magnitude(-1074, -960), DoubleCases.Magnitude(490, 530)),
            Gen.OneOf(DoubleCases.Magnitude(-560, -440), DoubleCases.Magnitude(-60, 60), DoubleCases.Magnitude(490, 530)),
            (a, b) => (A: a, B: b)),
        _ => [],
        pair =>
        {
            var (a, b) = (Rational.FromDouble(pair.A), Rational.FromDouble(pair.B));
            Assert.Equal(Interval.FromRational(a * b), new Interval(pair.A) * new Interval(pair.B));
            Assert.Equal(Interval.FromRational(a / b), new Interval(pair.A) / new Interval(pair.B));
            Assert.Equal(Interval.FromRational(b / a), new Interval(pair.B) / new Interval(pair.A));
        },
        count: 5000);

    [Fact]
    public void Roots_of_points_are_the_smallest_enclosures() => Law.Holds(
        DoubleCases.Any.Select(Math.Abs),
        _ => [],
        a =>
        {
            var root = Interval.Sqrt(new Interval(a));
            var exact = Rational.FromDouble(a);
            var (lower, upper) = (Rational.Square(Rational.FromDouble(root.Lower)), Rational.Square(Rational.FromDouble(root.Upper)));
            Assert.True(lower <= exact && exact <= upper);
            Assert.True(lower == exact ? root.IsPoint : Math.BitIncrement(root.Lower) == root.Upper, $"{root} is not the smallest enclosure of the root of {a:R}");
        },
        count: 5000);

    [Theory]
    [InlineData(1.5, 1, 3.0)]
    [InlineData(1.5, -1075, 0.0)]
    [InlineData(1.75, -1073, 3 * double.Epsilon)]
    [InlineData(-1.75, -1073, -4 * double.Epsilon)]
    [InlineData(-1e-10, -1100, -double.Epsilon)]
    [InlineData(1e300, 100, double.MaxValue)]
    [InlineData(-1e300, 100, double.NegativeInfinity)]
    [InlineData(1.9999999999999998, 1023, double.MaxValue)]
    public void Scaling_rounds_down(double y, int k, double expected) => Assert.Equal(expected, DirectedRounding.ScaleDown(y, k));
}
