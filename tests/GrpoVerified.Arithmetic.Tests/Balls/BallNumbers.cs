using System.Numerics;

namespace GrpoVerified.Arithmetic.Tests.Balls;

/// <summary>Corner-biased exact rationals and balls that contain them.</summary>
internal static class BallNumbers
{
    /// <summary>The functions of one argument, by name.</summary>
    public static readonly (string Name, Func<Ball, Ball> Function)[] Functions =
    [
        ("negate", x => -x),
        ("square", Ball.Square),
        ("reciprocal", x => Ball.One / x),
        ("sqrt", Ball.Sqrt),
        ("rsqrt", Ball.ReciprocalSqrt),
        ("exp", Ball.Exp),
        ("expm1", Ball.Expm1),
        ("log", Ball.Log),
        ("log1p", Ball.Log1p),
        ("sinh", Ball.Sinh),
        ("cosh", Ball.Cosh),
        ("asinh", Ball.Asinh),
        ("atanh", Ball.Atanh),
        ("logistic", Ball.Logistic),
        ("sin", Ball.Sin),
        ("cos", Ball.Cos),
        ("atan", Ball.Atan),
        ("abs", Ball.Abs),
        ("cube", x => Ball.Pow(x, 3)),
    ];

    /// <summary>Zero, one, tiny, huge, unbounded; exact and not; every kind of radius.</summary>
    public static IEnumerable<Ball> Corners(int precision)
    {
        BigFloat[] midpoints =
        [
            BigFloat.Zero, BigFloat.One, -BigFloat.One, BigFloat.PowerOfTwo(-1), BigFloat.FromInteger(3),
            BigFloat.One - BigFloat.PowerOfTwo(-200), -BigFloat.One + BigFloat.PowerOfTwo(-200), BigFloat.One + BigFloat.PowerOfTwo(-300),
            BigFloat.PowerOfTwo(-5000), -BigFloat.PowerOfTwo(5000), BigFloat.FromInteger(-30), BigFloat.FromInteger(700),
            BigFloat.PowerOfTwo(61), -BigFloat.PowerOfTwo(61), BigFloat.PowerOfTwo(60), BigFloat.PowerOfTwo(200),
            BigFloat.PowerOfTwo(BigFloat.MaxExponent - 1), -BigFloat.PowerOfTwo(-BigFloat.MaxExponent),
            BigFloat.PowerOfTwo(BigFloat.MaxExponent / 2), BigFloat.PowerOfTwo(-BigFloat.MaxExponent / 2),
        ];
        foreach (var m in midpoints)
        {
            yield return Ball.FromBigFloat(m);
            yield return Ball.FromBigFloat(m, precision);
            foreach (var shift in new long[] { -400, -60, -10, -3, -1, 0, 1, 4 })
            {
                var size = m.IsZero ? shift : Math.Clamp(m.Exponent + shift, -BigFloat.MaxExponent, BigFloat.MaxExponent - 1);
                yield return Ball.FromMidpointRadius(m, Magnitude.PowerOfTwo(size), precision);
            }
        }

        yield return Ball.WholeLine;
        yield return Ball.WholeLine.WithPrecision(precision);
        yield return Ball.FromMidpointRadius(BigFloat.One, Magnitude.PowerOfTwo(BigFloat.MaxExponent - 1), precision);
        yield return Ball.FromMidpointRadius(BigFloat.One, Magnitude.PowerOfTwo(-BigFloat.MaxExponent), precision);
    }

    public static Rational Value(Random random)
    {
        var bits = random.Next(1, 90);
        var numerator = new BigInteger(random.NextInt64()) * random.NextInt64() % (BigInteger.One << bits);
        var denominator = random.Next(3) == 0 ? BigInteger.One << random.Next(80) : 1 + (new BigInteger(random.NextInt64()) * random.NextInt64() % (BigInteger.One << random.Next(1, 90)));
        var value = new Rational(numerator, denominator);
        return random.Next(2) == 0 ? value : -value;
    }

    /// <summary>A ball that contains the value, not always in its middle.</summary>
    public static Ball Around(Random random, Rational value, int precision)
    {
        var ball = Ball.FromRational(value, precision);
        if (random.Next(2) == 0)
        {
            return ball;
        }

        var size = ball.Midpoint.Exponent + random.Next(-precision, 4);
        var offset = BigFloat.FromInteger(random.Next(-1000, 1001)).ScaleByPowerOfTwo(size - 10);
        return Ball.FromMidpointRadius(ball.Midpoint + offset, ball.Radius + Magnitude.UpperBound(offset) + Magnitude.PowerOfTwo(size - random.Next(20)), precision);
    }
}
