using System.Globalization;
using System.Numerics;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Readers;

/// <summary>
/// A decimal number as written: mantissa · 10^−scale, exact, with no trailing zero in the mantissa, so that
/// equal numbers are equal values. Mantissas below 10^18 are held in a machine word.
/// </summary>
internal readonly struct ExactDecimal : IEquatable<ExactDecimal>
{
    /// <summary>Largest magnitude of the power of ten in a reward.</summary>
    public const int MaxExponent = 10_000;

    /// <summary>Bound of mantissas held in a machine word.</summary>
    public const long SmallBound = 1_000_000_000_000_000_000;

    private readonly object? _big;

    private ExactDecimal(long small, object? big, int scale)
    {
        Small = small;
        _big = big;
        Scale = scale;
    }

    /// <summary>The mantissa if <see cref="IsSmall"/>.</summary>
    public long Small { get; }

    /// <summary>The number of decimals; negative for multiples of powers of ten.</summary>
    public int Scale { get; }

    /// <summary>Whether the mantissa is below 10^18 in magnitude.</summary>
    public bool IsSmall => _big is null;

    /// <summary>The mantissa.</summary>
    public BigInteger Mantissa => _big is BigInteger big ? big : Small;

    /// <summary>The number with the given mantissa and scale, normalised.</summary>
    public static ExactDecimal Create(BigInteger mantissa, int scale)
    {
        if (mantissa.IsZero)
        {
            return default;
        }

        while (true)
        {
            var shorter = BigInteger.DivRem(mantissa, 10, out var digit);
            if (!digit.IsZero)
            {
                break;
            }

            mantissa = shorter;
            scale--;
        }

        return BigInteger.Abs(mantissa) < SmallBound ? new((long)mantissa, null, scale) : new(0, mantissa, scale);
    }

    /// <summary>The number with a mantissa in a machine word, normalised.</summary>
    public static ExactDecimal Create(long mantissa, int scale)
    {
        if (mantissa == 0)
        {
            return default;
        }

        while (mantissa % 10 == 0)
        {
            mantissa /= 10;
            scale--;
        }

        return mantissa is > -SmallBound and < SmallBound ? new(mantissa, null, scale) : new(0, new BigInteger(mantissa), scale);
    }

    /// <summary>The exact rational.</summary>
    public Rational ToRational()
        => Scale >= 0 ? new(Mantissa, BigInteger.Pow(10, Scale)) : new(Mantissa * BigInteger.Pow(10, -Scale), BigInteger.One);

    /// <inheritdoc/>
    public bool Equals(ExactDecimal other)
        => Small == other.Small && Scale == other.Scale && IsSmall == other.IsSmall && (IsSmall || Mantissa == other.Mantissa);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactDecimal other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Small, Scale, _big);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mantissa}e{-Scale}");
}
