using GrpoVerified.Proving.Statements;
using static GrpoVerified.Arithmetic.Expr;

namespace GrpoVerified.Proving.Certificates;

/// <summary>The transformations of the step <c>change</c>.</summary>
public enum SubstitutionKind
{
    /// <summary>x = 1/t.</summary>
    Reciprocal,

    /// <summary>x = t/(1+t).</summary>
    Odds,

    /// <summary>x = 1/(1+e^−t).</summary>
    LogOdds,

    /// <summary>x = e^t.</summary>
    Exp,

    /// <summary>x = t².</summary>
    Square,

    /// <summary>x = 1 − t.</summary>
    Complement,

    /// <summary>x = a t + b, a &gt; 0.</summary>
    Affine,
}

/// <summary>An exact change of variable x = g(t), increasing or decreasing, onto the range of x.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Scale">a of <see cref="SubstitutionKind.Affine"/>.</param>
/// <param name="Offset">b of <see cref="SubstitutionKind.Affine"/>.</param>
public readonly record struct Substitution(SubstitutionKind Kind, Rational Scale = default, Rational Offset = default)
{
    private static readonly string[] Words = ["reciprocal", "odds", "log-odds", "exp", "square", "complement", "affine"];

    /// <summary>The transformation's word in the format.</summary>
    public string Word => Words[(int)Kind];

    /// <summary>The kind that the word names, or null.</summary>
    public static SubstitutionKind? Parse(string word)
        => Array.IndexOf(Words, word) is >= 0 and var i ? (SubstitutionKind)i : null;

    /// <summary>g(t).</summary>
    public Expr Of(Expr t) => Kind switch
    {
        SubstitutionKind.Reciprocal => One / t,
        SubstitutionKind.Odds => t / (One + t),
        SubstitutionKind.LogOdds => One / (One + Exp(-t)),
        SubstitutionKind.Exp => Exp(t),
        SubstitutionKind.Square => Square(t),
        SubstitutionKind.Complement => One - t,
        _ => (FromRational(Scale) * t) + FromRational(Offset),
    };

    /// <summary>The range of t that corresponds to a range of x; null where the transformation does not apply.</summary>
    public Extent? Range(Extent x)
    {
        var (kind, a, b) = this;
        return kind switch
        {
            SubstitutionKind.Reciprocal => Map(x, swapped: true, LowerReciprocal, UpperReciprocal),
            SubstitutionKind.Odds => Map(x, swapped: false, static e => e.Value is { Sign: >= 0 } v && v < Rational.One ? e with { Value = v / (1 - v) } : null, static e => e.Value is { } v && v <= Rational.One ? v == Rational.One ? (e.IsClosed ? null : Endpoint.Infinite) : e with { Value = v / (1 - v) } : null),
            SubstitutionKind.LogOdds => Map(x, swapped: false, static e => LogOddsEnd(e, 0), static e => LogOddsEnd(e, 1)),
            SubstitutionKind.Exp => Map(x, swapped: false, static e => e.Value == Rational.Zero && !e.IsClosed ? Endpoint.Infinite : e.Value == Rational.One ? e with { Value = 0 } : null, static e => !e.IsFinite ? e : e.Value == Rational.One ? e with { Value = 0 } : null),
            SubstitutionKind.Square => Map(x, swapped: false, static e => e.Value is { } v && Root(v) is { } r ? e with { Value = r } : null, static e => !e.IsFinite ? e : Root(e.Value!.Value) is { } r ? e with { Value = r } : null),
            SubstitutionKind.Complement => Map(x, swapped: true, static e => e.IsFinite ? e with { Value = 1 - e.Value } : e, static e => e.IsFinite ? e with { Value = 1 - e.Value } : e),
            _ when a > Rational.Zero => Map(x, swapped: false, e => e.IsFinite ? e with { Value = (e.Value!.Value - b) / a } : e, e => e.IsFinite ? e with { Value = (e.Value!.Value - b) / a } : e),
            _ => null,
        };
    }

    private static Extent? Map(Extent x, bool swapped, Func<Endpoint, Endpoint?> lower, Func<Endpoint, Endpoint?> upper)
        => lower(x.Lower) is { } a && upper(x.Upper) is { } b ? swapped ? new(b, a) : new(a, b) : null;

    // The lower end of x > 0 becomes the upper end of 1/x.
    private static Endpoint? LowerReciprocal(Endpoint e)
        => e.Value is not { Sign: >= 0 } v ? null : v.IsZero ? (e.IsClosed ? null : Endpoint.Infinite) : e with { Value = v.Reciprocal() };

    private static Endpoint? UpperReciprocal(Endpoint e)
        => e.Value is not { } v ? Endpoint.Open(0) : v.Sign <= 0 ? null : e with { Value = v.Reciprocal() };

    private static Endpoint? LogOddsEnd(Endpoint e, Rational open)
        => e.Value is not { } v ? null
            : v == new Rational(1, 2) ? e with { Value = 0 }
            : v == open && !e.IsClosed ? Endpoint.Infinite
            : null;

    private static Rational? Root(Rational v)
    {
        if (v.Sign < 0)
        {
            return null;
        }

        var (n, d) = (IntegerRoot(v.Numerator), IntegerRoot(v.Denominator));
        return n * n == v.Numerator && d * d == v.Denominator ? new Rational(n, d) : null;
    }

    private static System.Numerics.BigInteger IntegerRoot(System.Numerics.BigInteger n)
    {
        if (n < 2)
        {
            return n;
        }

        var x = System.Numerics.BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var y = (x + (n / x)) >> 1;
            if (y >= x)
            {
                return x;
            }

            x = y;
        }
    }
}
