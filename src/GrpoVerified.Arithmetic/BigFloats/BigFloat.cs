using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>A dyadic number: sign · 0.m · 2^e with a mantissa of any length, always finite, immutable.</summary>
/// <remarks>
/// The mantissa is stored as 64-bit limbs, the top bit set and the lowest limb not zero, so that equal
/// numbers have equal representations. Exponents lie within ±<see cref="MaxExponent"/>; an operation whose
/// result would leave that range throws <see cref="OverflowException"/> (a <see cref="Ball"/> widens instead).
/// Operators are exact; rounded operations take a precision in bits (at least 2) and a rounding mode.
/// </remarks>
public readonly partial struct BigFloat : IEquatable<BigFloat>, IComparable<BigFloat>
{
    /// <summary>The largest magnitude of <see cref="Exponent"/>, near 2^62.</summary>
    public const long MaxExponent = (1L << 62) - (1L << 40);

    private readonly ulong[]? _limbs;
    private readonly long _exponent;
    private readonly bool _negative;

    internal BigFloat(bool negative, ulong[] limbs, long exponent)
    {
        _limbs = limbs;
        _exponent = exponent;
        _negative = negative;
    }

    /// <summary>Zero.</summary>
    public static BigFloat Zero => default;

    /// <summary>One.</summary>
    public static BigFloat One { get; } = FromInteger(1);

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _limbs is null ? 0 : _negative ? -1 : 1;

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => _limbs is null;

    /// <summary>Whether the number is negative.</summary>
    public bool IsNegative => _negative;

    /// <summary>The e with 2^(e−1) ≤ |x| &lt; 2^e; 0 for zero.</summary>
    public long Exponent => _exponent;

    /// <summary>Number of bits from the first to the last set bit; 0 for zero.</summary>
    public long BitLength => _limbs is null
        ? 0
        : ((long)_limbs.Length << 6) - BitOperations.TrailingZeroCount(_limbs[0]);

    /// <summary>Whether the number is ±2^k.</summary>
    public bool IsPowerOfTwo => _limbs is { Length: 1 } && _limbs[0] == 1UL << 63;

    /// <summary>Whether the number is an integer.</summary>
    public bool IsInteger => _limbs is null || _exponent >= BitLength;

    internal ReadOnlySpan<ulong> Limbs => _limbs;

    /// <summary>The absolute value.</summary>
    public BigFloat Abs() => _limbs is null ? this : new(negative: false, _limbs, _exponent);

    /// <summary>Negation, exact.</summary>
    public static BigFloat operator -(BigFloat a) => a._limbs is null ? a : new(!a._negative, a._limbs, a._exponent);

    /// <summary>x·2^shift, exact.</summary>
    /// <exception cref="OverflowException">The exponent leaves its range.</exception>
    public BigFloat ScaleByPowerOfTwo(long shift)
        => _limbs is null ? this : new BigFloat(_negative, _limbs, checked(_exponent + shift)).Checked();

    /// <summary>±2^k.</summary>
    /// <exception cref="OverflowException">The exponent leaves its range.</exception>
    public static BigFloat PowerOfTwo(long k) => One.ScaleByPowerOfTwo(k);

    /// <inheritdoc/>
    public bool Equals(BigFloat other)
        => _negative == other._negative && _exponent == other._exponent && Limbs.SequenceEqual(other.Limbs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BigFloat other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_negative, _exponent, _limbs is null ? 0 : _limbs[^1]);

    /// <summary>The exact value as hexadecimal mantissa and binary exponent, <c>-0x1fp-7</c>.</summary>
    public override string ToString()
    {
        if (IsZero)
        {
            return "0x0p0";
        }

        var (mantissa, exponent) = ToIntegerAndExponent();
        var digits = BigInteger.Abs(mantissa).ToString("x", System.Globalization.CultureInfo.InvariantCulture).TrimStart('0');
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(_negative ? "-" : string.Empty)}0x{digits}p{exponent}");
    }

    internal BigFloat Scaled(long shift) => _limbs is null ? this : new(_negative, _limbs, _exponent + shift);

    internal BigFloat WithSign(bool negative) => _limbs is null ? this : new(negative, _limbs, _exponent);

    internal BigFloat Checked()
        => _exponent is >= -MaxExponent and <= MaxExponent
            ? this
            : throw new OverflowException("The exponent of a BigFloat leaves the range ±2^62; use Ball, which widens instead.");
}
