using System.Numerics;
using Kernel = GrpoVerified.Arithmetic.FixedWidth;

namespace GrpoVerified.Arithmetic.Tests.FixedWidth;

/// <summary>Every kernel against exact integers or balls of twice the precision, on corners and at random, within its proved bound.</summary>
public sealed class FixedWidthKernelTests
{
    private const int Points = 4000;

    [Fact]
    public void Products_of_five_limbs_are_too_small_by_less_than_nine_ulp()
    {
        var random = new Random(3);
        for (var i = 0; i < Points; i++)
        {
            var (a, b) = (Corner(random, 5), Corner(random, 5));
            var (x, y) = (Five(a), Five(b));
            Fixed5.Multiply(in x, in y, out var r);
            AssertBelow((a * b) - (Five(r) << 320), 9, 5);
        }
    }

    [Fact]
    public void Kernels_of_three_limbs_stay_within_their_bounds() => All<Fixed3>();

    [Fact]
    public void Kernels_of_four_limbs_stay_within_their_bounds() => All<Fixed4>();

    [Fact]
    public void Kernels_of_six_limbs_stay_within_their_bounds() => All<Fixed6>();

    [Fact]
    public void Instructions_that_are_switched_off_are_off()
    {
        var off = new[] { "DOTNET_EnableHWIntrinsic", "DOTNET_EnableAVX2" }.Where(v => Environment.GetEnvironmentVariable(v) is "0").ToList();
        Assert.True(off.Count == 0 || !System.Runtime.Intrinsics.X86.Avx2.IsSupported, $"{string.Join(", ", off)} is 0 and AVX2 is reported as supported");
        Assert.True(!off.Contains("DOTNET_EnableHWIntrinsic") || !System.Runtime.Intrinsics.X86.Bmi2.X64.IsSupported, "DOTNET_EnableHWIntrinsic is 0 and BMI2 is reported as supported");
    }

    private static void All<T>()
        where T : struct, IFixedWidth<T>
    {
        Exact_operations_agree_with_BigInteger<T>();
        Products_are_too_small_by_less_than_their_bound<T>();
        Roots_and_inverses_stay_within_their_bounds<T>();
        Tables_and_constants_agree_with_balls<T>();
        Exponentials_stay_within_their_bounds<T>();
    }

    private static void Exact_operations_agree_with_BigInteger<T>()
        where T : struct, IFixedWidth<T>
    {
        var random = new Random(1);
        var bits = 64 * T.Limbs;
        var one = BigInteger.One << bits;
        for (var i = 0; i < Points; i++)
        {
            var (a, b) = (Corner(random, T.Limbs), Corner(random, T.Limbs));
            var (x, y) = (Kernel.FromScaled<T>(a), Kernel.FromScaled<T>(b));
            var k = random.Next(64);
            var word = (ulong)random.NextInt64();
            var carry = T.Add(in x, in y, out var r);
            Assert.Equal(a + b, Kernel.ToScaled(r) + (carry * one));
            carry = T.Subtract(in x, in y, out r);
            Assert.Equal(a - b, Kernel.ToScaled(r) - (carry * one));
            carry = T.ShiftLeft(in x, k, out r);
            Assert.Equal(a << k, Kernel.ToScaled(r) + (carry * one));
            T.ShiftRight(in x, k, out r);
            Assert.Equal(a >> k, Kernel.ToScaled(r));
            carry = T.MultiplyWord(in x, word, out r);
            Assert.Equal(a * word, Kernel.ToScaled(r) + (carry * one));
            r = x;
            T.DropLimb(ref r);
            Assert.Equal(a >> 64, Kernel.ToScaled(r));
            Assert.Equal(a >> (bits - 64), T.Top(in x));
        }
    }

    private static void Products_are_too_small_by_less_than_their_bound<T>()
        where T : struct, IFixedWidth<T>
    {
        var random = new Random(2);
        var bits = 64 * T.Limbs;
        for (var i = 0; i < 4 * Points; i++)
        {
            var (a, b) = (Corner(random, T.Limbs), Corner(random, T.Limbs));
            var (x, y) = (Kernel.FromScaled<T>(a), Kernel.FromScaled<T>(b));
            T.Multiply(in x, in y, out var r);
            AssertBelow((a * b) - (Kernel.ToScaled(r) << bits), (2 * T.Limbs) - 1, T.Limbs);
            T.Square(in x, out r);
            AssertBelow((a * a) - (Kernel.ToScaled(r) << bits), (2 * T.Limbs) - 1, T.Limbs);
        }
    }

    private static void Roots_and_inverses_stay_within_their_bounds<T>()
        where T : struct, IFixedWidth<T>
    {
        var random = new Random(4);
        var bits = 64 * T.Limbs;
        var one = BigInteger.One << bits;
        for (var i = 0; i < 2 * Points; i++)
        {
            var a = Corner(random, T.Limbs);
            a = (a >> 2) + (one >> 2) + (random.Next(3) * (one >> 2));
            a = BigInteger.Min(BigInteger.Max(a, one >> 2), one - 1);
            var x = Kernel.FromScaled<T>(a);
            Assert.True(T.TryHalfReciprocalSqrt(in x, out var y));
            var exact = Ball.ReciprocalSqrt(Scaled(a << 2, bits));
            AssertNear(exact, y, FixedConstants<T>.RootError);

            a = BigInteger.Min((a >> 2) + (one >> 2), one >> 1);
            x = Kernel.FromScaled<T>(a);
            Assert.True(T.TryQuarterInverse(in x, out y));
            AssertNear(Ball.One / Scaled(a << 2, bits), y, FixedConstants<T>.InverseError);
        }
    }

    private static void Tables_and_constants_agree_with_balls<T>()
        where T : struct, IFixedWidth<T>
    {
        var bits = 64 * T.Limbs;
        var ulp = Math.ScaleB(1, -bits);
        AssertNear(Ball.Log(Scaled((BigInteger)2 << bits, bits)), FixedConstants<T>.Log2, 2 * ulp);
        for (var step = 1; step <= T.TableSteps; step++)
        {
            var table = FixedExp<T>.Step(step);
            for (var i = 0; i < table.Length; i++)
            {
                var argument = Scaled((BigInteger)i << (bits - (8 * step)), bits);
                var exact = step == 1 ? Ball.Exp(argument) / Ball.FromInteger(4) : Ball.Expm1(argument);
                AssertNear(exact, table[i], 2 * ulp);
            }
        }
    }

    private static void Exponentials_stay_within_their_bounds<T>()
        where T : struct, IFixedWidth<T>
    {
        var random = new Random(5);
        var bits = 64 * T.Limbs;
        var largest = Kernel.ToScaled(FixedConstants<T>.Log2) + (BigInteger.One << (bits - 19));
        for (var i = 0; i < Points; i++)
        {
            var a = BigInteger.Remainder(Corner(random, T.Limbs), largest);
            var x = Kernel.FromScaled<T>(a);
            FixedExp<T>.Quartered(in x, out var y);
            AssertNear(Ball.Exp(Scaled(a, bits)) / Ball.FromInteger(4), y, FixedConstants<T>.ExpError);
            var r = Kernel.FromScaled<T>(a >> (8 * T.TableSteps));
            T.ExpMinusOne(in r, out y);
            AssertNear(Ball.Expm1(Scaled(a >> (8 * T.TableSteps), bits)), y, T.SeriesError * FixedConstants<T>.Ulp);
        }
    }

    // Random limbs, with runs of zeros and ones and neighbours of powers of two among them.
    private static BigInteger Corner(Random random, int limbs)
    {
        var bits = 64 * limbs;
        var power = BigInteger.One << random.Next(bits);
        switch (random.Next(6))
        {
            case 0: return power;
            case 1: return power - 1;
            case 2: return (BigInteger.One << bits) - power;
            default:
                var result = BigInteger.Zero;
                for (var i = 0; i < limbs; i++)
                {
                    var limb = random.Next(4) switch { 0 => 0UL, 1 => ulong.MaxValue, _ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) };
                    result = (result << 64) | limb;
                }

                return result;
        }
    }

    // 0 ≤ difference < bound ulp, the difference in units of ulp².
    private static void AssertBelow(BigInteger difference, int bound, int limbs)
    {
        Assert.True(difference.Sign >= 0, "a truncated product is above the exact one");
        Assert.True(difference < (BigInteger)bound << (64 * limbs), $"a truncated product of {limbs} limbs is too small by {bound} ulp or more");
    }

    private static Ball Scaled(BigInteger ulps, int bits) => Ball.FromBigFloat(BigFloat.FromInteger(ulps).ScaleByPowerOfTwo(-bits), 2 * bits);

    private static void AssertNear<T>(Ball exact, in T value, double bound)
        where T : struct, IFixedWidth<T>
    {
        var distance = Ball.Abs(exact - Scaled(Kernel.ToScaled(value), 64 * T.Limbs)).UpperBound(60).ToDouble(RoundingMode.Up);
        Assert.True(distance <= bound, $"{T.Limbs} limbs: {exact} is {distance:e3} from {Kernel.ToScaled(value):x}, more than {bound:e3}");
    }

    private static Fixed5 Five(BigInteger a)
        => new() { L0 = Word64(a, 0), L1 = Word64(a, 1), L2 = Word64(a, 2), L3 = Word64(a, 3), L4 = Word64(a, 4) };

    private static BigInteger Five(in Fixed5 a) => ((((((((BigInteger)a.L4 << 64) | a.L3) << 64) | a.L2) << 64) | a.L1) << 64) | a.L0;

    private static ulong Word64(BigInteger a, int i) => (ulong)((a >> (64 * i)) & ulong.MaxValue);
}
