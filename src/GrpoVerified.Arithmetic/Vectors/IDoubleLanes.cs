namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>Several doubles side by side: the hardware's vectors, or one double where it has none.</summary>
/// <typeparam name="T">The vector.</typeparam>
/// <remarks>
/// A comparison gives a mask: a lane with all bits set where it holds, else zero; it does not hold where an operand is NaN.
/// The directed operations have the preconditions of docs/formulas-interval.md, section 9: operands and result finite, products,
/// quotients and roots at least 1e-280 in magnitude (so that errors are doubles), divisors positive. Callers check.
/// </remarks>
public interface IDoubleLanes<T>
    where T : struct, IDoubleLanes<T>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Whether the hardware has these vectors; otherwise they still compute the same, slowly.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Whether <see cref="MultiplyAdd"/> rounds once.</summary>
    static abstract bool IsFused { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract T Broadcast(double value);

    /// <summary>The first <see cref="Count"/> numbers.</summary>
    static abstract T Load(ReadOnlySpan<double> values);

    /// <summary>Writes the lanes to the first <see cref="Count"/> places.</summary>
    void Store(Span<double> destination);

    /// <summary>Sum, to nearest.</summary>
    static abstract T operator +(T a, T b);

    /// <summary>Difference, to nearest.</summary>
    static abstract T operator -(T a, T b);

    /// <summary>Negation.</summary>
    static abstract T operator -(T a);

    /// <summary>Product, to nearest.</summary>
    static abstract T operator *(T a, T b);

    /// <summary>Quotient, to nearest.</summary>
    static abstract T operator /(T a, T b);

    /// <summary>Square root, to nearest.</summary>
    static abstract T Sqrt(T a);

    /// <summary>a·b + c, rounded once or twice (<see cref="IsFused"/>).</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>Absolute value.</summary>
    static abstract T Abs(T a);

    /// <summary>The smaller number; operands are not NaN.</summary>
    static abstract T Min(T a, T b);

    /// <summary>The larger number; operands are not NaN.</summary>
    static abstract T Max(T a, T b);

    /// <summary>Mask of a &lt; b.</summary>
    static abstract T LessThan(T a, T b);

    /// <summary>Mask of a ≤ b.</summary>
    static abstract T LessThanOrEqual(T a, T b);

    /// <summary>Bitwise conjunction of masks.</summary>
    static abstract T BothBits(T a, T b);

    /// <summary>Bits of <paramref name="a"/> where the mask is set, else of <paramref name="b"/>.</summary>
    static abstract T Choose(T mask, T a, T b);

    /// <summary>Whether every lane of a mask is set.</summary>
    static abstract bool All(T mask);

    /// <summary>x·2^n, where the low 12 bits of <paramref name="bits"/> hold n modulo 4096; x and the result positive and normal.</summary>
    static abstract T ScaleByBits(T x, T bits);

    /// <summary>Largest double at most a + b.</summary>
    static abstract T AddDown(T a, T b);

    /// <summary>Smallest double at least a + b.</summary>
    static abstract T AddUp(T a, T b);

    /// <summary>A double at most a·b: the largest one if <see cref="IsFused"/>, else perhaps the next below.</summary>
    static abstract T MultiplyDown(T a, T b);

    /// <summary>A double at least a·b: the smallest one if <see cref="IsFused"/>, else perhaps the next above.</summary>
    static abstract T MultiplyUp(T a, T b);

    /// <summary>A double at most a/b, b &gt; 0: the largest one if <see cref="IsFused"/>, else perhaps the next below.</summary>
    static abstract T DivideDown(T a, T b);

    /// <summary>A double at least a/b, b &gt; 0: the smallest one if <see cref="IsFused"/>, else perhaps the next above.</summary>
    static abstract T DivideUp(T a, T b);

    /// <summary>A double at most √a: the largest one if <see cref="IsFused"/>, else perhaps the next below.</summary>
    static abstract T SqrtDown(T a);

    /// <summary>A double at least √a: the smallest one if <see cref="IsFused"/>, else perhaps the next above.</summary>
    static abstract T SqrtUp(T a);
}
