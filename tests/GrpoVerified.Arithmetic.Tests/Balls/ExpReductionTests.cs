using System.Numerics;
using System.Runtime.InteropServices;
using GrpoVerified.Arithmetic.Tests.Limbs;

namespace GrpoVerified.Arithmetic.Tests.Balls;

public sealed class ExpReductionTests
{
    public static TheoryData<int> Indices => new(8, 17, 33, 64, 65, 66, 129, 130, 193, 257, 258, 385);

    [Theory]
    [MemberData(nameof(Indices))]
    public void Every_depth_of_the_reduction_gives_the_same_exponential(int last)
    {
        foreach (var bits in new[] { 10, 54, 55, 118, 300, 1100, 3400, 9000 })
        {
            foreach (var x in Arguments(bits))
            {
                var (a, ea) = ExpSeries.Evaluate(x, bits, last);
                var (b, eb) = ExpBitBurst.Evaluate(x, bits + 40);
                Assert.True(Ball.Overlap(Ball.FromMidpointRadius(a, ea, bits + 64), Ball.FromMidpointRadius(b, eb, bits + 64)), $"{x} to {bits} bits with {last}");
                Assert.True(ea.Exponent <= 1 - bits);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void What_is_left_is_small_and_the_logarithms_add_up(int last)
    {
        var usual = 0;
        foreach (var x in Arguments(1000))
        {
            const int limbs = 17;
            var rest = new ulong[limbs];
            LimbShift.PlaceAtTop(rest, x.Limbs, -x.Exponent);
            var before = LimbNumbers.Value(rest);
            var chosen = new int[last + 1];
            var count = ExpReduction.Reduce(rest, last, chosen);
            var table = ShiftedLogarithms.AtLeast(limbs, last + 1);

            Assert.Equal(chosen[..count].Order().Distinct(), chosen[..count]);
            Assert.Equal(before, LimbNumbers.Value(rest) + chosen[..count].Aggregate(BigInteger.Zero, (sum, i) => sum + LimbNumbers.Value(table[i].AsSpan()[^limbs..])));

            // Next to a logarithm a decision may go the other way, and then every later index is taken and some bits are left.
            Assert.True(LimbNumbers.Value(rest) < BigInteger.One << ((64 * limbs) - Math.Min(last, 120) + 1));
            usual += LimbNumbers.Value(rest) < BigInteger.One << ((64 * limbs) - last + 1) ? 1 : 0;
        }

        Assert.True(usual >= 10, $"only {usual} arguments were reduced as far as they should be");
    }

    [Fact]
    public void The_product_is_the_product_of_the_factors()
    {
        var random = new Random(91);
        foreach (var limbs in new[] { 2, 3, 4, 5, 9, 33, 70 })
        {
            // Every index: the most that a digit can grow.
            foreach (var chosen in new[] { Enumerable.Range(1, 385).ToArray(), Enumerable.Range(1, 385).Where(_ => random.Next(2) == 0).ToArray(), [64], [257, 258], [] })
            {
                var value = new ulong[limbs];
                random.NextBytes(MemoryMarshal.AsBytes(value.AsSpan()));
                value[^1] = 1;
                var exact = LimbNumbers.Value(value);
                var shift = 0;
                foreach (var i in chosen)
                {
                    exact = (exact << i) + exact;
                    shift += i;
                }

                ExpReduction.Expand(value, chosen);

                var difference = (exact >> shift) - LimbNumbers.Value(value);
                Assert.True(difference >= 0 && difference < 2, $"{difference} at {limbs} limbs");
            }
        }
    }

    private static IEnumerable<BigFloat> Arguments(int bits)
    {
        yield return BigFloat.Zero;
        yield return BigFloat.PowerOfTwo(-1);
        yield return BigFloat.PowerOfTwo(-65);
        yield return BigFloat.PowerOfTwo(-bits);
        yield return BigFloat.One - BigFloat.PowerOfTwo(-bits);

        // Next to the logarithms themselves.
        foreach (var i in new[] { 0, 1, 3, 64, 65, 66, 128, 130 })
        {
            var log = BigFloat.Make(negative: false, ShiftedLogarithms.AtLeast(20, i + 1)[i], 0, sticky: false, bits, RoundingMode.Down, out _);
            yield return log;
            yield return log + BigFloat.PowerOfTwo(-bits);
        }

        var random = new Random(bits);
        for (var k = 0; k < 3; k++)
        {
            yield return BigFloat.FromRational(new Rational(random.NextInt64(1L << 60), 1L << 60) / 3, bits, RoundingMode.Down);
        }
    }
}
