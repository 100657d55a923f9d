namespace GrpoVerified.Arithmetic;

/// <summary>A value and its derivative with respect to one chosen variable: forward differentiation of any formula.</summary>
/// <typeparam name="T">The arithmetic; with an enclosing one, both components are enclosures.</typeparam>
/// <param name="Value">The value f.</param>
/// <param name="Derivative">The derivative f′.</param>
/// <remarks>
/// Where min, max or abs has a kink and an enclosing arithmetic cannot tell the side, the derivative is the hull of both sides:
/// it contains every slope (f(y) − f(x))/(y − x) over the operand, so the mean value form stays valid.
/// <see cref="Float64"/> takes the first operand of min and max, and the positive side of abs, at the kink itself.
/// </remarks>
public readonly partial record struct Dual<T>(T Value, T Derivative) : IElementary<Dual<T>>
    where T : IElementary<T>
{
    /// <inheritdoc/>
    public static Dual<T> Zero => new(T.Zero, T.Zero);

    /// <inheritdoc/>
    public static Dual<T> One => new(T.One, T.Zero);

    /// <summary>A constant: derivative zero.</summary>
    public static Dual<T> Constant(T value) => new(value, T.Zero);

    /// <summary>The variable of differentiation: derivative one.</summary>
    public static Dual<T> Variable(T value) => new(value, T.One);

    /// <inheritdoc/>
    public static Dual<T> FromInteger(long n) => new(T.FromInteger(n), T.Zero);

    /// <inheritdoc/>
    public static Dual<T> operator +(Dual<T> a, Dual<T> b) => new(a.Value + b.Value, a.Derivative + b.Derivative);

    /// <inheritdoc/>
    public static Dual<T> operator -(Dual<T> a, Dual<T> b) => new(a.Value - b.Value, a.Derivative - b.Derivative);

    /// <inheritdoc/>
    public static Dual<T> operator -(Dual<T> a) => new(-a.Value, -a.Derivative);

    /// <inheritdoc/>
    public static Dual<T> operator *(Dual<T> a, Dual<T> b)
        => new(a.Value * b.Value, (a.Derivative * b.Value) + (a.Value * b.Derivative));

    /// <inheritdoc/>
    public static Dual<T> operator /(Dual<T> a, Dual<T> b)
    {
        var quotient = a.Value / b.Value;
        return new(quotient, (a.Derivative - (quotient * b.Derivative)) / b.Value);
    }

    /// <inheritdoc/>
    public static Dual<T> Square(Dual<T> x) => new(T.Square(x.Value), T.FromInteger(2) * x.Value * x.Derivative);

    /// <inheritdoc/>
    public override string ToString() => $"{Value} + {Derivative}·d";
}
