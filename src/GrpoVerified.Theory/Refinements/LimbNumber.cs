using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>A number near ±limbs in fixed point (fraction limbs, then one integer limb) with a bound of its error; nothing is allocated.</summary>
/// <remarks>One ulp is 2^(−64·fraction limbs). Numbers that enter one operation have as many limbs. Error bounds: theorem BX11 in docs/formulas.md.</remarks>
internal readonly ref struct LimbNumber
{
    private const double PerLimb = 1.0 / 18446744073709551616.0;

    // The rounding of the double arithmetic in which bounds are formed.
    private const double Slack = 1 + 1e-14;

    private readonly ReadOnlySpan<ulong> _limbs;
    private readonly bool _isNegative;

    public LimbNumber(ReadOnlySpan<ulong> limbs, bool isNegative, double error)
    {
        _limbs = limbs;
        _isNegative = isNegative;
        Error = error;
        Size = Slack * (limbs[^1] + (limbs[^2] * PerLimb) + 1e-9 + (error * Math.ScaleB(1, -64 * Math.Min(limbs.Length - 1, 15))));
    }

    /// <summary>Bound of the error in ulp.</summary>
    public double Error { get; }

    /// <summary>Bound of the absolute value, error included; products that may reach 2^63 are infinite.</summary>
    public double Size { get; }

    /// <summary>Whether the limbs hold the number: no operation has overflowed.</summary>
    public bool IsBounded => double.IsFinite(Error);

    /// <summary>The same number cut to so many fraction limbs, where it has more.</summary>
    public LimbNumber Cut(int limbs)
    {
        var dropped = _limbs.Length - 1 - limbs;
        return dropped <= 0 ? this : new(_limbs[dropped..], _isNegative, (Error * Math.ScaleB(1, -64 * Math.Min(dropped, 15))) + 1);
    }

    /// <summary>The number with the other sign.</summary>
    public static LimbNumber operator -(LimbNumber a) => new(a._limbs, !a._isNegative, a.Error);

    /// <summary>a·b in the limbs of the room.</summary>
    public static LimbNumber Product(Span<ulong> room, LimbNumber a, LimbNumber b)
    {
        var n = a._limbs.Length - 1;
        LimbProduct.Middle(room, a._limbs, b._limbs, n);
        return new(room, a._isNegative != b._isNegative, Bounded(a, b));
    }

    /// <summary>a² in the limbs of the room.</summary>
    public static LimbNumber Square(Span<ulong> room, LimbNumber a)
    {
        LimbProduct.MiddleOfSquare(room, a._limbs, a._limbs.Length - 1);
        return new(room, isNegative: false, Bounded(a, a));
    }

    /// <summary>factor·a in the limbs of the room, for a small positive integer.</summary>
    public static LimbNumber Multiple(Span<ulong> room, LimbNumber a, uint factor)
    {
        LimbWord.Multiply(room, a._limbs, factor);
        return new(room, a._isNegative, factor * a.Size < Limit ? Slack * factor * a.Error : double.PositiveInfinity);
    }

    /// <summary>a + b in the limbs of the room.</summary>
    public static LimbNumber Sum(Span<ulong> room, LimbNumber a, LimbNumber b)
    {
        var error = a.Size + b.Size < Limit ? Slack * (a.Error + b.Error) : double.PositiveInfinity;
        if (a._isNegative == b._isNegative)
        {
            LimbSum.Add(room, a._limbs, b._limbs);
            return new(room, a._isNegative, error);
        }

        if (LimbSum.Subtract(room, a._limbs, b._limbs) == 0)
        {
            return new(room, a._isNegative, error);
        }

        LimbSum.Negate(room);
        return new(room, b._isNegative, error);
    }

    /// <summary>The number as a ball.</summary>
    public Ball ToBall(int precision) => Ball.FromLimbs(_isNegative, _limbs, 64, Error, precision);

    private const double Limit = 9223372036854775808.0;

    private static double Bounded(LimbNumber a, LimbNumber b)
        => a.Size * b.Size < Limit
            ? (Slack * ((a.Error * b.Size) + (b.Error * a.Size))) + LimbProduct.MiddleError
            : double.PositiveInfinity;
}
