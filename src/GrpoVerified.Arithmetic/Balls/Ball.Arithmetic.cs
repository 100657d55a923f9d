namespace GrpoVerified.Arithmetic;

/// <content>The field operations. Error theorems BA1 to BA4 and NR2 in docs/formulas.md.</content>
public readonly partial struct Ball
{
    /// <inheritdoc/>
    public static Ball operator -(Ball a) => new(-a._midpoint, a._radius, a._precision);

    /// <inheritdoc/>
    public static Ball operator +(Ball a, Ball b)
    {
        var precision = Math.Max(a._precision, b._precision);
        var radius = a._radius + b._radius;
        if (radius.IsInfinite)
        {
            return new(BigFloat.Zero, radius, precision);
        }

        if (precision == 0)
        {
            if (radius.IsZero && BigFloat.SumSpan(a._midpoint, b._midpoint) <= ExactBits)
            {
                return InRange(BigFloat.Sum(a._midpoint, b._midpoint, int.MaxValue, RoundingMode.Nearest, out _), radius, 0);
            }

            precision = DefaultPrecision;
        }

        var exponent = a._midpoint.IsZero ? b._midpoint.Exponent
            : b._midpoint.IsZero ? a._midpoint.Exponent
            : Math.Max(a._midpoint.Exponent, b._midpoint.Exponent);
        var bits = Useful(precision, exponent, radius);
        var midpoint = BigFloat.Sum(a._midpoint, b._midpoint, bits, RoundingMode.Nearest, out var inexact);
        return Rounded(midpoint, inexact, radius, bits, precision);
    }

    /// <inheritdoc/>
    public static Ball operator -(Ball a, Ball b) => a + (-b);

    /// <inheritdoc/>
    public static Ball operator *(Ball a, Ball b)
    {
        var precision = Math.Max(a._precision, b._precision);
        if (a.IsExact && b.IsExact)
        {
            return ExactProduct(a._midpoint, b._midpoint, precision);
        }

        if (precision == 0)
        {
            precision = DefaultPrecision;
        }

        if ((a.IsExact && a._midpoint.IsZero) || (b.IsExact && b._midpoint.IsZero))
        {
            // Zero times anything, bounded or not, is zero.
            return new(BigFloat.Zero, Magnitude.Zero, precision);
        }

        if (!a.IsFinite || !b.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (IsWide(a) && IsWide(b))
        {
            return WideProduct(a, b, precision);
        }

        // |xy − m n| ≤ |m| s + r (|n| + s).
        var radius = (Magnitude.UpperBound(a._midpoint) * b._radius) + (a._radius * b.AbsUpper);
        return RoundedProduct(a._midpoint, b._midpoint, radius, precision);
    }

    /// <inheritdoc/>
    public static Ball Square(Ball x)
    {
        if (x.IsExact)
        {
            return ExactProduct(x._midpoint, x._midpoint, x._precision);
        }

        var precision = Working(x);
        if (!x.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (IsWide(x))
        {
            // The square of the nearest and of the farthest member from zero.
            var near = ContainsZero(x) ? Magnitude.Zero : x.AbsLower;
            return FromMagnitudes(Magnitude.MultiplyDown(near, near), x.AbsUpper * x.AbsUpper, precision);
        }

        var radius = x._radius * (Magnitude.UpperBound(x._midpoint).Scale(1) + x._radius);
        return RoundedProduct(x._midpoint, x._midpoint, radius, precision);
    }

    /// <inheritdoc/>
    public static Ball operator /(Ball a, Ball b)
    {
        var precision = Math.Max(a._precision, b._precision);
        if (precision == 0)
        {
            precision = DefaultPrecision;
        }

        if (a.IsExact && a._midpoint.IsZero && !ContainsZero(b))
        {
            return new(BigFloat.Zero, Magnitude.Zero, precision);
        }

        if (!a.IsFinite || !b.IsFinite || ContainsZero(b))
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (IsWide(b))
        {
            // Endpoints: 1/b lies in [1/upper, 1/lower] on b's side of zero.
            var near = b.LowerOfAbs();
            var far = b.Negated(b._midpoint.IsNegative).UpperBound(64);
            var low = BigFloat.Quotient(BigFloat.One, far, 64, RoundingMode.Down, out _);
            var high = BigFloat.Quotient(BigFloat.One, near, 64, RoundingMode.Up, out _);
            return a * FromEndpoints(low, high, precision).Negated(b._midpoint.IsNegative);
        }

        // |x/y − m/n| ≤ (|m| s + |n| r) / (|n| (|n| − s)) = (|m/n| s + r) / (|n| − s).
        var distance = b.AbsLower;
        var radius = b.IsExact
            ? a._radius / distance
            : (((Magnitude.UpperBound(a._midpoint) / Magnitude.LowerBound(b._midpoint)) * b._radius) + a._radius) / distance;
        var bits = Useful(precision, a._midpoint.Exponent - b._midpoint.Exponent, radius);
        var midpoint = BigFloat.NearQuotient(a._midpoint, b._midpoint, bits, out var error);
        return InRange(midpoint, radius + error, precision);
    }

    /// <inheritdoc/>
    public static Ball Pow(Ball x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (n == 0)
        {
            return One;
        }

        var result = x;
        for (var bit = System.Numerics.BitOperations.Log2((uint)n) - 1; bit >= 0; bit--)
        {
            result = Square(result);
            if (((n >> bit) & 1) != 0)
            {
                result *= x;
            }
        }

        return result;
    }

    /// <summary>x·2^k, exact within the exponent range.</summary>
    public Ball ScaleByPowerOfTwo(long k)
        => k is > BigFloat.MaxExponent or < -BigFloat.MaxExponent
            ? ScaleByPowerOfTwo(k / 2).ScaleByPowerOfTwo(k - (k / 2))
            : InRange(_midpoint.Scaled(k), _radius.Scale(k), _precision);

    private static int Working(Ball x) => x._precision == 0 ? DefaultPrecision : x._precision;

    // Radius more than an eighth of the midpoint: first-order bounds are loose, endpoints are better.
    private static bool IsWide(Ball x)
        => !x._radius.IsZero && (x._midpoint.IsZero || x._radius.Exponent > x._midpoint.Exponent - 3);

    private Ball Negated(bool negate) => negate ? -this : this;

    // A lower bound of |x| for a ball without zero, tight to 64 bits.
    private BigFloat LowerOfAbs() => BigFloat.Sum(_midpoint.Abs(), -_radius.ToBigFloat(), 64, RoundingMode.Down, out _);

    private static Ball FromMagnitudes(Magnitude lower, Magnitude upper, int precision)
        => upper.IsInfinite
            ? new(BigFloat.Zero, Magnitude.Infinity, precision)
            : FromEndpoints(lower.ToBigFloat(), upper.ToBigFloat(), precision);

    private static Ball ExactProduct(BigFloat a, BigFloat b, int precision)
    {
        if (precision == 0)
        {
            if (a.BitLength + b.BitLength <= ExactBits)
            {
                return InRange(BigFloat.Product(a, b, int.MaxValue, RoundingMode.Nearest, out _), Magnitude.Zero, 0);
            }

            precision = DefaultPrecision;
        }

        return RoundedProduct(a, b, Magnitude.Zero, precision);
    }

    private static Ball RoundedProduct(BigFloat a, BigFloat b, Magnitude radius, int precision)
    {
        if (radius.IsInfinite)
        {
            return new(BigFloat.Zero, radius, precision);
        }

        var bits = Useful(precision, a.Exponent + b.Exponent, radius);
        var midpoint = BigFloat.NearProduct(a, b, bits, out var error);
        return InRange(midpoint, radius + error, precision);
    }

    // The extreme of the four products of endpoints.
    private static Ball WideProduct(Ball a, Ball b, int precision)
    {
        var (al, au) = (a.LowerBound(64), a.UpperBound(64));
        var (bl, bu) = (b.LowerBound(64), b.UpperBound(64));
        var (p, q, r, s) = (ExactEndProduct(al, bl), ExactEndProduct(al, bu), ExactEndProduct(au, bl), ExactEndProduct(au, bu));
        var low = BigFloat.Min(BigFloat.Min(p, q), BigFloat.Min(r, s));
        var high = BigFloat.Max(BigFloat.Max(p, q), BigFloat.Max(r, s));
        return FromEndpoints(low, high, precision);
    }

    private static BigFloat ExactEndProduct(BigFloat a, BigFloat b) => BigFloat.Product(a, b, int.MaxValue, RoundingMode.Nearest, out _);
}
