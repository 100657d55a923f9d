namespace GrpoVerified.Arithmetic;

/// <summary>The elementary functions a formula may use beside the field operations.</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
/// <remarks>
/// Functions with a default are defined by it; an arithmetic may replace the default by a tighter or
/// faster evaluation of the same function, never by another function. Clip, minimum and maximum are
/// operations here, because a formula contains no branch on a value.
/// Outside the domain (log of a non-positive, root of a negative number) an enclosing arithmetic
/// evaluates on the part of the operand inside the domain if there is one, and otherwise returns the
/// whole line; double returns NaN.
/// </remarks>
public interface IElementary<T> : IArithmetic<T>
    where T : IElementary<T>
{
    /// <summary>Exponential function e^x.</summary>
    static abstract T Exp(T x);

    /// <summary>Natural logarithm, domain x &gt; 0.</summary>
    static abstract T Log(T x);

    /// <summary>Square root, domain x ≥ 0.</summary>
    static abstract T Sqrt(T x);

    /// <summary>The smaller of two values.</summary>
    static abstract T Min(T a, T b);

    /// <summary>The larger of two values.</summary>
    static abstract T Max(T a, T b);

    /// <summary>Absolute value.</summary>
    static virtual T Abs(T x) => T.Max(x, -x);

    /// <summary>Reciprocal square root 1/√x, domain x &gt; 0.</summary>
    static virtual T ReciprocalSqrt(T x) => T.One / T.Sqrt(x);

    /// <summary>e^x − 1, accurate near 0 where the arithmetic provides it.</summary>
    static virtual T Expm1(T x) => T.Exp(x) - T.One;

    /// <summary>log(1 + x), accurate near 0 where the arithmetic provides it; domain x &gt; −1.</summary>
    static virtual T Log1p(T x) => T.Log(T.One + x);

    /// <summary>Hyperbolic cosine.</summary>
    static virtual T Cosh(T x) => (T.Exp(x) + T.Exp(-x)) / T.FromInteger(2);

    /// <summary>Hyperbolic sine, accurate near 0 where the arithmetic provides it.</summary>
    static virtual T Sinh(T x) => (T.Exp(x) - T.Exp(-x)) / T.FromInteger(2);

    /// <summary>Inverse hyperbolic sine.</summary>
    static virtual T Asinh(T x) => T.Log(x + T.Sqrt(T.Square(x) + T.One));

    /// <summary>Inverse hyperbolic tangent, domain |x| &lt; 1.</summary>
    static virtual T Atanh(T x) => T.Log((T.One + x) / (T.One - x)) / T.FromInteger(2);

    /// <summary>Logistic function 1/(1 + e^−x).</summary>
    static virtual T Logistic(T x) => T.One / (T.One + T.Exp(-x));

    /// <summary>x^n for an integer n ≥ 0.</summary>
    static virtual T Pow(T x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var result = T.One;
        for (var square = x; n > 0; n >>= 1, square = n > 0 ? T.Square(square) : square)
        {
            if ((n & 1) != 0)
            {
                result *= square;
            }
        }

        return result;
    }
}
