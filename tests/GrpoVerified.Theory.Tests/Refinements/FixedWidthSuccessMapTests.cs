using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Theory.Tests.Refinements;

/// <summary>The fixed-width map against the formula over balls of twice the precision: the refinement contains the exact value.</summary>
public sealed class FixedWidthSuccessMapTests
{
    // 3 × 34,000 points.
    private const int Parameters = 680;
    private const int PointsEach = 50;

    [Fact]
    public void Three_limbs_contain_the_formula() => Contains<Fixed3>(128, 165);

    [Fact]
    public void Four_limbs_contain_the_formula() => Contains<Fixed4>(192, 223);

    [Fact]
    public void Six_limbs_contain_the_formula() => Contains<Fixed6>(340, 352);

    [Theory]
    [InlineData(128, 3)]
    [InlineData(192, 4)]
    [InlineData(340, 6)]
    [InlineData(400, 7)]
    [InlineData(1024, 17)]
    [InlineData(3400, 54)]
    public void The_public_map_encloses_thin_balls(int bits, int limbs)
    {
        var random = new Random(bits);
        for (var i = 0; i < (bits > 400 ? 4 : 40); i++)
        {
            var (reference, beta, epsilon) = KernelCases.Parameters(random);
            var map = new FixedWidthSuccessMap(reference, beta, epsilon, bits);
            Assert.Equal(limbs, map.Limbs);
            for (var k = 1; k < 40; k++)
            {
                var p = new Rational(random.Next(1, 257), 257);
                var ball = Ball.FromRational(p, bits).Inflate(Magnitude.PowerOfTwo(-random.Next(18, bits)));
                var image = map.Next(ball);
                var context = new BallContext(3 * bits);
                foreach (var member in new[] { ball.LowerBound(2 * bits), ball.Midpoint, ball.UpperBound(2 * bits) })
                {
                    var exact = KernelCases.Formula(member, reference, beta, epsilon, context);
                    Assert.True(Ball.IsSubset(exact, image), $"h({member}) at p_ref = {reference}, beta = {beta}, epsilon = {epsilon} is not in {image}");
                }
            }
        }
    }

    [Theory]
    [InlineData("1/3", "1/100000", "1/1000")]
    [InlineData("1/3", "1", "3/4")]
    [InlineData("1/3", "10000000000000", "1/1000")]
    public void Outside_the_proved_range_the_formula_answers(string reference, string beta, string epsilon)
    {
        var map = new FixedWidthSuccessMap(Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon), 128);
        Assert.Equal(0, map.Limbs);
        var p = Ball.FromRational(new Rational(2, 5), 128);
        Assert.True(Ball.IsSubset(KernelCases.Formula(p.Midpoint, Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon), new BallContext(400)), map.Next(p)));
    }

    [Fact]
    public void Points_outside_the_kernel_go_to_the_formula()
    {
        var map = new FixedWidthSuccessMap(new Rational(1, 3), new Rational(1, 2), Rational.Zero, 128);
        Assert.True(Ball.Contains(map.Next(Ball.FromRational(new Rational(1, 2), 128).Inflate(Magnitude.PowerOfTwo(-3))), Rational.Parse("0.96")));
        var tiny = map.Next(Ball.FromBigFloat(BigFloat.PowerOfTwo(-100), 128));
        Assert.True(tiny.IsFinite);
        Assert.True(Ball.IsSubset(KernelCases.Formula(BigFloat.PowerOfTwo(-100), new Rational(1, 3), new Rational(1, 2), Rational.Zero, new BallContext(400)), tiny));
    }

    private static void Contains<T>(int demanded, int delivered)
        where T : struct, IFixedWidth<T>
    {
        var random = new Random(7 + T.Limbs);
        var bits = 64 * T.Limbs;
        var context = new BallContext((2 * bits) + 64);
        var inside = 0;
        var tight = 0;
        for (var i = 0; i < Parameters; i++)
        {
            var (reference, beta, epsilon) = KernelCases.Parameters(random);
            Assert.True(FixedSuccessMap<T>.TryBind(reference, beta, epsilon, out var map));
            var pRef = Probability<Ball>.FromRational(reference, context);
            var (b, e) = (context.Enclose(beta), context.Enclose(epsilon));
            for (var k = 0; k < PointsEach; k++)
            {
                var scaled = KernelCases.Numerator(random, bits);
                var p = FixedWidth.FromScaled<T>(scaled);
                if (!map.TryNext(in p, 0, out var h, out var radius))
                {
                    continue;
                }

                inside++;
                tight += radius < Math.ScaleB(1, -delivered) ? 1 : 0;
                var point = Ball.FromBigFloat(BigFloat.FromInteger(scaled).ScaleByPowerOfTwo(-bits), context.Precision);
                var exact = SuccessMap.Next(Probability<Ball>.FromSuccess(point), pRef, b, e).Success;
                var distance = Ball.Abs(exact - FixedWidth.ToBall(in h, 0, context.Precision)).UpperBound(60).ToDouble(RoundingMode.Up);
                Assert.True(distance <= radius, $"h({point}) at p_ref = {reference}, beta = {beta}, epsilon = {epsilon}: error {distance:e3}, radius {radius:e3}");
                Assert.True(radius < Math.ScaleB(1, -demanded + 40), "the radius says nothing");
            }
        }

        // Most points are inside the range, and most of them as tight as the kernel's constant.
        Assert.InRange(inside, 30_000, Parameters * PointsEach);
        Assert.InRange(tight, inside / 2, inside);
    }
}
