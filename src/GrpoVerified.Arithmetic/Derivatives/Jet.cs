namespace GrpoVerified.Arithmetic;

/// <summary>A value with its first and second derivative with respect to one chosen variable.</summary>
/// <typeparam name="T">The arithmetic; with an enclosing one, all components are enclosures.</typeparam>
/// <param name="Value">The value f.</param>
/// <param name="First">The derivative f′.</param>
/// <param name="Second">The second derivative f″.</param>
/// <remarks>
/// Where min, max or abs has a kink and the side is undecided, the first derivative is the hull of both sides and the second
/// the whole line: no bound of the curvature is valid across a kink.
/// </remarks>
public readonly partial record struct Jet<T>(T Value, T First, T Second) : IElementary<Jet<T>>
    where T : IElementary<T>
{
    /// <inheritdoc/>
    public static Jet<T> Zero => Constant(T.Zero);

    /// <inheritdoc/>
    public static Jet<T> One => Constant(T.One);

    /// <summary>A constant: derivatives zero.</summary>
    public static Jet<T> Constant(T value) => new(value, T.Zero, T.Zero);

    /// <summary>The variable of differentiation: derivatives one and zero.</summary>
    public static Jet<T> Variable(T value) => new(value, T.One, T.Zero);

    /// <inheritdoc/>
    public static Jet<T> FromInteger(long n) => Constant(T.FromInteger(n));

    /// <inheritdoc/>
    public static Jet<T> operator +(Jet<T> a, Jet<T> b) => new(a.Value + b.Value, a.First + b.First, a.Second + b.Second);

    /// <inheritdoc/>
    public static Jet<T> operator -(Jet<T> a, Jet<T> b) => new(a.Value - b.Value, a.First - b.First, a.Second - b.Second);

    /// <inheritdoc/>
    public static Jet<T> operator -(Jet<T> a) => new(-a.Value, -a.First, -a.Second);

    /// <inheritdoc/>
    public static Jet<T> operator *(Jet<T> a, Jet<T> b) => new(
        a.Value * b.Value,
        (a.First * b.Value) + (a.Value * b.First),
        (a.Second * b.Value) + (T.FromInteger(2) * a.First * b.First) + (a.Value * b.Second));

    /// <inheritdoc/>
    public static Jet<T> operator /(Jet<T> a, Jet<T> b)
    {
        // From a = q·b, differentiated once and twice.
        var value = a.Value / b.Value;
        var first = (a.First - (value * b.First)) / b.Value;
        return new(value, first, (a.Second - (T.FromInteger(2) * first * b.First) - (value * b.Second)) / b.Value);
    }

    /// <inheritdoc/>
    public static Jet<T> Square(Jet<T> x) => new(
        T.Square(x.Value),
        T.FromInteger(2) * x.Value * x.First,
        T.FromInteger(2) * (T.Square(x.First) + (x.Value * x.Second)));

    /// <inheritdoc/>
    public override string ToString() => $"{Value} + {First}·d + {Second}·d²/2";
}
