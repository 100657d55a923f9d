namespace GrpoVerified.Arithmetic;

/// <content>Recording: each operation makes one node.</content>
public sealed partial class Expr
{
    /// <inheritdoc/>
    public static Expr FromInteger(long n) => n switch
    {
        0 => Zero,
        1 => One,
        _ => FromRational(n),
    };

    /// <inheritdoc/>
    public static Expr operator +(Expr a, Expr b) => Binary(ExprKind.Add, a, b);

    /// <inheritdoc/>
    public static Expr operator -(Expr a, Expr b) => Binary(ExprKind.Subtract, a, b);

    /// <inheritdoc/>
    public static Expr operator -(Expr a) => Unary(ExprKind.Negate, a);

    /// <inheritdoc/>
    public static Expr operator *(Expr a, Expr b) => Binary(ExprKind.Multiply, a, b);

    /// <inheritdoc/>
    public static Expr operator /(Expr a, Expr b) => Binary(ExprKind.Divide, a, b);

    /// <inheritdoc/>
    public static Expr Square(Expr x) => Unary(ExprKind.Square, x);

    /// <inheritdoc/>
    public static Expr Pow(Expr x, int n)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new(ExprKind.Pow, x, exponent: n);
    }

    /// <inheritdoc/>
    public static Expr Exp(Expr x) => Unary(ExprKind.Exp, x);

    /// <inheritdoc/>
    public static Expr Log(Expr x) => Unary(ExprKind.Log, x);

    /// <inheritdoc/>
    public static Expr Sqrt(Expr x) => Unary(ExprKind.Sqrt, x);

    /// <inheritdoc/>
    public static Expr Min(Expr a, Expr b) => Binary(ExprKind.Min, a, b);

    /// <inheritdoc/>
    public static Expr Max(Expr a, Expr b) => Binary(ExprKind.Max, a, b);

    /// <inheritdoc/>
    public static Expr Abs(Expr x) => Unary(ExprKind.Abs, x);

    /// <inheritdoc/>
    public static Expr ReciprocalSqrt(Expr x) => Unary(ExprKind.ReciprocalSqrt, x);

    /// <inheritdoc/>
    public static Expr Expm1(Expr x) => Unary(ExprKind.Expm1, x);

    /// <inheritdoc/>
    public static Expr Log1p(Expr x) => Unary(ExprKind.Log1p, x);

    /// <inheritdoc/>
    public static Expr Cosh(Expr x) => Unary(ExprKind.Cosh, x);

    /// <inheritdoc/>
    public static Expr Sinh(Expr x) => Unary(ExprKind.Sinh, x);

    /// <inheritdoc/>
    public static Expr Asinh(Expr x) => Unary(ExprKind.Asinh, x);

    /// <inheritdoc/>
    public static Expr Atanh(Expr x) => Unary(ExprKind.Atanh, x);

    /// <inheritdoc/>
    public static Expr Logistic(Expr x) => Unary(ExprKind.Logistic, x);

    private static Expr Unary(ExprKind kind, Expr x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return new(kind, x);
    }

    private static Expr Binary(ExprKind kind, Expr a, Expr b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(kind, a, b);
    }
}
