using System.Numerics;
using System.Runtime.InteropServices;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Theory.Tests.Refinements;

/// <summary>Fixed point with error bounds against exact integers: the exact result for members at the ends of the errors lies within the bound.</summary>
public sealed class LimbNumberTests
{
    [Fact]
    public void Exact_results_of_members_lie_within_the_error_bounds()
    {
        var random = new Random(61);
        for (var i = 0; i < 4000; i++)
        {
            var n = random.Next(1, 40);
            var x = Draw(random, n, out var a);
            var y = Draw(random, n, out var b);
            var room = new ulong[n + 1];
            Check(LimbNumber.Product(room, a, b), n, (s, t) => (s * t) >> (64 * n), x, y);
            Check(LimbNumber.Sum(room, a, b), n, (s, t) => s + t, x, y);
            Check(LimbNumber.Square(room, a), n, (s, _) => (s * s) >> (64 * n), x, y);
            Check(LimbNumber.Multiple(room, a, 3), n, (s, _) => 3 * s, x, y);
            var kept = random.Next(1, n + 1);
            Check(a.Cut(kept), kept, (s, _) => s >> (64 * (n - kept)), x, y);
            Check(-a, n, (s, _) => -s, x, y);
        }
    }

    [Fact]
    public void What_does_not_fit_is_said_to_be_unbounded()
    {
        var large = new LimbNumber([0, 0, 1UL << 40], isNegative: false, 1);
        var room = new ulong[3];
        Assert.False(LimbNumber.Square(room, large).IsBounded);
        Assert.False(LimbNumber.Product(new ulong[3], LimbNumber.Square(room, large), new([1, 0, 0], isNegative: true, 0)).IsBounded);
        Assert.False(LimbNumber.Multiple(room, large, 1U << 31).IsBounded);
        var half = new LimbNumber([0, 0, 1UL << 62], isNegative: false, 0);
        Assert.False(LimbNumber.Sum(room, half, half).IsBounded);
        var quarter = new LimbNumber([0, 0, 1UL << 61], isNegative: false, 0);
        Assert.True(LimbNumber.Sum(room, quarter, -quarter).IsBounded);
    }

    // A number, and the two ends of what it stands for, in ulp.
    private static BigInteger[] Draw(Random random, int n, out LimbNumber number)
    {
        var limbs = new ulong[n + 1];
        random.NextBytes(MemoryMarshal.AsBytes(limbs.AsSpan()));
        limbs[n] >>= random.Next(34, 64);
        if (random.Next(4) == 0)
        {
            limbs.AsSpan(random.Next(n)).Clear();
        }

        var negative = random.Next(2) == 0;
        var error = random.Next(3) == 0 ? 0.0 : (double)random.NextInt64(1L << random.Next(1, 40));
        var value = limbs.Reverse().Aggregate(BigInteger.Zero, (sum, limb) => (sum << 64) + limb);
        value = negative ? -value : value;
        number = new(limbs, negative, error);
        return [value - new BigInteger(error), value, value + new BigInteger(error)];
    }

    // The exact result in ulp is rounded down by the shift: one more ulp.
    private static void Check(LimbNumber result, int n, Func<BigInteger, BigInteger, BigInteger> exact, BigInteger[] x, BigInteger[] y)
    {
        Assert.True(result.IsBounded);
        var ball = result.ToBall(64 * (n + 3));
        foreach (var s in x)
        {
            foreach (var t in y)
            {
                var member = exact(s, t);
                var low = BigFloat.FromInteger(member).ScaleByPowerOfTwo(-64L * n);
                var high = BigFloat.FromInteger(member + 1).ScaleByPowerOfTwo(-64L * n);
                var unit = Ball.FromEndpoints(low, high, 64 * (n + 3));
                Assert.True(Ball.Overlap(unit, ball), $"{n} limbs: {member} is not in {ball}");
                Assert.True(BigInteger.Abs(member) < (new BigInteger(result.Size * (1L << 20)) + 1) << ((64 * n) - 20), "the size is no bound");
            }
        }
    }
}
