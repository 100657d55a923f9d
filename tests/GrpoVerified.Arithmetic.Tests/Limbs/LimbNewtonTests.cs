using System.Numerics;
using static GrpoVerified.Arithmetic.Tests.Limbs.LimbNumbers;

namespace GrpoVerified.Arithmetic.Tests.Limbs;

/// <summary>Newton's iterations stay within the error bounds of theorems LN1 to LN4, shown by exact products.</summary>
public sealed class LimbNewtonTests
{
    public static TheoryData<int, int> Lengths => new() { { 1, 40 }, { 41, 110 }, { 111, 200 }, { 201, 300 }, { 531, 534 }, { 1500, 1500 } };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverses_are_within_their_bound(int least, int most) => ForEach(least, most, 41, 1, (n, d, _, one) =>
    {
        var result = new ulong[n];
        LimbNewton.HalfInverse(result, d);

        // |w − B²ⁿ/(2d)| ≤ e.
        AssertBetween(one * one, x => 2 * Value(d) * x, Value(result), LimbNewton.InverseError);
    });

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Quotients_are_within_their_bound(int least, int most) => ForEach(Math.Max(2, least), most, 42, 1, (n, d, a, one) =>
    {
        var result = new ulong[n];
        LimbNewton.HalfQuotient(result, a, d);
        AssertBetween(one * Value(a), x => 2 * Value(d) * x, Value(result), LimbNewton.QuotientError);
    });

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_roots_are_within_their_bound(int least, int most) => ForEach(least, most, 43, 2, (n, d, _, one) =>
    {
        var result = new ulong[n];
        LimbNewton.HalfInverseRoot(result, d);
        AssertBetween(one * one * one, x => 4 * Value(d) * x * x, Value(result), LimbNewton.InverseError);
    });

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Roots_are_within_their_bound(int least, int most) => ForEach(Math.Max(2, least), most, 44, 2, (n, d, _, one) =>
    {
        var result = new ulong[n];
        LimbNewton.Root(result, d);
        AssertBetween(one * Value(d), x => x * x, Value(result), LimbNewton.RootError);
    });

    private static void ForEach(int least, int most, int seed, int freeBits, Action<int, ulong[], ulong[], BigInteger> check)
    {
        var random = new Random(seed + least);
        for (var n = least; n <= most; n++)
        {
            for (var i = 0; i < 6; i++)
            {
                // The divisor or radicand has at most freeBits − 1 leading zeros.
                var d = i == 0 ? Power(n, 0) : i == 1 ? Power(n, 1) : i == 2 ? Power(n, -1) : Hard(random, n);
                d[^1] |= 1UL << 63;
                if (freeBits == 2 && random.Next(2) == 0)
                {
                    LimbShift.Right(d, d, 1);
                }

                var a = i == 0 ? Power(n, -1) : Hard(random, n);
                a[^1] |= 1UL << 63;
                check(n, d, a, BigInteger.One << (64 * n));
            }
        }
    }

    // ½ + k ulp, modulo 1.
    private static ulong[] Power(int n, int k)
    {
        var limbs = new ulong[n];
        if (k < 0)
        {
            Array.Fill(limbs, ulong.MaxValue);
            return limbs;
        }

        limbs[^1] = 1UL << 63;
        limbs[0] |= k == 0 ? 0UL : 1UL;
        return limbs;
    }

    private static void AssertBetween(BigInteger target, Func<BigInteger, BigInteger> increasing, BigInteger x, int bound)
    {
        Assert.True(increasing(BigInteger.Max(x - bound, 0)) <= target);
        Assert.True(increasing(x + bound) >= target);
    }
}
