namespace GrpoVerified.Arithmetic;

/// <summary>
/// An arithmetic whose values are sets of real numbers proved to contain the exact value.
/// Comparisons are three-valued and ordering lives here, outside formulas.
/// </summary>
/// <typeparam name="T">The arithmetic.</typeparam>
public interface IEnclosure<T> : IElementary<T>
    where T : IEnclosure<T>
{
    /// <summary>Whether every member of <paramref name="a"/> is less than every member of <paramref name="b"/>.</summary>
    static abstract Truth Less(T a, T b);

    /// <summary>Whether every member of <paramref name="a"/> is at most every member of <paramref name="b"/>.</summary>
    static abstract Truth LessOrEqual(T a, T b);

    /// <summary>Whether both endpoints are finite.</summary>
    static abstract bool IsFinite(T x);

    /// <summary>Whether the set contains the exact number.</summary>
    static abstract bool Contains(T x, Rational value);

    /// <summary>Whether the set contains zero.</summary>
    static abstract bool ContainsZero(T x);

    /// <summary>Whether <paramref name="inner"/> is a subset of <paramref name="outer"/>.</summary>
    static abstract bool IsSubset(T inner, T outer);

    /// <summary>Whether <paramref name="inner"/> lies in the topological interior of <paramref name="outer"/>.</summary>
    static abstract bool IsInterior(T inner, T outer);

    /// <summary>Whether the two sets have a point in common.</summary>
    static abstract bool Overlap(T a, T b);

    /// <summary>The smallest representable enclosure of the union.</summary>
    static abstract T Hull(T a, T b);
}

/// <summary>Turns exact parameters into values of an arithmetic; carries what the arithmetic needs to know (its precision).</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
public interface IArithmeticContext<T>
    where T : IElementary<T>
{
    /// <summary>The value (nearest, enclosing, or exact) of an exact rational.</summary>
    T Enclose(Rational value);
}
