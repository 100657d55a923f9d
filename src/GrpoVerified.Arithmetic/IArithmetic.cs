namespace GrpoVerified.Arithmetic;

/// <summary>
/// The field operations a formula may use. Every formula of the theory is written once over this
/// interface (and <see cref="IElementary{T}"/>) and evaluated in doubles, intervals, balls,
/// derivatives, or recorded as an expression.
/// </summary>
/// <typeparam name="T">The arithmetic.</typeparam>
/// <remarks>
/// For enclosing arithmetics every result contains the exact result for all exact values of the
/// operands; an operation never throws on a value (division by an enclosure of zero gives the whole line).
/// Constants in formulas are integers; a rational constant is a quotient of integers with the
/// division placed last, so that it happens at the precision of the other operands.
/// </remarks>
public interface IArithmetic<T>
    where T : IArithmetic<T>
{
    /// <summary>Zero, exactly.</summary>
    static abstract T Zero { get; }

    /// <summary>One, exactly.</summary>
    static abstract T One { get; }

    /// <summary>The given integer (exact in every enclosing arithmetic up to |n| ≤ 2^53, enclosed beyond).</summary>
    static abstract T FromInteger(long n);

    /// <summary>Sum.</summary>
    static abstract T operator +(T a, T b);

    /// <summary>Difference.</summary>
    static abstract T operator -(T a, T b);

    /// <summary>Negation, exact.</summary>
    static abstract T operator -(T a);

    /// <summary>Product.</summary>
    static abstract T operator *(T a, T b);

    /// <summary>Quotient.</summary>
    static abstract T operator /(T a, T b);

    /// <summary>The square x², never negative in an enclosing arithmetic.</summary>
    static virtual T Square(T x) => x * x;
}
