namespace GrpoVerified.Arithmetic;

/// <content>π, log 2, sine, cosine and arctangent. Error theorems BT1 to BT3 in docs/formulas.md.</content>
public readonly partial struct Ball
{
    /// <summary>π.</summary>
    public static Ball Pi(int precision)
    {
        BigFloat.CheckPrecision(precision);
        return BallConstants.Pi(precision);
    }

    /// <summary>log 2.</summary>
    public static Ball Log2(int precision)
    {
        BigFloat.CheckPrecision(precision);
        return BallConstants.Log2(precision);
    }

    /// <summary>Sine.</summary>
    public static Ball Sin(Ball x) => OfAngle(x, cosine: false);

    /// <summary>Cosine.</summary>
    public static Ball Cos(Ball x) => OfAngle(x, cosine: true);

    /// <summary>Arctangent.</summary>
    public static Ball Atan(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite)
        {
            // Every value lies in (−π/2, π/2), inside [−2, 2].
            return new(BigFloat.Zero, Magnitude.PowerOfTwo(1), precision);
        }

        if (x._radius.Exponent > -3 && !x.IsExact && IsWide(x))
        {
            return Increasing(x, precision, AtanOfNumber);
        }

        // The slope is 1/(1 + y²) ≤ min(1, 1/y²).
        var slope = Magnitude.One / Magnitude.Max(Magnitude.One, Magnitude.MultiplyDown(x.AbsLower, x.AbsLower));
        return AtanOfNumber(x._midpoint, precision).Inflate(x._radius * slope);
    }

    // Larger angles would need π to more bits than their own exponent; their sine is only known to lie in [−1, 1].
    private const long MaxAngleExponent = 1 << 20;

    private static Ball OfAngle(Ball x, bool cosine)
    {
        var precision = Working(x);
        if (!x.IsFinite || x._radius.Exponent > 2 || x._midpoint.Exponent > MaxAngleExponent)
        {
            return new(BigFloat.Zero, Magnitude.One, precision);
        }

        // Slope at most 1; the sine also has |sin y − sin m| ≤ r.
        var (sin, cos) = SinCosOfNumber(x._midpoint, precision);
        return (cosine ? cos : sin).Inflate(x._radius);
    }

    /// <summary>sin x with small relative error near 0, cos x with small absolute error.</summary>
    private static (Ball Sin, Ball Cos) SinCosOfNumber(BigFloat x, int precision)
    {
        if (x.IsZero)
        {
            return (new(BigFloat.Zero, Magnitude.Zero, precision), One.WithPrecision(precision));
        }

        // x = n π/2 + t, |t| ≤ 0.8.
        var bits = precision + 16;
        var quadrant = 0L;
        var t = FromBigFloat(x, bits);
        if (x.Exponent > 0)
        {
            for (var extra = (int)x.Exponent + 16; ; extra += bits)
            {
                var half = BallConstants.Pi(bits + extra).ScaleByPowerOfTwo(-1);
                var n = BigFloat.Quotient(x, half._midpoint, extra, RoundingMode.Nearest, out _).ToNearestIntegerBig();
                t = FromBigFloat(x, bits + extra) - (FromInteger(n) * half);
                quadrant = (long)(n & 3);

                // Close to a multiple of π/2 the difference has lost bits: once more with that many.
                if (t.RelativeAccuracyBits >= bits || extra > bits + x.Exponent)
                {
                    break;
                }
            }
        }

        var (s, c) = SinCosReduced(t.WithPrecision(bits), bits);
        var (sin, cos) = (quadrant & 3) switch
        {
            0 => (s, c),
            1 => (c, -s),
            2 => (-s, -c),
            _ => (-c, s),
        };
        return (sin.WithPrecision(precision), cos.WithPrecision(precision));
    }

    // |t| < 1. v = 1 − cos of t/2^k by its series, then v ← 2v(2 − v) k times: no cancellation.
    private static (Ball Sin, Ball Cos) SinCosReduced(Ball t, int precision)
    {
        var bits = precision + 32;
        var halvings = (int)Math.Max(0, Math.Sqrt(bits) / 2 + Math.Min(0, t._midpoint.Exponent));
        bits += halvings;
        var midpoint = FromBigFloat(t._midpoint, bits);
        if (midpoint.IsExact && t._midpoint.IsZero)
        {
            return (t, One.WithPrecision(precision).Inflate(t._radius));
        }

        var square = Square(midpoint.ScaleByPowerOfTwo(-halvings));
        var term = square.ScaleByPowerOfTwo(-1);
        var v = term;
        for (var k = 2; ; k++)
        {
            term = -(term * square) / FromInteger(2L * k * ((2 * k) - 1));
            if (IsNegligible(term.AbsUpper, v._midpoint.Exponent - bits))
            {
                v = v.Inflate(term.AbsUpper);
                break;
            }

            v += term;
        }

        var two = FromInteger(2);
        for (var i = 0; i < halvings; i++)
        {
            v = (v * (two - v)).ScaleByPowerOfTwo(1);
        }

        var sin = Sqrt(v * (two - v)).Negated(t._midpoint.IsNegative);
        return (sin.WithPrecision(precision).Inflate(t._radius), (One - v).WithPrecision(precision).Inflate(t._radius));
    }

    private static Ball AtanOfNumber(BigFloat x, int precision)
    {
        if (x.IsZero)
        {
            return new(BigFloat.Zero, Magnitude.Zero, precision);
        }

        var bits = precision + 16;
        if (x.Exponent > 1)
        {
            // atan x = ±π/2 − atan(1/x).
            var half = BallConstants.Pi(bits).ScaleByPowerOfTwo(-1).Negated(x.IsNegative);
            return (half - Atan(One / FromBigFloat(x, bits))).WithPrecision(precision);
        }

        if (x.Exponent < -bits / 8)
        {
            return AtanSeries(FromBigFloat(x, bits), bits).WithPrecision(precision);
        }

        // A guess g, in which nothing is trusted: atan x = g + atan d, d = (x cos g − sin g)/(cos g + x sin g).
        bits -= (int)Math.Min(0, x.Exponent);
        var guess = bits <= 160
            ? BigFloat.FromDouble(Math.Atan(x.ToDouble()))
            : AtanOfNumber(x.Round((bits / 3) + 16), (bits / 3) + 16)._midpoint;
        if (guess.Sign * x.Sign < 0 || guess.Abs() > BigFloat.FromInteger(3).Scaled(-1))
        {
            // Not near atan x, so the addition theorem could be off by π: nothing is claimed but the range.
            return new(BigFloat.Zero, Magnitude.PowerOfTwo(1), precision);
        }

        var (s, c) = SinCosOfNumber(guess, bits);
        var y = FromBigFloat(x, bits);
        var d = ((y * c) - s) / (c + (y * s));
        return (FromBigFloat(guess, bits) + AtanSeries(d, bits)).WithPrecision(precision);
    }

    // Σ (−1)^k d^(2k+1)/(2k+1), alternating and decreasing for |d| < 1: the rest is below the next term.
    private static Ball AtanSeries(Ball d, int precision)
    {
        if (d.AbsUpper >= Magnitude.PowerOfTwo(-1))
        {
            return new(BigFloat.Zero, Magnitude.PowerOfTwo(1), precision);
        }

        var square = Square(d);
        var power = d;
        var sum = d;
        var size = d._midpoint.IsZero ? d._radius.Exponent : d._midpoint.Exponent;
        for (var k = 3; ; k += 2)
        {
            power *= -square;
            var next = power.AbsUpper;
            if (IsNegligible(next, size - precision) || (!d.IsExact && next.Exponent < d._radius.Exponent - 8))
            {
                return sum.Inflate(next);
            }

            sum += power / FromInteger(k);
        }
    }
}
