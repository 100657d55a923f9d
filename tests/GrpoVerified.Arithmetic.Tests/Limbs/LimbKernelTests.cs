using System.Numerics;
using static GrpoVerified.Arithmetic.Tests.Limbs.LimbNumbers;

namespace GrpoVerified.Arithmetic.Tests.Limbs;

public sealed class LimbKernelTests
{
    [Fact]
    public void Sums_and_differences_agree_with_BigInteger()
    {
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var a = Random(random, random.Next(1, 12));
            var b = Random(random, random.Next(1, a.Length + 1));
            var sum = new ulong[a.Length];
            var carry = LimbSum.Add(sum, a, b);
            Assert.Equal(Value(a) + Value(b), Value(sum) + ((BigInteger)carry << (64 * a.Length)));
            var difference = new ulong[a.Length];
            var borrow = LimbSum.Subtract(difference, a, b);
            Assert.Equal(Value(a) - Value(b), Value(difference) - ((BigInteger)borrow << (64 * a.Length)));
            Assert.Equal(Math.Sign(Value(a).CompareTo(Value(b))), LimbSum.Compare(a, b));
        }
    }

    [Fact]
    public void Placing_at_the_top_drops_exactly_the_bits_below()
    {
        var random = new Random(12);
        for (var i = 0; i < 5000; i++)
        {
            var a = Random(random, random.Next(1, 6));
            var target = new ulong[random.Next(1, 8)];
            var shift = random.Next(0, 600);
            var lost = LimbShift.PlaceAtTop(target, a, shift);
            var scaled = Value(a) << (64 * 8);
            var down = (64 * (8 + a.Length - target.Length)) + shift;
            Assert.Equal(scaled >> down, Value(target));
            Assert.Equal((Value(target) << down) != scaled, lost);
        }
    }

    [Theory]
    [InlineData(1, 60, 400)]
    [InlineData(10, 70, 400)]
    [InlineData(38, 130, 200)]
    [InlineData(390, 900, 12)]
    [InlineData(2000, 3000, 2)]
    public void Products_agree_with_BigInteger(int least, int most, int repetitions)
    {
        var random = new Random(13 + least);
        for (var i = 0; i < repetitions; i++)
        {
            var a = Random(random, random.Next(least, most));
            var b = Random(random, random.Next(least, most));
            var product = new ulong[a.Length + b.Length];
            LimbProduct.Multiply(product, a, b);
            Assert.Equal(Value(a) * Value(b), Value(product));
            var square = new ulong[2 * a.Length];
            LimbProduct.Square(square, a);
            Assert.Equal(Value(a) * Value(a), Value(square));
        }
    }

    [Fact]
    public void Products_of_the_largest_digits_do_not_overflow_their_columns()
    {
        foreach (var n in Enumerable.Range(1, DigitProduct.MaximumLimbs + 2))
        {
            var a = new ulong[n];
            a.AsSpan().Fill(ulong.MaxValue);
            foreach (var m in new[] { n, DigitProduct.MaximumLimbs, 1300 })
            {
                var b = new ulong[m];
                b.AsSpan().Fill(ulong.MaxValue);
                var product = new ulong[n + m];
                LimbProduct.Multiply(product, a, b);
                Assert.Equal(Value(a) * Value(b), Value(product));
            }
        }
    }

    [Fact]
    public void Product_of_a_long_and_a_short_factor_agrees_with_BigInteger()
    {
        var random = new Random(14);
        foreach (var (m, n) in new[] { (1000, 1), (1000, 41), (5000, 401), (300, 60) })
        {
            var a = Random(random, m);
            var b = Random(random, n);
            var product = new ulong[m + n];
            LimbProduct.Multiply(product, a, b);
            Assert.Equal(Value(a) * Value(b), Value(product));
        }
    }

    [Fact]
    public void Transform_survives_the_largest_digits()
    {
        foreach (var n in new[] { 400, 512, 1500 })
        {
            var a = new ulong[n];
            Array.Fill(a, ulong.MaxValue);
            var product = new ulong[2 * n];
            Transform.Multiply(product, a, (ulong[])a.Clone());
            Assert.Equal(Value(a) * Value(a), Value(product));

            // Every balanced digit at its extreme −2^(w−1).
            Array.Fill(a, 0x8080808080808080);
            Transform.Multiply(product, a, (ulong[])a.Clone());
            Assert.Equal(Value(a) * Value(a), Value(product));
        }
    }

    [Theory]
    [InlineData(1, 20, 1000)]
    [InlineData(30, 90, 200)]
    [InlineData(120, 400, 60)]
    [InlineData(800, 1500, 4)]
    public void Quotients_and_remainders_agree_with_BigInteger(int least, int most, int repetitions)
    {
        var random = new Random(15 + least);
        for (var i = 0; i < repetitions; i++)
        {
            var b = Random(random, random.Next(least, most));
            if (LimbSum.IsZero(b))
            {
                b[0] = 3;
            }

            var a = Random(random, random.Next(1, 2 * most));
            LimbDivision.DivRem(a, b, out var quotient, out var remainder);
            var expected = BigInteger.DivRem(Value(a), Value(b), out var rest);
            Assert.Equal(expected, Value(quotient));
            Assert.Equal(rest, Value(remainder));
        }
    }

    [Fact]
    public void Quotients_near_a_boundary_are_corrected()
    {
        var random = new Random(16);
        for (var i = 0; i < 60; i++)
        {
            var b = Value(Normalised(random, random.Next(120, 300)));
            var q = Value(Normalised(random, random.Next(120, 300)));
            foreach (var offset in new[] { -1, 0, 1 })
            {
                var a = (q * b) + offset;
                LimbDivision.DivRem(Limbs(a), Limbs(b), out var quotient, out var remainder);
                Assert.Equal(a / b, Value(quotient));
                Assert.Equal(a % b, Value(remainder));
            }
        }
    }

    [Fact]
    public void Reciprocal_error_is_within_its_theorem()
    {
        var random = new Random(17);
        foreach (var n in new[] { 1, 2, 5, 40, 41, 42, 79, 80, 81, 120, 200, 333, 500 })
        {
            for (var i = 0; i < 10; i++)
            {
                var d = Normalised(random, n);
                if (i == 0)
                {
                    Array.Fill(d, ulong.MaxValue);
                }
                else if (i == 1)
                {
                    Array.Clear(d);
                    d[^1] = 1UL << 63;
                }

                var x = LimbDivision.Reciprocal(d);
                var exact = (BigInteger.One << (128 * n)) / Value(d);
                Assert.True(BigInteger.Abs(Value(x) - exact) <= 8);
            }
        }
    }

    [Fact]
    public void Square_roots_are_floors_and_squares_are_recognised()
    {
        var random = new Random(18);
        foreach (var length in new[] { 1, 2, 3, 4, 5, 9, 33, 80, 301, 700 })
        {
            for (var i = 0; i < (length < 50 ? 200 : 4); i++)
            {
                var a = Value(Random(random, length));
                foreach (var n in new[] { a, a * a, (a * a) + 1, BigInteger.Max((a * a) - 1, 0) })
                {
                    var perfect = LimbRoot.Sqrt(Limbs(n), out var root);
                    var s = Value(root);
                    Assert.True(s * s <= n && (s + 1) * (s + 1) > n);
                    Assert.Equal(s * s == n, perfect);
                }
            }
        }
    }

    private static ulong[] Limbs(BigInteger n)
    {
        var bytes = n.ToByteArray(isUnsigned: true);
        var limbs = new ulong[(bytes.Length + 7) / 8];
        Buffer.BlockCopy(bytes, 0, limbs, 0, bytes.Length);
        return limbs;
    }
}
