namespace GrpoVerified.Arithmetic;

/// <content>Elementary functions by the chain rule; <see cref="Slopes{T}"/> holds the derivatives.</content>
public readonly partial record struct Dual<T>
{
    /// <inheritdoc/>
    public static Dual<T> Exp(Dual<T> x) => Chain(x, Slopes<T>.Exp(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Expm1(Dual<T> x) => Chain(x, Slopes<T>.Expm1(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Log(Dual<T> x) => Chain(x, Slopes<T>.Log(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Log1p(Dual<T> x) => Chain(x, Slopes<T>.Log1p(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Sqrt(Dual<T> x) => Chain(x, Slopes<T>.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Dual<T> ReciprocalSqrt(Dual<T> x) => Chain(x, Slopes<T>.ReciprocalSqrt(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Cosh(Dual<T> x) => Chain(x, Slopes<T>.Cosh(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Sinh(Dual<T> x) => Chain(x, Slopes<T>.Sinh(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Asinh(Dual<T> x) => Chain(x, Slopes<T>.Asinh(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Atanh(Dual<T> x) => Chain(x, Slopes<T>.Atanh(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Logistic(Dual<T> x) => Chain(x, Slopes<T>.Logistic(x.Value));

    /// <inheritdoc/>
    public static Dual<T> Pow(Dual<T> x, int n) => Chain(x, Slopes<T>.Pow(x.Value, n));

    /// <inheritdoc/>
    public static Dual<T> Min(Dual<T> a, Dual<T> b)
        => new(T.Min(a.Value, b.Value), Kink<T>.Select(a.Value, b.Value, a.Derivative, b.Derivative));

    /// <inheritdoc/>
    public static Dual<T> Max(Dual<T> a, Dual<T> b)
        => new(T.Max(a.Value, b.Value), Kink<T>.Select(b.Value, a.Value, a.Derivative, b.Derivative));

    /// <inheritdoc/>
    public static Dual<T> Abs(Dual<T> x)
        => new(T.Abs(x.Value), Kink<T>.Select(T.Zero, x.Value, x.Derivative, -x.Derivative));

    private static Dual<T> Chain(Dual<T> x, (T Value, T First, T Second) f) => new(f.Value, f.First * x.Derivative);
}
