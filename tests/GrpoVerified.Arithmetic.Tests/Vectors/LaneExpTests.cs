using GrpoVerified.Arithmetic.Vectors;

namespace GrpoVerified.Arithmetic.Tests.Vectors;

/// <summary>The vectors' exponential function against balls of 128 bits: at 250,000 random points and at corners of the reduction, for each length.</summary>
public sealed class LaneExpTests
{
    private const int Points = 250_000;
    private static readonly BallContext Fine = new(128);

    [Fact]
    public void One_lane_encloses_the_exponential_function() => AssertEncloses<DoubleLanes1>(1);

    [Fact]
    public void Two_lanes_enclose_the_exponential_function() => AssertEncloses<DoubleLanes2>(2);

    [Fact]
    public void Four_lanes_enclose_the_exponential_function() => AssertEncloses<DoubleLanes4>(3);

    [Fact]
    public void Eight_lanes_enclose_the_exponential_function() => AssertEncloses<DoubleLanes8>(4);

    private static void AssertEncloses<T>(int seed)
        where T : struct, IDoubleLanes<T>
    {
        var arguments = Arguments(seed).ToArray();
        Array.Resize(ref arguments, arguments.Length / T.Count * T.Count);
        Span<double> near = stackalloc double[T.Count], down = stackalloc double[T.Count], up = stackalloc double[T.Count];
        var worst = 0.0;
        for (var i = 0; i < arguments.Length; i += T.Count)
        {
            var x = T.Load(arguments.AsSpan(i));
            LaneExp<T>.Nearest(x).Store(near);
            LaneExp<T>.Down(x).Store(down);
            LaneExp<T>.Up(x).Store(up);
            for (var k = 0; k < T.Count; k++)
            {
                var exact = Ball.Exp(Fine.Enclose(Rational.FromDouble(arguments[i + k])));
                Assert.True(BigFloat.FromDouble(down[k]) <= exact.LowerBound(140) && exact.UpperBound(140) <= BigFloat.FromDouble(up[k]), $"exp {arguments[i + k]:R} is not in [{down[k]:R}, {up[k]:R}]");
                Assert.True(up[k] - down[k] <= 9 * Math.ScaleB(up[k], -53), $"exp {arguments[i + k]:R} in the wide [{down[k]:R}, {up[k]:R}]");
                var difference = exact - Ball.FromBigFloat(BigFloat.FromDouble(near[k]));
                worst = Math.Max(worst, Math.Abs(difference.Midpoint.ToDouble()) / near[k]);
            }
        }

        Assert.InRange(worst, 0, LaneExp<T>.RelativeError);
    }

    private static IEnumerable<double> Arguments(int seed)
    {
        // Both ends, zero, tiny ones, and where the multiple of log 2 changes.
        foreach (var x in new[] { 0, -0.0, LaneExp<DoubleLanes1>.Largest, -LaneExp<DoubleLanes1>.Largest, double.Epsilon, -double.Epsilon, 1e-300, -1e-17, 1, -1 })
        {
            yield return x;
        }

        for (var n = -1009; n <= 1009; n++)
        {
            var tie = (n + 0.5) * 0.6931471805599453;
            foreach (var x in new[] { Math.BitDecrement(tie), tie, Math.BitIncrement(tie), n * 0.6931471805599453 })
            {
                yield return Math.Clamp(x, -LaneExp<DoubleLanes1>.Largest, LaneExp<DoubleLanes1>.Largest);
            }
        }

        var random = new Random(seed);
        for (var i = 0; i < Points; i++)
        {
            var x = (2 * random.NextDouble()) - 1;
            yield return (i & 3) switch
            {
                0 => x * LaneExp<DoubleLanes1>.Largest,
                1 => x * 0.3466,
                2 => x * 30,
                _ => Math.ScaleB(x, -random.Next(1, 70)),
            };
        }
    }
}
