#pragma warning disable GRPO2005 // Deliberately wrong: a law must notice.
namespace GrpoVerified.Arithmetic.Tests.Laws;

/// <summary>The mistakes a broken arithmetic can make.</summary>
public enum Mistake
{
    /// <summary>None: the wrapper itself must pass.</summary>
    None,

    /// <summary>Products rounded to nearest.</summary>
    NearestProduct,

    /// <summary>Sums rounded inward.</summary>
    InwardSum,

    /// <summary>The quotient by a set around zero taken from its endpoints.</summary>
    QuotientThroughZero,

    /// <summary>The square as a product, negative for sets around zero.</summary>
    MirroredSquare,

    /// <summary>The exponential function of the platform without an error bound.</summary>
    PlatformExp,

    /// <summary>cosh taken as increasing.</summary>
    IncreasingCosh,

    /// <summary>The maximum of the upper endpoints only.</summary>
    CollapsedMax,

    /// <summary>Less decided by midpoints.</summary>
    DecisiveLess,

    /// <summary>log(1 + x) computed through the rounded sum.</summary>
    RoundedLog1p,
}

/// <summary>Selects a mistake by type, so that each broken arithmetic is a type of its own.</summary>
public interface IMistake
{
    /// <summary>The mistake.</summary>
    static abstract Mistake Kind { get; }
}

/// <summary>An interval arithmetic with one deliberate mistake: the law suite must notice each of them.</summary>
/// <typeparam name="TMistake">The mistake.</typeparam>
/// <param name="Set">The interval.</param>
public readonly record struct BrokenInterval<TMistake>(Interval Set) : IEnclosure<BrokenInterval<TMistake>>
    where TMistake : IMistake
{
    public static BrokenInterval<TMistake> Zero => new(Interval.Zero);

    public static BrokenInterval<TMistake> One => new(Interval.One);

    public static BrokenInterval<TMistake> FromInteger(long n) => new(Interval.FromInteger(n));

    public static BrokenInterval<TMistake> operator +(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b)
    {
        var sum = a.Set + b.Set;
        return TMistake.Kind == Mistake.InwardSum && Math.BitIncrement(sum.Lower) <= Math.BitDecrement(sum.Upper)
            ? new(new Interval(Math.BitIncrement(sum.Lower), Math.BitDecrement(sum.Upper)))
            : new(sum);
    }

    public static BrokenInterval<TMistake> operator -(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b) => new(a.Set - b.Set);

    public static BrokenInterval<TMistake> operator -(BrokenInterval<TMistake> a) => new(-a.Set);

    public static BrokenInterval<TMistake> operator *(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b)
    {
        if (TMistake.Kind != Mistake.NearestProduct || !Interval.IsFinite(a.Set) || !Interval.IsFinite(b.Set))
        {
            return new(a.Set * b.Set);
        }

        double[] products = [a.Set.Lower * b.Set.Lower, a.Set.Lower * b.Set.Upper, a.Set.Upper * b.Set.Lower, a.Set.Upper * b.Set.Upper];
        return products.All(double.IsFinite) ? new(new Interval(products.Min(), products.Max())) : new(a.Set * b.Set);
    }

    public static BrokenInterval<TMistake> operator /(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b)
    {
        if (TMistake.Kind == Mistake.QuotientThroughZero && b.Set.Lower < 0 && b.Set.Upper > 0)
        {
            var (low, high) = (a.Set / new Interval(b.Set.Lower), a.Set / new Interval(b.Set.Upper));
            return new(Interval.Hull(low, high));
        }

        return new(a.Set / b.Set);
    }

    public static BrokenInterval<TMistake> Square(BrokenInterval<TMistake> x)
        => new(TMistake.Kind == Mistake.MirroredSquare ? x.Set * new Interval(x.Set.Lower) : Interval.Square(x.Set));

    public static BrokenInterval<TMistake> Pow(BrokenInterval<TMistake> x, int n) => new(Interval.Pow(x.Set, n));

    public static BrokenInterval<TMistake> Exp(BrokenInterval<TMistake> x)
    {
        var (low, high) = (Math.Exp(x.Set.Lower), Math.Exp(x.Set.Upper));
        return TMistake.Kind == Mistake.PlatformExp && double.IsFinite(low) && double.IsFinite(high) ? new(new Interval(low, high)) : new(Interval.Exp(x.Set));
    }

    public static BrokenInterval<TMistake> Log(BrokenInterval<TMistake> x) => new(Interval.Log(x.Set));

    public static BrokenInterval<TMistake> Sqrt(BrokenInterval<TMistake> x) => new(Interval.Sqrt(x.Set));

    public static BrokenInterval<TMistake> Min(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b) => new(Interval.Min(a.Set, b.Set));

    public static BrokenInterval<TMistake> Max(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b)
    {
        var max = Interval.Max(a.Set, b.Set);
        return new(TMistake.Kind == Mistake.CollapsedMax && double.IsFinite(max.Upper) ? new Interval(max.Upper) : max);
    }

    public static BrokenInterval<TMistake> Abs(BrokenInterval<TMistake> x) => new(Interval.Abs(x.Set));

    public static BrokenInterval<TMistake> Expm1(BrokenInterval<TMistake> x) => new(Interval.Expm1(x.Set));

    public static BrokenInterval<TMistake> Log1p(BrokenInterval<TMistake> x)
    {
        var (low, high) = (1 + x.Set.Lower, 1 + x.Set.Upper);
        return TMistake.Kind == Mistake.RoundedLog1p && low > 0 && double.IsFinite(high)
            ? new(Interval.Log(new Interval(low, high)))
            : new(Interval.Log1p(x.Set));
    }

    public static BrokenInterval<TMistake> Cosh(BrokenInterval<TMistake> x)
        => TMistake.Kind == Mistake.IncreasingCosh
            ? new(Interval.Hull(Interval.Cosh(new(Math.Max(x.Set.Lower, double.MinValue))), Interval.Cosh(new(Math.Min(x.Set.Upper, double.MaxValue)))))
            : new(Interval.Cosh(x.Set));

    public static BrokenInterval<TMistake> Sinh(BrokenInterval<TMistake> x) => new(Interval.Sinh(x.Set));

    public static BrokenInterval<TMistake> Asinh(BrokenInterval<TMistake> x) => new(Interval.Asinh(x.Set));

    public static BrokenInterval<TMistake> Atanh(BrokenInterval<TMistake> x) => new(Interval.Atanh(x.Set));

    public static BrokenInterval<TMistake> Logistic(BrokenInterval<TMistake> x) => new(Interval.Logistic(x.Set));

    public static Truth Less(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b)
        => TMistake.Kind == Mistake.DecisiveLess ? Truth.Of(a.Set.Midpoint < b.Set.Midpoint) : Interval.Less(a.Set, b.Set);

    public static Truth LessOrEqual(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b) => !Less(b, a);

    public static bool IsFinite(BrokenInterval<TMistake> x) => Interval.IsFinite(x.Set);

    public static bool Contains(BrokenInterval<TMistake> x, Rational value) => x.Set.Contains(value);

    public static bool ContainsZero(BrokenInterval<TMistake> x) => Interval.ContainsZero(x.Set);

    public static bool IsSubset(BrokenInterval<TMistake> inner, BrokenInterval<TMistake> outer) => Interval.IsSubset(inner.Set, outer.Set);

    public static bool IsInterior(BrokenInterval<TMistake> inner, BrokenInterval<TMistake> outer) => Interval.IsInterior(inner.Set, outer.Set);

    public static bool Overlap(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b) => Interval.Overlap(a.Set, b.Set);

    public static BrokenInterval<TMistake> Hull(BrokenInterval<TMistake> a, BrokenInterval<TMistake> b) => new(Interval.Hull(a.Set, b.Set));
}
