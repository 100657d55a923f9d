using System.Numerics;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Differential;

/// <summary>Random precisions, exact points and balls around them, biased to corners.</summary>
internal sealed class Sampler(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int bound) => _random.Next(bound);

    /// <summary>A precision from 2 to 2000 bits, small ones more often.</summary>
    public int Precision() => _random.Next(10) switch
    {
        0 => _random.Next(2, 12),
        1 => 64 * _random.Next(1, 8),
        2 => _random.Next(512, 2001),
        _ => _random.Next(2, 300),
    };

    /// <summary>An exact point of the domain.</summary>
    public BigFloat Point(Domain domain, int precision)
    {
        while (true)
        {
            var x = domain switch
            {
                Domain.Real => Number(precision, Exponent(200), signed: true),
                Domain.Moderate => Number(precision, Math.Min(Exponent(200), _random.Next(12)), signed: true),
                Domain.Positive => Number(precision, Exponent(200), signed: false),
                Domain.Parameter => Number(precision, _random.Next(-20, 6), signed: false),
                Domain.AboveMinusOne => _random.Next(4) == 0 ? NearEnd(precision) : Number(precision, Exponent(200), signed: true),
                Domain.UnitBall => _random.Next(4) == 0 ? NearEnd(precision) : Number(precision, Math.Min(0, Exponent(200)), signed: true),
                _ => _random.Next(4) == 0 ? NearEnd(precision).Abs() : Number(precision, Math.Min(0, Exponent(60)), signed: false),
            };
            if (IsInside(x, domain))
            {
                return x;
            }
        }
    }

    /// <summary>A ball that contains the point: most often the point itself, else with a radius up to as large as the point and more.</summary>
    public Ball Around(BigFloat point, int precision)
    {
        if (_random.Next(3) != 0 || point.IsZero)
        {
            return Ball.FromBigFloat(point, precision);
        }

        var size = point.Exponent - (_random.Next(3) == 0 ? _random.Next(-3, 12) : _random.Next(-3, precision + 20));
        var radius = Number(30, size, signed: false);
        var offset = BigFloat.Multiply(radius, Number(20, 0, signed: true), 30, RoundingMode.TowardZero);
        offset = BigFloat.CompareMagnitude(offset, radius) > 0 ? radius : offset;
        return Ball.FromMidpointRadius(point + (_random.Next(5) == 0 ? radius : offset), Magnitude.UpperBound(radius), precision);
    }

    /// <summary>A double of the domain, with subnormal and huge ones among them.</summary>
    public BigFloat DoublePoint(Domain domain)
    {
        while (true)
        {
            var x = Point(domain, 53);
            if (domain is Domain.Real or Domain.Positive or Domain.AboveMinusOne && _random.Next(6) == 0)
            {
                x = x.ScaleByPowerOfTwo(_random.Next(-1100, 1000));
            }

            var d = x.ToDouble();
            if (double.IsFinite(d) && IsInside(BigFloat.FromDouble(d), domain))
            {
                return BigFloat.FromDouble(d);
            }
        }
    }

    /// <summary>An interval of doubles that contains the double: most often itself, else up to far ends, sometimes as an end.</summary>
    public Interval IntervalAround(BigFloat point)
    {
        var d = point.ToDouble();
        if (_random.Next(3) != 0)
        {
            return new Interval(d);
        }

        return new Interval(_random.Next(3) == 0 ? d : d - Reach(d), _random.Next(3) == 0 ? d : d + Reach(d));
    }

    private double Reach(double d)
    {
        var reach = Math.Abs(d) * Math.ScaleB(_random.NextDouble(), _random.Next(3) == 0 ? _random.Next(-3, 4) : _random.Next(-52, 0));
        return Math.Min(reach, double.MaxValue / 4);
    }

    // An exponent: near 0 mostly, sometimes far.
    private int Exponent(int far) => _random.Next(5) switch
    {
        0 => _random.Next(-far, far),
        1 => _random.Next(-40, 40),
        2 => 0,
        _ => _random.Next(-6, 7),
    };

    // 0.m·2^e with a mantissa of up to `precision` bits: random, a power of two, or a power of two and its neighbours.
    private BigFloat Number(int precision, long exponent, bool signed)
    {
        var bits = _random.Next(4) == 0 ? Math.Min(precision, 8) : precision;
        var top = BigInteger.One << (bits - 1);
        var mantissa = _random.Next(8) switch
        {
            0 => top,
            1 => top + 1,
            2 => (top << 1) - 1,
            3 => top * 3 / 2,
            _ => top + RandomBits(bits - 1),
        };
        var x = BigFloat.FromInteger(mantissa).ScaleByPowerOfTwo(exponent - bits);
        if (_random.Next(200) == 0)
        {
            x = BigFloat.Zero;
        }

        return signed && _random.Next(2) == 0 ? -x : x;
    }

    // ±(1 − tiny), mostly the negative end.
    private BigFloat NearEnd(int precision)
    {
        var x = BigFloat.One - Number(Math.Min(precision, 40), -_random.Next(1, 150), signed: false);
        return _random.Next(3) == 0 ? x : -x;
    }

    private static bool IsInside(BigFloat x, Domain domain) => domain switch
    {
        Domain.Positive or Domain.Parameter => x.Sign > 0,
        Domain.AboveMinusOne => x > -BigFloat.One,
        Domain.UnitBall => x.Abs() < BigFloat.One,
        Domain.Probability => x.Sign > 0 && x < BigFloat.One,
        _ => true,
    };

    private BigInteger RandomBits(int bits)
    {
        var bytes = new byte[(bits / 8) + 1];
        _random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) % (BigInteger.One << bits);
    }
}
