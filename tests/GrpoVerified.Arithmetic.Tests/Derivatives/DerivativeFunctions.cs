namespace GrpoVerified.Arithmetic.Tests.Derivatives;

/// <summary>The functions of reference/derivative_points.py, over any arithmetic.</summary>
internal static class DerivativeFunctions
{
    public static T Apply<T>(string name, T x)
        where T : IElementary<T>
        => name switch
        {
            "exp" => T.Exp(x),
            "expm1" => T.Expm1(x),
            "log" => T.Log(x),
            "log1p" => T.Log1p(x),
            "sqrt" => T.Sqrt(x),
            "rsqrt" => T.ReciprocalSqrt(x),
            "cosh" => T.Cosh(x),
            "sinh" => T.Sinh(x),
            "asinh" => T.Asinh(x),
            "atanh" => T.Atanh(x),
            "logistic" => T.Logistic(x),
            "pow5" => T.Pow(x, 5),
            "square" => T.Square(x),
            "quotient" => (T.Square(x) + T.One) / (x + T.FromInteger(3)),
            "success" => T.One / (T.One + (T.FromInteger(9) * T.Exp(-T.ReciprocalSqrt((x * (T.One - x)) + (T.One / T.FromInteger(1000)))))),
            "kinked" => T.Max(T.Min(T.Square(x), T.FromInteger(2)), T.Abs(x) / T.FromInteger(2)) + T.Abs(x - T.FromInteger(3)),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
}
