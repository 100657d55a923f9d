namespace GrpoVerified.Arithmetic;

/// <summary>A set [m − r, m + r] proved to contain an exact real number: midpoint m, radius r, and the working precision.</summary>
/// <remarks>
/// The precision rides in the value: an operation works at the larger precision of its operands and its result
/// carries that precision. Exact constants carry precision 0. If both operands carry 0, sums, differences and
/// products stay exact while they fit in <see cref="ExactBits"/> bits, and everything else works at
/// <see cref="DefaultPrecision"/> bits. No operation throws on a value; what cannot be bounded is the whole line.
/// Results whose binary exponent leaves ±<see cref="BigFloat.MaxExponent"/> widen to reach zero or infinity.
/// Error theorems: docs/formulas.md. Values are immutable and may be shared between threads.
/// </remarks>
public readonly partial struct Ball : IEnclosure<Ball>, IEquatable<Ball>
{
    /// <summary>Working precision in bits when no operand carries one.</summary>
    public const int DefaultPrecision = 128;

    /// <summary>Longest mantissa of a sum, difference or product of values of precision 0.</summary>
    public const int ExactBits = 8192;

    // Bits kept of a midpoint below the top of its radius: what is further below is dropped into the radius.
    private const int BitsBelowRadius = 40;

    private readonly BigFloat _midpoint;
    private readonly Magnitude _radius;
    private readonly int _precision;

    private Ball(BigFloat midpoint, Magnitude radius, int precision)
    {
        _midpoint = midpoint;
        _radius = radius;
        _precision = precision;
    }

    /// <inheritdoc/>
    public static Ball Zero => default;

    /// <inheritdoc/>
    public static Ball One { get; } = FromInteger(1);

    /// <summary>Every real number.</summary>
    public static Ball WholeLine { get; } = new(BigFloat.Zero, Magnitude.Infinity, 0);

    /// <summary>The midpoint.</summary>
    public BigFloat Midpoint => _midpoint;

    /// <summary>The radius.</summary>
    public Magnitude Radius => _radius;

    /// <summary>Working precision in bits; 0 for exact constants.</summary>
    public int Precision => _precision;

    /// <summary>Whether the ball is one number.</summary>
    public bool IsExact => _radius.IsZero;

    /// <summary>Whether the ball is bounded.</summary>
    public bool IsFinite => !_radius.IsInfinite;

    /// <summary>⌊−log2 of the relative radius⌋ within one unit, capped to ±2^30; 2^30 for an exact value.</summary>
    public int RelativeAccuracyBits
    {
        get
        {
            const int cap = 1 << 30;
            if (IsExact)
            {
                return cap;
            }

            return !IsFinite || _midpoint.IsZero
                ? -cap
                : (int)Math.Clamp(_midpoint.Exponent - _radius.Exponent - 1, -cap, cap);
        }
    }

    /// <inheritdoc/>
    public static Ball FromInteger(long n) => new(BigFloat.FromInteger(n), Magnitude.Zero, 0);

    /// <summary>The integer as an exact constant.</summary>
    public static Ball FromInteger(System.Numerics.BigInteger n) => new(BigFloat.FromInteger(n), Magnitude.Zero, 0);

    /// <summary>The exact number, with the precision that operations on it shall have (0: an exact constant).</summary>
    public static Ball FromBigFloat(BigFloat value, int precision = 0) => new(value, Magnitude.Zero, CheckedPrecision(precision));

    /// <summary>The rational enclosed at a precision; exact if it fits.</summary>
    public static Ball FromRational(Rational value, int precision)
    {
        BigFloat.CheckPrecision(precision);
        var midpoint = BigFloat.FromRational(value, precision, RoundingMode.Nearest, out var inexact);
        return Rounded(midpoint, inexact, Magnitude.Zero, precision, precision);
    }

    /// <summary>The ball around an exact midpoint.</summary>
    public static Ball FromMidpointRadius(BigFloat midpoint, Magnitude radius, int precision)
    {
        BigFloat.CheckPrecision(precision);
        return Trimmed(midpoint, radius, precision);
    }

    /// <summary>The ball around ±0.limbs·2^exponent, of a radius given in units of the last limb.</summary>
    internal static Ball FromLimbs(bool negative, ReadOnlySpan<ulong> limbs, long exponent, double units, int precision)
        => FromLimbs(negative, limbs, exponent, Magnitude.UpperBound(units, exponent - (64L * limbs.Length)), precision);

    /// <summary>The ball around ±0.limbs·2^exponent.</summary>
    internal static Ball FromLimbs(bool negative, ReadOnlySpan<ulong> limbs, long exponent, Magnitude radius, int precision)
    {
        var zeros = (64L * limbs.Length) - LimbShift.BitLength(limbs);
        var bits = Useful(precision, exponent - zeros, radius);
        var midpoint = BigFloat.Make(negative, limbs, exponent, sticky: false, bits, RoundingMode.Nearest, out var inexact);
        return Rounded(midpoint, inexact, radius, bits, precision);
    }

    /// <summary>An enclosure of [lower, upper]; with a zero lower end the result has no negative member.</summary>
    /// <exception cref="ArgumentException">The lower end is above the upper end.</exception>
    public static Ball FromEndpoints(BigFloat lower, BigFloat upper, int precision)
    {
        BigFloat.CheckPrecision(precision);
        var order = lower.CompareTo(upper);
        if (order > 0)
        {
            throw new ArgumentException("The lower end of a ball is above its upper end.", nameof(lower));
        }

        if (order == 0)
        {
            return Trimmed(lower, Magnitude.Zero, precision);
        }

        if (lower.IsZero || upper.IsZero)
        {
            var half = Magnitude.UpperBound(lower.IsZero ? upper : lower).Scale(-1);
            if (half.IsInfinite)
            {
                return WholeLine.WithPrecision(precision);
            }

            var centre = half.ToBigFloat();
            return new(lower.IsZero ? centre : -centre, half, precision);
        }

        var midpoint = BigFloat.Sum(lower, upper, Math.Max(precision, BitsBelowRadius), RoundingMode.Nearest, out _).Scaled(-1);
        var above = Magnitude.UpperBound(BigFloat.Sum(upper, -midpoint, 64, RoundingMode.AwayFromZero, out _));
        var below = Magnitude.UpperBound(BigFloat.Sum(midpoint, -lower, 64, RoundingMode.AwayFromZero, out _));
        return Trimmed(midpoint, Magnitude.Max(above, below), precision);
    }

    /// <summary>The same set, carrying another precision; the midpoint is rounded if it has more bits.</summary>
    public Ball WithPrecision(int precision) => CheckedPrecision(precision) == 0
        ? new(_midpoint, _radius, 0)
        : Trimmed(_midpoint, _radius, precision);

    /// <summary>The set widened on both sides.</summary>
    public Ball Inflate(Magnitude extra) => extra.IsZero ? this : Trimmed(_midpoint, _radius + extra, _precision);

    /// <summary>The lower end, rounded down.</summary>
    /// <exception cref="InvalidOperationException">The ball is unbounded.</exception>
    public BigFloat LowerBound(int precision)
    {
        BigFloat.CheckPrecision(precision);
        return BigFloat.Sum(_midpoint, -_radius.ToBigFloat(), precision, RoundingMode.Down, out _);
    }

    /// <summary>The upper end, rounded up.</summary>
    /// <exception cref="InvalidOperationException">The ball is unbounded.</exception>
    public BigFloat UpperBound(int precision)
    {
        BigFloat.CheckPrecision(precision);
        return BigFloat.Sum(_midpoint, _radius.ToBigFloat(), precision, RoundingMode.Up, out _);
    }

    /// <summary>An upper bound of the absolute values of the members.</summary>
    public Magnitude AbsUpper => Magnitude.UpperBound(_midpoint) + _radius;

    /// <summary>A lower bound of the absolute values of the members.</summary>
    public Magnitude AbsLower => Magnitude.SubtractDown(Magnitude.LowerBound(_midpoint), _radius);

    /// <inheritdoc/>
    public bool Equals(Ball other) => _midpoint == other._midpoint && _radius == other._radius && _precision == other._precision;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Ball other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_midpoint, _radius);

    /// <summary>Whether the representations are equal.</summary>
    public static bool operator ==(Ball a, Ball b) => a.Equals(b);

    /// <summary>Whether the representations differ.</summary>
    public static bool operator !=(Ball a, Ball b) => !a.Equals(b);

    /// <summary>Exact midpoint and radius in hexadecimal, <c>[0x3p-1 ± 0x1p-60]</c>.</summary>
    public override string ToString() => $"[{_midpoint} ± {_radius}]";

    private static int CheckedPrecision(int precision)
        => precision == 0 || precision >= BigFloat.MinPrecision
            ? precision
            : throw new ArgumentOutOfRangeException(nameof(precision), "A precision is 0 (exact) or at least 2 bits.");

    // Bits worth keeping of a midpoint with this exponent, given the radius.
    private static int Useful(int precision, long exponent, Magnitude radius)
        => radius.IsZero ? precision : (int)Math.Min(precision, Math.Max(BitsBelowRadius, Math.Max(exponent, -BigFloat.MaxExponent) - radius.Exponent + BitsBelowRadius));

    // A midpoint that was rounded to nearest at `bits` bits, its rounding error added to the radius.
    private static Ball Rounded(BigFloat midpoint, bool inexact, Magnitude radius, int bits, int precision)
    {
        if (inexact)
        {
            radius += Magnitude.PowerOfTwo(Math.Max(midpoint.Exponent, -BigFloat.MaxExponent) - bits - 1);
        }

        return InRange(midpoint, radius, precision);
    }

    private static Ball Trimmed(BigFloat midpoint, Magnitude radius, int precision)
    {
        var bits = Useful(precision == 0 ? DefaultPrecision : precision, midpoint.Exponent, radius);
        return Rounded(midpoint.Round(bits, RoundingMode.Nearest, out var inexact), inexact, radius, bits, precision);
    }

    // Beyond the exponent range: the whole line, or zero with a radius that covers the lost midpoint.
    private static Ball InRange(BigFloat midpoint, Magnitude radius, int precision)
    {
        if (radius.IsInfinite || midpoint.Exponent > BigFloat.MaxExponent)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        return midpoint.Exponent >= -BigFloat.MaxExponent
            ? new(midpoint, radius, precision)
            : new(BigFloat.Zero, radius + Magnitude.PowerOfTwo(-BigFloat.MaxExponent), precision);
    }
}
