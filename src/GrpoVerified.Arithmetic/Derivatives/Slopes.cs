namespace GrpoVerified.Arithmetic;

/// <summary>Value, first and second derivative of each elementary function of one variable.</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
internal static class Slopes<T>
    where T : IElementary<T>
{
    private static T Two => T.FromInteger(2);

    public static (T Value, T First, T Second) Exp(T x)
    {
        var e = T.Exp(x);
        return (e, e, e);
    }

    public static (T Value, T First, T Second) Expm1(T x)
    {
        var e = T.Exp(x);
        return (T.Expm1(x), e, e);
    }

    public static (T Value, T First, T Second) Log(T x)
    {
        var r = T.One / x;
        return (T.Log(x), r, -T.Square(r));
    }

    public static (T Value, T First, T Second) Log1p(T x)
    {
        var r = T.One / (T.One + x);
        return (T.Log1p(x), r, -T.Square(r));
    }

    public static (T Value, T First, T Second) Sqrt(T x)
    {
        var root = T.Sqrt(x);
        var first = T.One / (Two * root);
        return (root, first, -first / (Two * x));
    }

    public static (T Value, T First, T Second) ReciprocalSqrt(T x)
    {
        var r = T.ReciprocalSqrt(x);
        var first = -r / (Two * x);
        return (r, first, T.FromInteger(3) * r / (T.FromInteger(4) * T.Square(x)));
    }

    public static (T Value, T First, T Second) Cosh(T x)
    {
        var value = T.Cosh(x);
        return (value, T.Sinh(x), value);
    }

    public static (T Value, T First, T Second) Sinh(T x)
    {
        var value = T.Sinh(x);
        return (value, T.Cosh(x), value);
    }

    public static (T Value, T First, T Second) Asinh(T x)
    {
        var first = T.ReciprocalSqrt(T.One + T.Square(x));
        return (T.Asinh(x), first, -x * T.Pow(first, 3));
    }

    public static (T Value, T First, T Second) Atanh(T x)
    {
        var first = T.One / ((T.One - x) * (T.One + x));
        return (T.Atanh(x), first, Two * x * T.Square(first));
    }

    // σ′ = σ(x)σ(−x) and 1 − 2σ(x) = σ(−x) − σ(x): no cancellation in the tails.
    public static (T Value, T First, T Second) Logistic(T x)
    {
        var (up, down) = (T.Logistic(x), T.Logistic(-x));
        var first = up * down;
        return (up, first, first * (down - up));
    }

    public static (T Value, T First, T Second) Pow(T x, int n)
        => (T.Pow(x, n),
            n == 0 ? T.Zero : T.FromInteger(n) * T.Pow(x, n - 1),
            n <= 1 ? T.Zero : T.FromInteger((long)n * (n - 1)) * T.Pow(x, n - 2));
}
