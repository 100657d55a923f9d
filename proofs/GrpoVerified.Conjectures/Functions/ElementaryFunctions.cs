namespace GrpoVerified.Conjectures.Functions;

/// <summary>Functions of real numbers.</summary>
internal static class ElementaryFunctions
{
    /// <summary>Largest exponent of pow.</summary>
    public const int MostPower = 100;

    public static IReadOnlyList<Function> All { get; } =
    [
        Function.Of("exp", "x", "e^x", Expr.Exp),
        Function.Of("log", "x", "natural logarithm, x > 0", Expr.Log),
        Function.Of("sqrt", "x", "square root, x >= 0", Expr.Sqrt),
        Function.Of("abs", "x", "absolute value", Expr.Abs),
        Function.Of("min", "x, y", "the smaller of two numbers", Expr.Min),
        Function.Of("max", "x, y", "the larger of two numbers", Expr.Max),
        Function.Of("square", "x", "x^2", Expr.Square),
        new("pow", "pow(x, n)", "x^n, n a whole number from -100 to 100", 2, 2, Power),
        Function.Of("expm1", "x", "e^x - 1", Expr.Expm1),
        Function.Of("log1p", "x", "log(1 + x), x > -1", Expr.Log1p),
        Function.Of("sinh", "x", "hyperbolic sine", Expr.Sinh),
        Function.Of("cosh", "x", "hyperbolic cosine", Expr.Cosh),
        Function.Of("asinh", "x", "inverse hyperbolic sine", Expr.Asinh),
        Function.Of("atanh", "x", "inverse hyperbolic tangent, -1 < x < 1", Expr.Atanh),
    ];

    private static Expr Power(FunctionCall call)
    {
        var n = call.Integer(1, -MostPower, MostPower);
        var x = call.Term(0);
        return n >= 0 ? Expr.Pow(x, n) : Expr.One / Expr.Pow(x, -n);
    }
}
