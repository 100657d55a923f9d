using System.Numerics;
using static GrpoVerified.Arithmetic.Tests.Limbs.LimbNumbers;

namespace GrpoVerified.Arithmetic.Tests.Limbs;

/// <summary>Products of which only some limbs are formed, beside BigInteger's: theorem LP2.</summary>
public sealed class LimbMiddleTests
{
    [Fact]
    public void Limbs_of_a_product_from_any_limb_on_lack_at_most_one_unit()
    {
        var random = new Random(31);
        foreach (var n in Enumerable.Range(1, 300))
        {
            var a = Hard(random, n);
            foreach (var m in new[] { n, random.Next(1, 300), random.Next(1, 1 + (n / 2) + 1) })
            {
                var b = Hard(random, m);
                var exact = Value(a) * Value(b);
                foreach (var start in new[] { 0, m, random.Next(n + m), n + m - 1 })
                {
                    foreach (var length in new[] { n + m - start, random.Next(1, n + m - start + 1) })
                    {
                        var part = new ulong[length];
                        LimbProduct.Middle(part, a, b, start);
                        AssertLacks(exact, part, start);
                    }
                }
            }
        }
    }

    [Fact]
    public void Limbs_of_a_square_from_any_limb_on_lack_at_most_one_unit()
    {
        var random = new Random(32);
        foreach (var n in Enumerable.Range(1, 300))
        {
            var a = Hard(random, n);
            var exact = Value(a) * Value(a);
            var square = new ulong[2 * n];
            LimbProduct.Square(square, a);
            Assert.Equal(exact, Value(square));
            foreach (var start in new[] { 0, 1, n, random.Next(2 * n), (2 * n) - 1 })
            {
                foreach (var length in new[] { (2 * n) - start, random.Next(1, (2 * n) - start + 1) })
                {
                    var part = new ulong[length];
                    LimbProduct.MiddleOfSquare(part, a, start);
                    AssertLacks(exact, part, start);
                }
            }
        }
    }

    // The largest columns, which must not overflow, and carries through the whole number from the limbs left out.
    [Fact]
    public void Limbs_of_the_square_of_all_ones_lack_at_most_one_unit()
    {
        foreach (var n in Enumerable.Range(1, 130))
        {
            var a = new ulong[n];
            Array.Fill(a, ulong.MaxValue);
            var exact = Value(a) * Value(a);
            foreach (var start in Enumerable.Range(0, 2 * n))
            {
                var part = new ulong[(2 * n) - start];
                LimbProduct.MiddleOfSquare(part, a, start);
                AssertLacks(exact, part, start);
                LimbProduct.Middle(part, a, (ulong[])a.Clone(), start);
                AssertLacks(exact, part, start);
            }
        }
    }

    private static void AssertLacks(BigInteger exact, ulong[] part, int start)
    {
        var modulus = BigInteger.One << (64 * part.Length);
        var lacking = ((exact >> (64 * start)) - Value(part)) & (modulus - 1);
        Assert.True(lacking <= (start == 0 ? 0 : 1), $"limbs from {start} on lack {lacking}");
    }
}
