using GrpoVerified.Arithmetic.Kernels;

namespace GrpoVerified.Arithmetic.Tests.Intervals;

/// <summary>The constants of the interval kernels, recomputed by exact arithmetic or by balls of 300 bits.</summary>
public sealed class IntervalTableTests
{
    [Fact]
    public void Powers_of_two_in_the_exponential_table_are_right_to_106_bits()
    {
        for (var j = 0; j < 64; j++)
        {
            // (2^(j/64))^64 = 2^j, so a relative error e of the pair shows as 64 e.
            var pair = Exactly(ExpTable.Pairs[2 * j]) + Exactly(ExpTable.Pairs[(2 * j) + 1]);
            var error = (Rational.Pow(pair, 64) / Rational.Pow(2, j)) - Rational.One;
            Assert.True(error.Abs() <= 64 * Rational.Pow(2, -106), $"entry {j} is off by {error.ToDouble() / 64:R}");
        }
    }

    [Fact]
    public void Logarithm_table_is_right_to_107_bits_and_reduces_every_mantissa_below_one_128th()
    {
        var limit = Rational.Pow(2, -7);
        for (var i = 0; i < 128; i++)
        {
            var c = new Rational(LogTable.Reciprocals[i], 512);
            AssertNear(-Ball.Log(Ball.FromRational(c, 300)), LogTable.Pairs[2 * i], LogTable.Pairs[(2 * i) + 1], -107);
            var (low, high) = (new Rational(128 + i, 128), new Rational(129 + i, 128));
            Assert.True(((low * c) - 1).Abs() <= limit && ((high * c) - 1).Abs() <= limit, $"part {i} is reduced too little");
        }

        Assert.Equal((512, 256), (LogTable.Reciprocals[0], LogTable.Reciprocals[127]));
    }

    [Fact]
    public void Constants_of_the_argument_reductions_are_right()
    {
        AssertNear(Ball.Log2(300), LogKernel.Ln2High, LogKernel.Ln2Low, -108);
        AssertNear(Ball.Log2(300) / Ball.FromInteger(64), ExpKernel.Step1, ExpKernel.Step2, -98);
        AssertNear(Ball.FromInteger(64) / Ball.Log2(300), ExpKernel.StepsPerUnit, 0, -46);

        // Products of Step1 with integers of 17 bits are exact.
        Assert.True((Exactly(ExpKernel.Step1) * Rational.Pow(2, 42)).IsInteger && ExpKernel.Step1 < Math.ScaleB(1, -6));
    }

    private static Rational Exactly(double x) => Rational.FromDouble(x);

    private static void AssertNear(Ball exact, double high, double low, int bits)
    {
        var difference = exact - Ball.FromRational(Exactly(high) + Exactly(low), 300);
        Assert.True(difference.AbsUpper <= Magnitude.PowerOfTwo(bits), $"{high:R} + {low:R} is off by {difference}");
    }
}
