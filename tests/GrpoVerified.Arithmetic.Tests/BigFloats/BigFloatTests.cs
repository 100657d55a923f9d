using System.Numerics;

namespace GrpoVerified.Arithmetic.Tests.BigFloats;

public sealed class BigFloatTests
{
    private static readonly RoundingMode[] Modes =
        [RoundingMode.Nearest, RoundingMode.Down, RoundingMode.Up, RoundingMode.TowardZero, RoundingMode.AwayFromZero];

    [Fact]
    public void Rounded_operations_agree_with_exact_rationals()
    {
        var random = new Random(21);
        for (var i = 0; i < 4000; i++)
        {
            var a = Random(random);
            var b = Random(random);
            var precision = random.Next(2, 200);
            var mode = Modes[random.Next(Modes.Length)];
            var (x, y) = (a.ToRational(), b.ToRational());
            Assert.Equal(Rounded(x + y, precision, mode), BigFloat.Add(a, b, precision, mode).ToRational());
            Assert.Equal(Rounded(x - y, precision, mode), BigFloat.Subtract(a, b, precision, mode).ToRational());
            Assert.Equal(Rounded(x * y, precision, mode), BigFloat.Multiply(a, b, precision, mode).ToRational());
            Assert.Equal(x + y, (a + b).ToRational());
            Assert.Equal(x * y, (a * b).ToRational());
            Assert.Equal(x.CompareTo(y), a.CompareTo(b));
            if (!b.IsZero)
            {
                Assert.Equal(Rounded(x / y, precision, mode), BigFloat.Divide(a, b, precision, mode).ToRational());
                Assert.Equal(Rounded(x / y, precision, mode), BigFloat.FromRational(x / y, precision, mode).ToRational());
            }
        }
    }

    [Fact]
    public void Nearly_cancelling_differences_are_correctly_rounded()
    {
        var random = new Random(22);
        for (var i = 0; i < 2000; i++)
        {
            var a = Random(random);
            var tiny = Random(random).ScaleByPowerOfTwo(-random.Next(0, 900));
            var b = a + tiny;
            var precision = random.Next(2, 150);
            foreach (var mode in Modes)
            {
                Assert.Equal(Rounded(a.ToRational() - b.ToRational(), precision, mode), BigFloat.Subtract(a, b, precision, mode).ToRational());
                Assert.Equal(Rounded(a.ToRational() + tiny.ToRational(), precision, mode), BigFloat.Add(a, tiny, precision, mode).ToRational());
            }
        }
    }

    [Fact]
    public void Roots_are_correctly_rounded()
    {
        var random = new Random(23);
        for (var i = 0; i < 2000; i++)
        {
            var x = Random(random).Abs();
            if (random.Next(4) == 0)
            {
                x *= x;
            }

            var precision = random.Next(2, 200);
            if (x.IsZero)
            {
                continue;
            }

            var r = x.ToRational();
            var down = BigFloat.Sqrt(x, precision, RoundingMode.Down).ToRational();
            var up = BigFloat.Sqrt(x, precision, RoundingMode.Up).ToRational();
            Assert.True(down * down <= r && r <= up * up);
            Assert.True(down == up ? down * down == r : IsNextUp(down, up, precision));
            var nearest = BigFloat.Sqrt(x, precision).ToRational();
            var middle = (down + up) / 2;
            Assert.Equal(r == middle * middle ? nearest : r < middle * middle ? down : up, nearest);

            down = BigFloat.ReciprocalSqrt(x, precision, RoundingMode.Down).ToRational();
            up = BigFloat.ReciprocalSqrt(x, precision, RoundingMode.Up).ToRational();
            Assert.True(down * down * r <= Rational.One && Rational.One <= up * up * r);
            Assert.True(down == up ? down * down * r == Rational.One : IsNextUp(down, up, precision));
        }
    }

    [Fact]
    public void Doubles_convert_exactly_and_back()
    {
        foreach (var value in new[] { 0.0, 1, -1, 0.1, double.Epsilon, 3 * double.Epsilon, double.MaxValue, 2.2250738585072014E-308, -1e-310, 1e300 })
        {
            foreach (var mode in Modes)
            {
                Assert.Equal(value, BigFloat.FromDouble(value).ToDouble(mode));
            }
        }
    }

    [Fact]
    public void Conversion_to_double_rounds_as_the_decimal_parser_does()
    {
        var random = new Random(24);
        for (var i = 0; i < 3000; i++)
        {
            var x = Random(random).ScaleByPowerOfTwo(random.Next(-1150, 1150));
            if (i % 3 == 0)
            {
                // Exactly between two doubles, and just beside.
                var d = BitConverter.UInt64BitsToDouble((ulong)random.NextInt64(0x7FE0_0000_0000_0000));
                var next = Math.BitIncrement(d);
                x = (BigFloat.FromDouble(d) + BigFloat.FromDouble(next)).ScaleByPowerOfTwo(-1);
                x += BigFloat.PowerOfTwo(-1300) * BigFloat.FromInteger((i % 9 / 3) - 1);
            }

            var (mantissa, exponent) = x.ToIntegerAndExponent();
            var text = exponent >= 0
                ? (mantissa << (int)exponent).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : (mantissa * BigInteger.Pow(5, (int)-exponent)).ToString(System.Globalization.CultureInfo.InvariantCulture) + "e" + exponent.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), x.ToDouble());
            Assert.True(BigFloat.FromDouble(Math.Max(x.ToDouble(RoundingMode.Down), -double.MaxValue)) <= BigFloat.Max(x, BigFloat.FromDouble(-double.MaxValue)));
            Assert.True(BigFloat.FromDouble(Math.Min(x.ToDouble(RoundingMode.Up), double.MaxValue)) >= BigFloat.Min(x, BigFloat.FromDouble(double.MaxValue)));
        }
    }

    [Fact]
    public void Sums_of_terms_very_far_apart_round_without_memory()
    {
        var tiny = BigFloat.PowerOfTwo(-(1L << 60));
        Assert.Equal(BigFloat.One, BigFloat.Add(BigFloat.One, tiny, 64));
        Assert.Equal(BigFloat.One, BigFloat.Add(BigFloat.One, tiny, 64, RoundingMode.Down));
        Assert.True(BigFloat.Add(BigFloat.One, tiny, 64, RoundingMode.Up) > BigFloat.One);
        Assert.Equal(BigFloat.One, BigFloat.Subtract(BigFloat.One, tiny, 64));
        Assert.True(BigFloat.Subtract(BigFloat.One, tiny, 64, RoundingMode.Down) < BigFloat.One);
        Assert.Throws<OverflowException>(() => BigFloat.One + tiny);
        Assert.Equal(1, BigFloat.SignOfSum([BigFloat.One, -BigFloat.One, tiny, -tiny.ScaleByPowerOfTwo(-9)]));
        Assert.Equal(0, BigFloat.SignOfSum([BigFloat.One, tiny, -BigFloat.One, -tiny]));
    }

    [Fact]
    public void Exponents_beyond_the_range_are_refused()
    {
        var huge = BigFloat.PowerOfTwo(BigFloat.MaxExponent - 1);
        Assert.Throws<OverflowException>(() => huge * huge);
        Assert.Throws<OverflowException>(() => BigFloat.Divide(BigFloat.One, huge, 53).ScaleByPowerOfTwo(-10));
    }

    [Fact]
    public void Magnitude_operations_bound_the_exact_results()
    {
        var random = new Random(25);
        for (var i = 0; i < 5000; i++)
        {
            var x = Random(random);
            var y = Random(random);
            var (a, b) = (Magnitude.UpperBound(x), Magnitude.UpperBound(y));
            var (p, q) = (Value(a), Value(b));
            Assert.True(p >= x.ToRational().Abs() && Value(Magnitude.LowerBound(x)) <= x.ToRational().Abs());
            Assert.True(IsTight(p + q, Value(a + b)));
            Assert.True(IsTight(p * q, Value(a * b)));
            Assert.True(Value(Magnitude.MultiplyDown(a, b)) <= p * q);
            Assert.True(Value(Magnitude.SubtractDown(a, b)) <= Rational.Max(p - q, 0));
            Assert.True(Value(Magnitude.SubtractUp(a, b)) >= p - q);
            var root = Value(Magnitude.Sqrt(a));
            Assert.True(IsTight(p, root * root));
            if (!b.IsZero)
            {
                Assert.True(IsTight(p / q, Value(a / b)));
                var inverseRoot = Value(Magnitude.ReciprocalRoot(b));
                Assert.True(IsTight(1 / q, inverseRoot * inverseRoot));
            }

            Assert.Equal(p.CompareTo(q), a.CompareTo(b));
        }
    }

    [Fact]
    public void Magnitude_saturates_at_its_range()
    {
        var huge = Magnitude.PowerOfTwo(BigFloat.MaxExponent - 1);
        Assert.True((huge * huge).IsInfinite);
        Assert.False((Magnitude.One / huge / huge).IsZero);
        Assert.True((Magnitude.One / Magnitude.Zero).IsInfinite);
    }

    private static bool IsTight(Rational exact, Rational bound)
        => exact <= bound && bound <= exact * new Rational(536870913, 536870912);

    private static Rational Value(Magnitude m) => m.ToBigFloat().ToRational();

    private static bool IsNextUp(Rational down, Rational up, int precision)
        => Rounded((down + up) / 2, precision, RoundingMode.Down) == down && Rounded((down + up) / 2, precision, RoundingMode.Up) == up;

    private static BigFloat Random(Random random)
    {
        var bits = random.Next(1, 300);
        var n = BigInteger.One << bits;
        n = random.Next(4) switch
        {
            0 => n,
            1 => n - 1,
            2 => n + 1,
            _ => new BigInteger(random.NextInt64()) * random.NextInt64() % n,
        };
        return BigFloat.FromInteger(random.Next(2) == 0 ? n : -n).ScaleByPowerOfTwo(random.Next(-300, 100));
    }

    /// <summary>Rounding by integer division of fractions: the second algorithm.</summary>
    private static Rational Rounded(Rational x, int precision, RoundingMode mode)
    {
        if (x.IsZero)
        {
            return x;
        }

        var magnitude = x.Abs();
        var exponent = (int)(magnitude.Numerator.GetBitLength() - magnitude.Denominator.GetBitLength());
        if (Rational.Pow(2, exponent) > magnitude)
        {
            exponent--;
        }

        var unit = Rational.Pow(2, exponent + 1 - precision);
        var scaled = magnitude / unit;
        var floor = BigInteger.Divide(scaled.Numerator, scaled.Denominator);
        var rest = scaled - floor;
        var up = !rest.IsZero && mode switch
        {
            RoundingMode.Nearest => rest > new Rational(1, 2) || (rest == new Rational(1, 2) && !floor.IsEven),
            RoundingMode.Down => x.Sign < 0,
            RoundingMode.Up => x.Sign > 0,
            RoundingMode.AwayFromZero => true,
            _ => false,
        };
        var result = (up ? floor + 1 : floor) * unit;
        return x.Sign < 0 ? -result : result;
    }
}
