namespace GrpoVerified.Arithmetic;

/// <content>Elementary functions by the chain rule; <see cref="Slopes{T}"/> holds the derivatives.</content>
public readonly partial record struct Jet<T>
{
    /// <inheritdoc/>
    public static Jet<T> Exp(Jet<T> x) => Chain(x, Slopes<T>.Exp(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Expm1(Jet<T> x) => Chain(x, Slopes<T>.Expm1(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Log(Jet<T> x) => Chain(x, Slopes<T>.Log(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Log1p(Jet<T> x) => Chain(x, Slopes<T>.Log1p(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Sqrt(Jet<T> x) => Chain(x, Slopes<T>.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Jet<T> ReciprocalSqrt(Jet<T> x) => Chain(x, Slopes<T>.ReciprocalSqrt(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Cosh(Jet<T> x) => Chain(x, Slopes<T>.Cosh(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Sinh(Jet<T> x) => Chain(x, Slopes<T>.Sinh(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Asinh(Jet<T> x) => Chain(x, Slopes<T>.Asinh(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Atanh(Jet<T> x) => Chain(x, Slopes<T>.Atanh(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Logistic(Jet<T> x) => Chain(x, Slopes<T>.Logistic(x.Value));

    /// <inheritdoc/>
    public static Jet<T> Pow(Jet<T> x, int n) => Chain(x, Slopes<T>.Pow(x.Value, n));

    /// <inheritdoc/>
    public static Jet<T> Min(Jet<T> a, Jet<T> b) => Smaller(T.Min(a.Value, b.Value), a, b, a, b);

    /// <inheritdoc/>
    public static Jet<T> Max(Jet<T> a, Jet<T> b) => Smaller(T.Max(a.Value, b.Value), b, a, a, b);

    /// <inheritdoc/>
    public static Jet<T> Abs(Jet<T> x) => Smaller(T.Abs(x.Value), Zero, x, x, -x);

    private static Jet<T> Chain(Jet<T> x, (T Value, T First, T Second) f) => new(
        f.Value,
        f.First * x.First,
        (f.Second * T.Square(x.First)) + (f.First * x.Second));

    // The derivatives of first where a ≤ b, of second where a > b; one divided by zero is the whole line.
    private static Jet<T> Smaller(T value, Jet<T> a, Jet<T> b, Jet<T> first, Jet<T> second)
        => Kink<T>.Order(a.Value, b.Value) switch
        {
            { IsCertain: true } => new(value, first.First, first.Second),
            { IsRefuted: true } => new(value, second.First, second.Second),
            _ => new(value, Kink<T>.Join(first.First, second.First), T.One / T.Zero),
        };
}
