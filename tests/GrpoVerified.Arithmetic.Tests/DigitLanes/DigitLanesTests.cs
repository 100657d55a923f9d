using System.Numerics;
using System.Runtime.Intrinsics;
using Kernel = GrpoVerified.Arithmetic.DigitLanes;
using Word4 = System.Runtime.Intrinsics.Vector256<ulong>;

namespace GrpoVerified.Arithmetic.Tests.DigitLanes;

/// <summary>Every kernel in lanes against exact integers or balls of twice the precision, each lane with a number of its own, within its proved bound.</summary>
public sealed class DigitLanesTests
{
    private const int Rounds = 1000;
    private const int Width = Kernel.Width;

    [Fact]
    public void Kernels_of_five_digits_stay_within_their_bounds() => All<FiveDigits>();

    [Fact]
    public void Kernels_of_seven_digits_stay_within_their_bounds() => All<SevenDigits>();

    [Fact]
    public void Kernels_of_thirteen_digits_stay_within_their_bounds() => All<ThirteenDigits>();

    [Fact]
    public void A_root_that_no_seed_is_close_to_is_refused()
    {
        if (!Kernel.IsSupported)
        {
            return;
        }

        // x = 0 in one lane, x = 1/2 in the others.
        var half = BigInteger.One << ((Width * 5) - 1);
        var x = Lanes<FiveDigits>([half, BigInteger.Zero, half, half]);
        var (y, scratch) = (new Word4[5], new Word4[DigitLanesInverse<FiveDigits>.Scratch]);
        var refused = DigitLanesInverse<FiveDigits>.ReciprocalRoot(ref x[0], ref y[0], ref scratch[0]);
        Assert.Equal([true, false, true, true], Enumerable.Range(0, 4).Select(i => refused[i] == 0));
    }

    private static void All<T>()
        where T : struct, IDigitWidth
    {
        if (!Kernel.IsSupported)
        {
            return;
        }

        Products_are_too_small_by_less_than_n_ulp<T>();
        Shifts_agree_with_integers<T>();
        Roots_and_reciprocals_stay_within_their_bounds<T>();
        Exponentials_stay_within_their_bounds<T>();
    }

    private static void Products_are_too_small_by_less_than_n_ulp<T>()
        where T : struct, IDigitWidth
    {
        var random = new Random(1);
        var bits = Width * T.Digits;
        for (var round = 0; round < Rounds; round++)
        {
            var (a, b, c) = (Four(() => Corner(random, bits)), Four(() => Corner(random, bits)), Four(() => Corner(random, bits)));
            var (x, y, z, r) = (Lanes<T>(a), Lanes<T>(b), Lanes<T>(c), new Word4[T.Digits]);
            T.Multiply(ref r[0], ref x[0], ref y[0]);
            Below(i => a[i] * b[i], Numbers<T>(r), T.Digits, bits);
            T.MultiplyAdd(ref r[0], ref x[0], ref y[0], ref z[0]);
            Below(i => (a[i] * b[i]) + (c[i] << bits), Numbers<T>(r), T.Digits, bits);
            T.Square(ref r[0], ref x[0]);
            Below(i => a[i] * a[i], Numbers<T>(r), T.Digits, bits);

            // Over its own factor, and a factor with an integer part.
            x[T.Digits - 1] += Vector256.Create(1UL << Width);
            T.Multiply(ref x[0], ref x[0], ref y[0]);
            Below(i => (a[i] + (BigInteger.One << bits)) * b[i], Numbers<T>(x), T.Digits, bits);
        }
    }

    private static void Shifts_agree_with_integers<T>()
        where T : struct, IDigitWidth
    {
        var random = new Random(2);
        var bits = Width * T.Digits;
        for (var round = 0; round < Rounds; round++)
        {
            var a = Four(() => Corner(random, bits) + (random.Next(2) * (BigInteger.One << bits)));
            var count = Enumerable.Range(0, 4).Select(_ => random.Next(29)).ToArray();
            var x = Lanes<T>(a);
            Kernel.ShiftLeft(ref x[0], Counts(count), T.Digits);
            Assert.Equal(Enumerable.Range(0, 4).Select(i => a[i] << count[i]), Numbers<T>(x));
            count = [.. Enumerable.Range(0, 4).Select(_ => random.Next(bits + 20))];
            x = Lanes<T>(a);
            Kernel.ShiftRight(ref x[0], Counts(count), T.Digits);
            Assert.Equal(Enumerable.Range(0, 4).Select(i => a[i] >> count[i]), Numbers<T>(x));
        }
    }

    private static void Roots_and_reciprocals_stay_within_their_bounds<T>()
        where T : struct, IDigitWidth
    {
        var random = new Random(3);
        var bits = Width * T.Digits;
        var one = BigInteger.One << bits;
        var (y, scratch) = (new Word4[T.Digits], new Word4[DigitLanesInverse<T>.Scratch]);
        for (var round = 0; round < Rounds; round++)
        {
            var a = Four(() => BigInteger.Min((Corner(random, bits) >> 2) + (random.Next(1, 4) * (one >> 2)), one - 1));
            var x = Lanes<T>(a);
            Assert.Equal(Word4.Zero, DigitLanesInverse<T>.ReciprocalRoot(ref x[0], ref y[0], ref scratch[0]));
            Near<T>(i => Ball.ReciprocalSqrt(Scaled(a[i], bits)), y, T.RootError);

            a = Four(() => one + (random.Next(10) == 0 ? one : Corner(random, bits)));
            x = Lanes<T>(a);
            Assert.Equal(Word4.Zero, DigitLanesInverse<T>.Reciprocal(ref x[0], ref y[0], ref scratch[0]));
            Near<T>(i => Ball.One / Scaled(a[i], bits), y, T.InverseError);
        }
    }

    private static void Exponentials_stay_within_their_bounds<T>()
        where T : struct, IDigitWidth
    {
        var random = new Random(4);
        var bits = Width * T.Digits;
        var largest = (BigInteger)178 << (bits - 8);
        var (y, scratch) = (new Word4[T.Digits], new Word4[DigitLanesExp<T>.Scratch]);
        for (var round = 0; round < Rounds; round++)
        {
            var a = Four(() => Corner(random, bits) % largest);
            var x = Lanes<T>(a);
            DigitLanesExp<T>.Evaluate(ref x[0], ref y[0], ref scratch[0]);
            Near<T>(i => Ball.Exp(Scaled(a[i], bits)), y, T.ExpError);
        }

        var log2 = DigitLanesExp<T>.Log2.Reverse().Aggregate(BigInteger.Zero, (sum, digit) => (sum << Width) + digit);
        Assert.InRange(Distance(Ball.Log(Ball.FromInteger(2).WithPrecision(2 * bits)), log2, bits), 0, Math.ScaleB(2, -bits));
    }

    private static BigInteger[] Four(Func<BigInteger> make) => [make(), make(), make(), make()];

    private static Word4 Counts(int[] count) => Vector256.Create((ulong)count[0], (ulong)count[1], (ulong)count[2], (ulong)count[3]);

    private static Word4[] Lanes<T>(BigInteger[] numbers)
        where T : struct, IDigitWidth
    {
        ulong Digit(int i, BigInteger a) => (ulong)(i == T.Digits - 1 ? a >> (Width * i) : (a >> (Width * i)) & ((1 << Width) - 1));
        return [.. Enumerable.Range(0, T.Digits).Select(i => Vector256.Create(Digit(i, numbers[0]), Digit(i, numbers[1]), Digit(i, numbers[2]), Digit(i, numbers[3])))];
    }

    private static BigInteger[] Numbers<T>(Word4[] digits)
        where T : struct, IDigitWidth
        => [.. Enumerable.Range(0, 4).Select(lane => Enumerable.Range(0, T.Digits).Aggregate(BigInteger.Zero, (sum, i) => sum + ((BigInteger)digits[i][lane] << (Width * i))))];

    private static void Below(Func<int, BigInteger> exact, BigInteger[] computed, int bound, int bits)
    {
        for (var i = 0; i < 4; i++)
        {
            var difference = exact(i) - (computed[i] << bits);
            Assert.True(difference.Sign >= 0 && difference < (BigInteger)bound << bits, $"lane {i} is not below the exact product by less than {bound} ulp");
        }
    }

    private static void Near<T>(Func<int, Ball> exact, Word4[] computed, int bound)
        where T : struct, IDigitWidth
    {
        var bits = Width * T.Digits;
        var numbers = Numbers<T>(computed);
        for (var i = 0; i < 4; i++)
        {
            var distance = Distance(exact(i), numbers[i], bits);
            Assert.True(distance <= Math.ScaleB(bound, -bits), $"{T.Digits} digits, lane {i}: {distance:e3} from the exact value, more than {bound} ulp");
        }
    }

    private static double Distance(Ball exact, BigInteger ulps, int bits) => Ball.Abs(exact - Scaled(ulps, bits)).UpperBound(60).ToDouble(RoundingMode.Up);

    private static Ball Scaled(BigInteger ulps, int bits) => Ball.FromBigFloat(BigFloat.FromInteger(ulps).ScaleByPowerOfTwo(-bits), 2 * bits);

    // Random digits with runs of zeros and ones, powers of two and their neighbours.
    private static BigInteger Corner(Random random, int bits)
    {
        var power = BigInteger.One << random.Next(bits);
        return random.Next(6) switch
        {
            0 => power,
            1 => power - 1,
            2 => (BigInteger.One << bits) - power,
            _ => Enumerable.Range(0, bits / Width).Aggregate(BigInteger.Zero, (sum, _) => (sum << Width) + (random.Next(4) switch { 0 => 0, 1 => (1 << Width) - 1, _ => random.Next(1 << Width) })),
        };
    }
}
