using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>An upper bound of a radius: a non-negative number with a 32-bit mantissa and a long exponent, or infinity.</summary>
/// <remarks>
/// Operators round up, so a result bounds the exact result from above; methods that end in <c>Down</c> round down.
/// Below 2^−<see cref="BigFloat.MaxExponent"/> an upper bound stays at that value, above 2^<see cref="BigFloat.MaxExponent"/> it is infinite.
/// </remarks>
public readonly record struct Magnitude : IComparable<Magnitude>
{
    private readonly uint _mantissa;

    // Value = 0.mantissa · 2^exponent, the mantissa's top bit set; long.MaxValue for infinity.
    private readonly long _exponent;

    private Magnitude(uint mantissa, long exponent)
    {
        _mantissa = mantissa;
        _exponent = exponent;
    }

    /// <summary>Zero.</summary>
    public static Magnitude Zero => default;

    /// <summary>One.</summary>
    public static Magnitude One => new(1U << 31, 1);

    /// <summary>No bound.</summary>
    public static Magnitude Infinity => new(1U << 31, long.MaxValue);

    /// <summary>Whether the bound is zero.</summary>
    public bool IsZero => _mantissa == 0;

    /// <summary>Whether there is no bound.</summary>
    public bool IsInfinite => _exponent == long.MaxValue;

    /// <summary>The e with 2^(e−1) ≤ value &lt; 2^e; 0 for zero, long.MaxValue for infinity.</summary>
    public long Exponent => _exponent;

    /// <summary>An upper bound of |x|.</summary>
    public static Magnitude UpperBound(BigFloat x) => From(x, up: true);

    /// <summary>A lower bound of |x|.</summary>
    public static Magnitude LowerBound(BigFloat x) => From(x, up: false);

    /// <summary>An upper bound of x·2^scale for a finite x ≥ 0.</summary>
    internal static Magnitude UpperBound(double x, long scale)
    {
        var bits = BitConverter.DoubleToUInt64Bits(x);
        var biased = (int)(bits >> 52);
        var fraction = bits & ((1UL << 52) - 1);
        return FromWord(biased == 0 ? fraction : fraction | (1UL << 52), Math.Max(biased, 1) - 1075 + scale, sticky: false, up: true);
    }

    /// <summary>The value times 2^scale as a double, or more: at least 2^−900, and infinity beyond 2^900.</summary>
    internal double ToDoubleUp(long scale)
        => IsZero ? 0
            : IsInfinite || _exponent + scale > 900 ? double.PositiveInfinity
            : Math.ScaleB(_mantissa, (int)Math.Max(_exponent + scale, -900) - 32);

    /// <summary>2^k, or the bound that holds when it is out of range.</summary>
    public static Magnitude PowerOfTwo(long k) => InRange(1U << 31, k + 1, up: true);

    /// <summary>The integer n ≥ 0 rounded up.</summary>
    public static Magnitude FromInteger(ulong n) => FromWord(n, 0, sticky: false, up: true);

    /// <summary>The value as a dyadic number.</summary>
    /// <exception cref="InvalidOperationException">The value is infinite.</exception>
    public BigFloat ToBigFloat()
    {
        if (IsInfinite)
        {
            throw new InvalidOperationException("An infinite bound is not a number.");
        }

        return IsZero ? BigFloat.Zero : new BigFloat(negative: false, [(ulong)_mantissa << 32], _exponent);
    }

    /// <summary>Sum, rounded up.</summary>
    public static Magnitude operator +(Magnitude a, Magnitude b)
    {
        if (a._exponent < b._exponent)
        {
            (a, b) = (b, a);
        }

        if (a.IsZero || b.IsZero || a.IsInfinite)
        {
            return a.IsZero ? b : a;
        }

        var gap = a._exponent - b._exponent;
        var low = (ulong)b._mantissa << 31;
        var shifted = gap < 63 ? low >> (int)gap : 0;
        var sticky = gap >= 63 || shifted << (int)gap != low;
        return FromWord(((ulong)a._mantissa << 31) + shifted, a._exponent - 63, sticky, up: true);
    }

    /// <summary>Product, rounded up; zero times infinity is zero.</summary>
    public static Magnitude operator *(Magnitude a, Magnitude b) => Multiply(a, b, up: true);

    /// <summary>Quotient, rounded up; the divisor is a lower bound. Division by zero gives infinity.</summary>
    public static Magnitude operator /(Magnitude a, Magnitude b)
    {
        if (a.IsZero || b.IsInfinite)
        {
            return a.IsInfinite ? Infinity : a.IsZero ? a : PowerOfTwo(-BigFloat.MaxExponent);
        }

        if (b.IsZero || a.IsInfinite)
        {
            return Infinity;
        }

        var dividend = (ulong)a._mantissa << 32;
        var quotient = dividend / b._mantissa;
        return FromWord(quotient, a._exponent - b._exponent - 32, quotient * b._mantissa != dividend, up: true);
    }

    /// <summary>1/√a rounded up, a being a lower bound: infinity for zero.</summary>
    internal static Magnitude ReciprocalRoot(Magnitude a)
    {
        if (a.IsZero || a.IsInfinite)
        {
            return a.IsZero ? Infinity : PowerOfTwo(-BigFloat.MaxExponent);
        }

        // a = f·4^k with ¼ ≤ f < 1; c/2^31 ≥ 1/√f is tested in integers, the double is a first guess.
        var odd = (int)(a._exponent & 1);
        var f = (ulong)a._mantissa << (1 - odd);
        var c = (ulong)Math.ScaleB(1 / Math.Sqrt(Math.ScaleB((double)f, -33)), 31);
        while ((UInt128)c * c * f < UInt128.One << 95)
        {
            c++;
        }

        return FromWord(c, -31 - ((a._exponent + odd) / 2), sticky: false, up: true);
    }

    /// <summary>Product, rounded down.</summary>
    public static Magnitude MultiplyDown(Magnitude a, Magnitude b) => Multiply(a, b, up: false);

    /// <summary>a − b rounded down, and zero when it is not positive.</summary>
    public static Magnitude SubtractDown(Magnitude a, Magnitude b) => Subtract(a, b, up: false);

    /// <summary>a − b rounded up, and zero when it is not positive.</summary>
    public static Magnitude SubtractUp(Magnitude a, Magnitude b) => Subtract(a, b, up: true);

    /// <summary>a·2^k, rounded up where the exponent is out of range.</summary>
    public Magnitude Scale(long k)
        => IsZero || IsInfinite
            ? this
            : InRange(_mantissa, (long)Int128.Clamp((Int128)_exponent + k, long.MinValue, long.MaxValue), up: true);

    /// <summary>Square root, rounded up.</summary>
    public static Magnitude Sqrt(Magnitude a)
    {
        if (a.IsZero || a.IsInfinite)
        {
            return a;
        }

        // value = word·2^scale with an even scale and a word near 2^63.
        var odd = (a._exponent & 1) != 0;
        var word = (ulong)a._mantissa << (odd ? 31 : 30);
        var scale = a._exponent - (odd ? 63 : 62);
        var root = (ulong)Math.Sqrt((double)word);
        while (root * root > word)
        {
            root--;
        }

        while (((root + 1) * (root + 1)) <= word)
        {
            root++;
        }

        return FromWord(root, scale / 2, root * root != word, up: true);
    }

    /// <summary>The smaller bound.</summary>
    public static Magnitude Min(Magnitude a, Magnitude b) => a.CompareTo(b) <= 0 ? a : b;

    /// <summary>The larger bound.</summary>
    public static Magnitude Max(Magnitude a, Magnitude b) => a.CompareTo(b) >= 0 ? a : b;

    /// <inheritdoc/>
    public int CompareTo(Magnitude other)
    {
        if (IsZero || other.IsZero)
        {
            return (IsZero ? 0 : 1) - (other.IsZero ? 0 : 1);
        }

        var order = _exponent.CompareTo(other._exponent);
        return order != 0 ? order : _mantissa.CompareTo(other._mantissa);
    }

    /// <summary>Whether a &lt; b.</summary>
    public static bool operator <(Magnitude a, Magnitude b) => a.CompareTo(b) < 0;

    /// <summary>Whether a &gt; b.</summary>
    public static bool operator >(Magnitude a, Magnitude b) => a.CompareTo(b) > 0;

    /// <summary>Whether a ≤ b.</summary>
    public static bool operator <=(Magnitude a, Magnitude b) => a.CompareTo(b) <= 0;

    /// <summary>Whether a ≥ b.</summary>
    public static bool operator >=(Magnitude a, Magnitude b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public override string ToString() => IsInfinite ? "infinity" : ToBigFloat().ToString();

    private static Magnitude From(BigFloat x, bool up)
    {
        if (x.IsZero)
        {
            return Zero;
        }

        var limbs = x.Limbs;
        var mantissa = (uint)(limbs[^1] >> 32);
        if (!up || (limbs.Length == 1 && (uint)limbs[0] == 0))
        {
            return InRange(mantissa, x.Exponent, up);
        }

        return mantissa == uint.MaxValue ? InRange(1U << 31, x.Exponent + 1, up) : InRange(mantissa + 1, x.Exponent, up);
    }

    private static Magnitude Multiply(Magnitude a, Magnitude b, bool up)
    {
        if (a.IsZero || b.IsZero)
        {
            return Zero;
        }

        return a.IsInfinite || b.IsInfinite
            ? Infinity
            : FromWord((ulong)a._mantissa * b._mantissa, a._exponent + b._exponent - 64, sticky: false, up);
    }

    private static Magnitude Subtract(Magnitude a, Magnitude b, bool up)
    {
        if (b.IsZero || a.IsInfinite)
        {
            return b.IsInfinite ? (up ? Infinity : Zero) : a;
        }

        if (a <= b)
        {
            return Zero;
        }

        var gap = a._exponent - b._exponent;
        var low = (ulong)b._mantissa << 31;
        var shifted = gap < 63 ? low >> (int)gap : 0;
        var sticky = gap >= 63 || shifted << (int)gap != low;

        // Exact difference = word − (a part below one unit when sticky).
        var word = ((ulong)a._mantissa << 31) - shifted - (sticky ? 1UL : 0UL);
        return FromWord(word, a._exponent - 63, sticky, up);
    }

    // (word + something below one unit if sticky)·2^scale.
    private static Magnitude FromWord(ulong word, long scale, bool sticky, bool up)
    {
        if (word == 0)
        {
            return sticky && up ? PowerOfTwo(scale) : Zero;
        }

        if (sticky && up && word <= uint.MaxValue)
        {
            // A unit of the word is not below a unit of the mantissa: round up here.
            word++;
            sticky = false;
        }

        var shift = BitOperations.LeadingZeroCount(word);
        word <<= shift;
        var mantissa = (uint)(word >> 32);
        var exponent = scale + 64 - shift;
        if (!up || (!sticky && (uint)word == 0))
        {
            return InRange(mantissa, exponent, up);
        }

        return mantissa == uint.MaxValue ? InRange(1U << 31, exponent + 1, up) : InRange(mantissa + 1, exponent, up);
    }

    private static Magnitude InRange(uint mantissa, long exponent, bool up)
    {
        if (exponent > BigFloat.MaxExponent)
        {
            return up ? Infinity : new(1U << 31, BigFloat.MaxExponent);
        }

        return exponent >= -BigFloat.MaxExponent ? new(mantissa, exponent) : up ? new(1U << 31, -BigFloat.MaxExponent) : Zero;
    }
}
