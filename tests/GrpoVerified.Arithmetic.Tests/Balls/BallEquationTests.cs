using static GrpoVerified.Arithmetic.Tests.Balls.BallNumbers;

namespace GrpoVerified.Arithmetic.Tests.Balls;

public sealed class BallEquationTests
{
    public static TheoryData<int> Precisions => new(2, 17, 53, 64, 128, 333, 1000, 3100, 8000);

    [Theory]
    [MemberData(nameof(Precisions))]
    public void Functional_equations_hold_on_enclosures(int precision)
    {
        var random = new Random(35 + precision);
        for (var i = 0; i < (precision > 2000 ? 5 : 150); i++)
        {
            var x = Ball.FromRational(Value(random) * Rational.Pow(2, -random.Next(80)), precision);
            var y = Ball.FromRational(Value(random) * Rational.Pow(2, -random.Next(80)), precision);
            var a = Ball.Abs(x) + Ball.FromRational(new Rational(1, 1000), precision);
            Overlaps(Ball.Exp(x + y), Ball.Exp(x) * Ball.Exp(y));
            Overlaps(Ball.Exp(x) - Ball.One, Ball.Expm1(x));
            Overlaps(Ball.Log(Ball.Exp(x)), x);
            Overlaps(Ball.Exp(Ball.Log(a)), a);
            Overlaps(Ball.Log1p(a), Ball.Log(Ball.One + a));
            Overlaps(Ball.Log(a * a), Ball.Log(a) + Ball.Log(a));
            Overlaps(Ball.Square(Ball.Cosh(x)) - Ball.Square(Ball.Sinh(x)), Ball.One);
            Overlaps(Ball.Cosh(x) + Ball.Sinh(x), Ball.Exp(x));
            Overlaps(Ball.Asinh(Ball.Sinh(x)), x);
            Overlaps(Ball.Logistic(x) + Ball.Logistic(-x), Ball.One);
            Overlaps(Ball.Logistic(x) / Ball.Logistic(-x), Ball.Exp(x));
            Overlaps(Ball.Square(Ball.Sin(x)) + Ball.Square(Ball.Cos(x)), Ball.One);
            Overlaps(Ball.Sin(x + y), (Ball.Sin(x) * Ball.Cos(y)) + (Ball.Cos(x) * Ball.Sin(y)));
            Overlaps(Ball.Atan(a) + Ball.Atan(Ball.One / a), Ball.Pi(precision) / Ball.FromInteger(2));
            Overlaps(Ball.Sqrt(a) * Ball.ReciprocalSqrt(a), Ball.One);
            var t = (Ball.Exp(x) - Ball.One) / (Ball.Exp(x) + Ball.One);
            Overlaps(Ball.Atanh(t) * Ball.FromInteger(2), x);
        }
    }

    [Fact]
    public void Series_and_bit_burst_agree_where_both_apply()
    {
        var random = new Random(36);
        foreach (var bits in new[] { 200, 1000, 5000, 20_000, 40_000 })
        {
            for (var i = 0; i < 4; i++)
            {
                var x = BigFloat.FromRational(new Rational(random.NextInt64(1L << 60), 1L << 60) * new Rational(1, 3), bits, RoundingMode.Down)
                    .ScaleByPowerOfTwo(-random.Next(3) * random.Next(bits / 2));
                var (a, ea) = ExpSeries.Evaluate(x, bits);
                var (b, eb) = ExpBitBurst.Evaluate(x, bits);
                Overlaps(Ball.FromMidpointRadius(a, ea, bits + 64), Ball.FromMidpointRadius(b, eb, bits + 64));
                Assert.True(ea.Exponent < -bits && eb.Exponent < -bits + 2);
            }
        }
    }

    [Fact]
    public void Constants_agree_with_each_other_at_many_precisions()
    {
        foreach (var precision in new[] { 2, 53, 100, 1000, 10_000, 100_000 })
        {
            Overlaps(Ball.Log(Ball.FromInteger(2).WithPrecision(precision)), Ball.Log2(precision));
            Assert.True(Ball.Pi(precision).RelativeAccuracyBits >= precision - 2);
            Assert.True(Ball.Log2(precision).RelativeAccuracyBits >= precision - 2);
        }

        // Machin: π/4 = 4 atan(1/5) − atan(1/239), another series.
        var fifth = Ball.FromInteger(1).WithPrecision(3000) / Ball.FromInteger(5);
        var small = Ball.FromInteger(1).WithPrecision(3000) / Ball.FromInteger(239);
        Overlaps(Ball.FromInteger(16) * Ball.Atan(fifth), Ball.Pi(3000) + (Ball.FromInteger(4) * Ball.Atan(small)));
    }

    private static void Overlaps(Ball a, Ball b) => Assert.True(Ball.Overlap(a, b), $"{a} and {b} are disjoint");
}
