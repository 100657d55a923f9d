using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Theory.Tests.Refinements;

/// <summary>The kernel of any width against the formula in balls of twice the precision.</summary>
public sealed class LimbSuccessMapTests
{
    public static TheoryData<int> Precisions => [129, 353, 500, 777, 1024, 1500, 3400, 5000, 12_000];

    [Theory]
    [MemberData(nameof(Precisions))]
    public void The_kernel_contains_the_formula_and_is_tight(int bits)
    {
        var random = new Random(bits);
        var context = new BallContext((2 * bits) + 200);
        var (inside, tight, all) = (0, 0, 0);
        for (var i = 0; i < (bits > 4000 ? 3 : 40); i++)
        {
            var (reference, beta, epsilon) = KernelCases.Parameters(random);
            var map = LimbSuccessMap.TryBind(reference, beta, epsilon, bits);
            Assert.NotNull(map);
            for (var k = 0; k < 30; k++)
            {
                all++;
                var p = Ball.FromBigFloat(Point(random, bits), bits);
                if (!map.TryNext(p, out var h))
                {
                    continue;
                }

                inside++;
                tight += h.RelativeAccuracyBits >= bits - 2 ? 1 : 0;
                var exact = KernelCases.Formula(p.Midpoint, reference, beta, epsilon, context);
                Assert.True(Ball.IsSubset(exact, h), $"h({p}) at p_ref = {reference}, beta = {beta}, epsilon = {epsilon} is not in {h}");
            }
        }

        Assert.True(inside >= all / 2, $"only {inside} of {all} points are in the kernel's range");
        Assert.True(tight >= inside * 9 / 10, $"only {tight} of {inside} enclosures are tight");
    }

    [Theory]
    [InlineData(353)]
    [InlineData(1024)]
    [InlineData(3400)]
    public void Every_member_of_a_wide_argument_has_its_image_inside(int bits)
    {
        var random = new Random(bits);
        var context = new BallContext((2 * bits) + 200);
        var inside = 0;
        for (var i = 0; i < 200; i++)
        {
            var (reference, beta, epsilon) = KernelCases.Parameters(random);
            var map = LimbSuccessMap.TryBind(reference, beta, epsilon, bits);
            Assert.NotNull(map);
            var p = Ball.FromRational(new Rational(random.Next(1, 257), 257), bits).Inflate(Magnitude.PowerOfTwo(-random.Next(18, bits + 20)));
            if (!map.TryNext(p, out var h))
            {
                continue;
            }

            inside++;
            foreach (var member in new[] { p.LowerBound(2 * bits), p.Midpoint, p.UpperBound(2 * bits) })
            {
                Assert.True(Ball.IsSubset(KernelCases.Formula(member, reference, beta, epsilon, context), h), $"h({member}) at p_ref = {reference}, beta = {beta}, epsilon = {epsilon} is not in {h}");
            }
        }

        Assert.True(inside >= 100, $"only {inside} arguments are in the kernel's range");
    }

    [Theory]
    [InlineData("1/3", "1/2", "3/4")]
    [InlineData("1/3", "1/2", "1/100000000000000000000")]
    [InlineData("1/100000000000000000000", "1/2", "1/100")]
    [InlineData("1/3", "1/100000000000000000000", "1/100")]
    public void Parameters_outside_the_proved_range_are_refused(string reference, string beta, string epsilon)
        => Assert.Null(LimbSuccessMap.TryBind(Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon), 1024));

    [Fact]
    public void Points_outside_the_proved_range_are_refused()
    {
        var map = LimbSuccessMap.TryBind(new Rational(1, 3), new Rational(1, 1000), Rational.Zero, 1024);
        Assert.NotNull(map);
        foreach (var p in new[] { Ball.Zero, Ball.One, -Ball.FromBigFloat(BigFloat.PowerOfTwo(-1)), Ball.FromInteger(2), Ball.FromBigFloat(BigFloat.PowerOfTwo(-40)), Ball.WholeLine, Ball.FromBigFloat(BigFloat.PowerOfTwo(-1), 64).Inflate(Magnitude.One) })
        {
            Assert.False(map.TryNext(p, out _), p.ToString());
        }

        // Ω/β near 2,000 there, and e^−2000 is a number like others.
        Assert.True(map.TryNext(Ball.FromBigFloat(BigFloat.PowerOfTwo(-1)), out var h));
        Assert.True(Ball.IsSubset(KernelCases.Formula(BigFloat.PowerOfTwo(-1), new Rational(1, 3), new Rational(1, 1000), Rational.Zero, new BallContext(6000)), h));
    }

    // Fractions of few and of many bits, one half and its neighbours, numbers next to 0 and 1.
    private static BigFloat Point(Random random, int bits) => random.Next(6) switch
    {
        0 => BigFloat.PowerOfTwo(-random.Next(1, 16)),
        1 => BigFloat.One - BigFloat.PowerOfTwo(-random.Next(1, 20)),
        2 => BigFloat.PowerOfTwo(-1) + BigFloat.PowerOfTwo(-random.Next(2, bits)),
        3 => BigFloat.FromDouble(random.NextDouble()),
        4 => BigFloat.FromRational(new Rational(random.Next(1, 257), 257), bits + random.Next(0, 200)),
        _ => BigFloat.FromRational(new Rational(random.NextInt64(1, 1L << 60), 1L << 60) / 3, random.Next(2, bits)),
    };
}
