using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>One step of a program in any arithmetic.</summary>
internal static class ExprEvaluation
{
    public static T Step<T>(in ExprInstruction step, T[] values, IReadOnlyDictionary<string, T> variables, IArithmeticContext<T>? constants)
        where T : IElementary<T>
        => step.Kind switch
        {
            ExprKind.Number => constants is null ? Constant<T>(step.Number) : constants.Enclose(step.Number),
            ExprKind.Variable => Lookup(variables, step.Name!),
            ExprKind.Add => values[step.Left] + values[step.Right],
            ExprKind.Subtract => values[step.Left] - values[step.Right],
            ExprKind.Negate => -values[step.Left],
            ExprKind.Multiply => values[step.Left] * values[step.Right],
            ExprKind.Divide => values[step.Left] / values[step.Right],
            ExprKind.Square => T.Square(values[step.Left]),
            ExprKind.Pow => T.Pow(values[step.Left], step.Exponent),
            ExprKind.Exp => T.Exp(values[step.Left]),
            ExprKind.Log => T.Log(values[step.Left]),
            ExprKind.Sqrt => T.Sqrt(values[step.Left]),
            ExprKind.Min => T.Min(values[step.Left], values[step.Right]),
            ExprKind.Max => T.Max(values[step.Left], values[step.Right]),
            ExprKind.Abs => T.Abs(values[step.Left]),
            ExprKind.ReciprocalSqrt => T.ReciprocalSqrt(values[step.Left]),
            ExprKind.Expm1 => T.Expm1(values[step.Left]),
            ExprKind.Log1p => T.Log1p(values[step.Left]),
            ExprKind.Cosh => T.Cosh(values[step.Left]),
            ExprKind.Sinh => T.Sinh(values[step.Left]),
            ExprKind.Asinh => T.Asinh(values[step.Left]),
            ExprKind.Atanh => T.Atanh(values[step.Left]),
            ExprKind.Logistic => T.Logistic(values[step.Left]),
            _ => throw new InvalidOperationException($"The operation {step.Kind} has no evaluation."),
        };

    private static T Lookup<T>(IReadOnlyDictionary<string, T> variables, string name)
        => variables.TryGetValue(name, out var value)
            ? value
            : throw new ArgumentException($"the variable {name} has no value; given are: {string.Join(", ", variables.Keys.Order(StringComparer.Ordinal))}", nameof(variables));

    private static T Constant<T>(Rational value)
        where T : IElementary<T>
        => value.IsInteger ? Integer<T>(value.Numerator) : Integer<T>(value.Numerator) / Integer<T>(value.Denominator);

    // Integers beyond 64 bits are built from their digits in base 2^62.
    private static T Integer<T>(BigInteger n)
        where T : IElementary<T>
    {
        if (n >= long.MinValue && n <= long.MaxValue)
        {
            return T.FromInteger((long)n);
        }

        var magnitude = BigInteger.Abs(n);
        var result = T.Zero;
        for (var shift = (int)((magnitude.GetBitLength() - 1) / 62 * 62); shift >= 0; shift -= 62)
        {
            var digit = (long)((magnitude >> shift) & ((BigInteger.One << 62) - 1));
            result = (result * T.FromInteger(1L << 62)) + T.FromInteger(digit);
        }

        return n.Sign < 0 ? -result : result;
    }
}
