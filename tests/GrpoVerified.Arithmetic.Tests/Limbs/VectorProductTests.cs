using System.Numerics;
using static GrpoVerified.Arithmetic.Tests.Limbs.LimbNumbers;

namespace GrpoVerified.Arithmetic.Tests.Limbs;

/// <summary>Products by transforms modulo three primes, beside BigInteger's (where the processor has the instructions; elsewhere the class is not used).</summary>
public sealed class VectorProductTests
{
    // Every truncated length up to 270 vectors and more: lengths of the product in steps below one vector of digits.
    [Fact]
    public void Products_of_every_length_agree_with_BigInteger()
    {
        if (!VectorProduct.IsSupported)
        {
            Assert.True(LimbProduct.TransformLimbs > 160);
            return;
        }

        var random = new Random(61);
        for (var total = 2; total <= 1400; total += total < 200 ? 1 : 5)
        {
            var m = random.Next(1, total);
            AssertProduct(Hard(random, total - m), Hard(random, m));
            AssertSquare(Hard(random, (total + 1) / 2));
        }
    }

    [Fact]
    public void Largest_digits_do_not_overflow()
    {
        if (!VectorProduct.IsSupported)
        {
            return;
        }

        foreach (var n in new[] { 1, 2, 5, 6, 11, 43, 86, 160, 333, 689, 1376, 2500, 9000 })
        {
            var a = new ulong[n];
            Array.Fill(a, ulong.MaxValue);
            AssertProduct(a, (ulong[])a.Clone());
            AssertSquare(a);
        }
    }

    [Theory]
    [InlineData(2000, 2000)]
    [InlineData(5313, 4000)]
    [InlineData(12000, 300)]
    public void Long_products_agree_with_BigInteger(int m, int n)
    {
        var random = new Random(62);
        var (a, b) = (Hard(random, m), Hard(random, n));
        var product = new ulong[m + n];
        LimbProduct.Multiply(product, a, b);
        Assert.Equal(Value(a) * Value(b), Value(product));
    }

    // The two transforms share no code but the cutting into limbs; the Goldilocks one is used without AVX2.
    [Fact]
    public void The_transforms_agree()
    {
        if (!VectorProduct.IsSupported)
        {
            return;
        }

        var random = new Random(63);
        foreach (var n in new[] { 20_000, 70_000 })
        {
            var (a, b) = (Hard(random, n), Random(random, n - 777));
            var (x, y) = (new ulong[a.Length + b.Length], new ulong[a.Length + b.Length]);
            VectorProduct.Multiply(x, a, b);
            Transform.Multiply(y, a, b);
            Assert.True(x.AsSpan().SequenceEqual(y));
        }
    }

    private static void AssertProduct(ulong[] a, ulong[] b)
    {
        var product = new ulong[a.Length + b.Length];
        VectorProduct.Multiply(product, a, b);
        Assert.Equal(Value(a) * Value(b), Value(product));
    }

    private static void AssertSquare(ulong[] a)
    {
        var square = new ulong[2 * a.Length];
        VectorProduct.Multiply(square, a, a);
        Assert.Equal(BigInteger.Pow(Value(a), 2), Value(square));
    }
}
