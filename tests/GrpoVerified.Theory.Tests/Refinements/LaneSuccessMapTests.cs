using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Theory.Tests.Refinements;

/// <summary>The map in lanes: each lane contains the formula's value over balls of twice the precision, and meets the kernel that takes one point at a time.</summary>
public sealed class LaneSuccessMapTests
{
    private const int Parameters = 300;
    private const int GroupsEach = 8;
    private const int Lanes = 4;

    [Fact]
    public void Five_digits_contain_the_formula() => Contains<FiveDigits, Fixed3>(136);

    [Fact]
    public void Seven_digits_contain_the_formula() => Contains<SevenDigits, Fixed4>(194);

    [Fact]
    public void Thirteen_digits_contain_the_formula() => Contains<ThirteenDigits, Fixed6>(352);

    [Theory]
    [InlineData("0")]
    [InlineData("1/1000000000000000000000000000000")]
    [InlineData("1/1000")]
    public void Ends_and_tiny_points_are_refused_or_contained_and_do_not_touch_their_neighbours(string epsilon)
    {
        var (reference, beta, eps) = (new Rational(3, 10), new Rational(1, 2), Rational.Parse(epsilon));
        if (LaneSuccessMap<FiveDigits, Fixed3>.Bind(reference, beta, eps) is not { } map)
        {
            Assert.False(DigitLanes.IsSupported);
            return;
        }

        var half = BigInteger.One << 191;
        var alone = Of(map, [half, half, half, half], 0, out _);
        foreach (var hostile in new[] { BigInteger.Zero, BigInteger.One, (BigInteger.One << 192) - 1, BigInteger.One << 100, (BigInteger.One << 192) - (BigInteger.One << 100), BigInteger.One << 164, BigInteger.One << 162 })
        {
            var four = Of(map, [half, hostile, half, hostile], 0, out var refused);
            Assert.Equal(0, refused & 0b0101);
            Assert.Equal((refused >> 1) & 1, (refused >> 3) & 1);
            Assert.Equal(alone[0], four[0]);
            Assert.Equal(alone[2], four[2]);
            if ((refused & 2) == 0)
            {
                Assert.True(Ball.IsSubset(Exact(hostile, 192, reference, beta, eps), four[1]), $"h({hostile}·2^-192) is not in {four[1]}");
                Assert.Equal(four[1], four[3]);
            }
        }

        foreach (var radius in new[] { double.NaN, double.PositiveInfinity, 1, 1e-3 })
        {
            _ = Of(map, [half >> 4, half >> 4, half >> 4, half >> 4], radius, out var refused);
            Assert.Equal(0b1111, refused);
        }
    }

    [Theory]
    [InlineData(53)]
    [InlineData(136)]
    [InlineData(137)]
    [InlineData(194)]
    [InlineData(195)]
    [InlineData(352)]
    [InlineData(400)]
    public void Many_balls_are_enclosed_whatever_takes_them(int bits)
    {
        var random = new Random(bits);
        var (reference, beta, eps) = (new Rational(1, 3), new Rational(7, 5), new Rational(1, 1000));
        var map = new FixedWidthSuccessMap(reference, beta, eps, bits);
        for (var count = 0; count < 14; count++)
        {
            // Now and then a point that no kernel takes.
            var points = Enumerable.Range(0, count).Select(_ => random.Next(6) == 0
                ? Ball.FromRational(new Rational(1, 2), bits).Inflate(Magnitude.PowerOfTwo(-3))
                : Ball.FromRational(new Rational(random.Next(1, 257), 257), bits).Inflate(Magnitude.PowerOfTwo(-random.Next(20, bits)))).ToArray();
            var images = new Ball[count];
            map.Next(points, images);
            for (var i = 0; i < count; i++)
            {
                Assert.True(Ball.IsSubset(KernelCases.Formula(points[i].Midpoint, reference, beta, eps, new BallContext((3 * bits) + 64)), images[i]), $"h({points[i]}) is not in {images[i]}");
                Assert.True(Ball.TryIntersect(map.Next(points[i]), images[i], out _));
                Assert.True(images[i].Radius <= map.Next(points[i]).Radius.Scale(1) + Magnitude.PowerOfTwo(1 - bits), $"{images[i]} is much wider than {map.Next(points[i])}");
            }

            map.Next(points, points);
            Assert.Equal(images, points);
        }

        Assert.Throws<ArgumentException>(() => map.Next(new Ball[4], new Ball[5]));
    }

    private static void Contains<T, TLimbs>(int delivered)
        where T : struct, IDigitWidth
        where TLimbs : unmanaged, IFixedWidth<TLimbs>
    {
        if (!DigitLanes.IsSupported)
        {
            Assert.Null(LaneSuccessMap<T, TLimbs>.Bind(new Rational(1, 2), Rational.One, Rational.Zero));
            return;
        }

        var random = new Random(T.Digits);
        var bits = 64 * TLimbs.Limbs;
        var (inside, tight, negative) = (0, 0, 0);
        for (var i = 0; i < Parameters; i++)
        {
            var (reference, beta, epsilon) = KernelCases.Parameters(random);
            var map = LaneSuccessMap<T, TLimbs>.Bind(reference, beta, epsilon);
            Assert.NotNull(map);
            Assert.True(FixedSuccessMap<TLimbs>.TryBind(reference, beta, epsilon, out var single));
            for (var k = 0; k < GroupsEach; k++)
            {
                var points = Enumerable.Range(0, Lanes).Select(_ => KernelCases.Numerator(random, bits)).ToArray();
                var radius = random.Next(3) == 0 ? Math.ScaleB(1, -random.Next(20, 140)) : 0;
                var images = Of(map, points, radius, out var refused);
                for (var lane = 0; lane < Lanes; lane++)
                {
                    if ((refused >> lane & 1) != 0)
                    {
                        continue;
                    }

                    inside++;
                    tight += radius == 0 && images[lane].Radius <= Magnitude.PowerOfTwo(-delivered) ? 1 : 0;
                    var exact = Exact(points[lane], bits, reference, beta, epsilon);
                    negative += Ball.Less(exact, Ball.FromRational(new Rational(1, 2), 64)).IsCertain ? 1 : 0;
                    Assert.True(Ball.IsSubset(exact, images[lane]), $"h({points[lane]}·2^-{bits}) at p_ref = {reference}, beta = {beta}, epsilon = {epsilon} is not in {images[lane]}");
                    if (radius > 0)
                    {
                        // Members of the ball too.
                        var end = points[lane] + (((BigInteger)Math.ScaleB(radius, 200) << bits) >> 200);
                        Assert.True(end >> bits != 0 || Ball.IsSubset(Exact(end, bits, reference, beta, epsilon), images[lane]), $"h({end}·2^-{bits}) is not in {images[lane]}");
                    }

                    var p = FixedWidth.FromScaled<TLimbs>(points[lane]);
                    Assert.True(!single.TryNext(in p, radius, out var h, out var error) || Ball.TryIntersect(FixedWidth.ToBall(in h, error, bits), images[lane], out _));
                }
            }
        }

        // Most points are inside the range, some with h below one half, and most of the points as tight as the kernel's constant.
        var all = Parameters * GroupsEach * Lanes;
        Assert.InRange(inside, all * 85 / 100, all);
        Assert.InRange(tight, inside / 3, inside);
        Assert.InRange(negative, 100, inside);
    }

    private static Ball[] Of<T, TLimbs>(LaneSuccessMap<T, TLimbs> map, BigInteger[] points, double radius, out int refused)
        where T : struct, IDigitWidth
        where TLimbs : unmanaged, IFixedWidth<TLimbs>
    {
        var fractions = points.Select(p => FixedWidth.FromScaled<TLimbs>(p)).ToArray();
        var (values, radii) = (new TLimbs[Lanes], new double[Lanes]);
        var mask = refused = map.Next(fractions, [radius, radius, radius, radius], values, radii);
        return [.. Enumerable.Range(0, Lanes).Select(i => (mask >> i & 1) != 0 ? Ball.WholeLine : FixedWidth.ToBall(in values[i], radii[i], 64 * TLimbs.Limbs))];
    }

    private static Ball Exact(BigInteger point, int bits, Rational reference, Rational beta, Rational epsilon)
        => KernelCases.Formula(BigFloat.FromInteger(point).ScaleByPowerOfTwo(-bits), reference, beta, epsilon, new BallContext((2 * bits) + 64));
}
