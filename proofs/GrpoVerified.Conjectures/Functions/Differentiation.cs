namespace GrpoVerified.Conjectures.Functions;

/// <summary>The derivative of an expression as an expression: the chain rule of <see cref="Dual{T}"/>, recorded, without its zeros.</summary>
internal static class Differentiation
{
    /// <summary>The name of abs, min or max if one of them contains the variable, else null.</summary>
    public static string? Kink(Expr f, string variable)
    {
        var steps = f.Program.Instructions;
        var contains = new bool[steps.Count];
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            contains[i] = string.Equals(step.Name, variable, StringComparison.Ordinal)
                || (step.Left >= 0 && contains[step.Left]) || (step.Right >= 0 && contains[step.Right]);
            if (contains[i] && step.Kind is ExprKind.Abs or ExprKind.Min or ExprKind.Max)
            {
                return step.Kind.ToString().ToLowerInvariant();
            }
        }

        return null;
    }

    /// <summary>df/dx.</summary>
    public static Expr Of(Expr f, string variable)
    {
        var values = f.FreeVariables.ToDictionary(
            name => name,
            name => string.Equals(name, variable, StringComparison.Ordinal) ? Dual<Expr>.Variable(Expr.Variable(name)) : Dual<Expr>.Constant(Expr.Variable(name)),
            StringComparer.Ordinal);
        return WithoutZeros(f.Evaluate(values, new DualContext<Expr>(ExprContext.Instance)).Derivative);
    }

    // 0·x, 1·x, x ± 0, 0 − x, −0, 0/x, x/1, 0² and 0ⁿ, from the leaves up.
    private static Expr WithoutZeros(Expr e)
    {
        var steps = e.Program.Instructions;
        var parts = new Expr[steps.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Simplest(steps[i], parts);
        }

        return parts[^1];
    }

    private static Expr Simplest(in ExprInstruction step, Expr[] parts)
    {
        var a = step.Left >= 0 ? parts[step.Left] : Expr.Zero;
        var b = step.Right >= 0 ? parts[step.Right] : Expr.Zero;
        return step.Kind switch
        {
            ExprKind.Number => Expr.FromRational(step.Number),
            ExprKind.Variable => Expr.Variable(step.Name!),
            ExprKind.Add => IsZero(a) ? b : IsZero(b) ? a : a + b,
            ExprKind.Subtract => IsZero(b) ? a : IsZero(a) ? -b : a - b,
            ExprKind.Multiply => IsZero(a) || IsZero(b) ? Expr.Zero : IsOne(a) ? b : IsOne(b) ? a : a * b,
            ExprKind.Divide => IsZero(a) ? Expr.Zero : IsOne(b) ? a : a / b,
            ExprKind.Negate => IsZero(a) ? Expr.Zero : -a,
            ExprKind.Square => IsZero(a) ? Expr.Zero : Expr.Square(a),
            ExprKind.Pow => Expr.Pow(a, step.Exponent),
            ExprKind.Exp => Expr.Exp(a),
            ExprKind.Log => Expr.Log(a),
            ExprKind.Sqrt => Expr.Sqrt(a),
            ExprKind.Min => Expr.Min(a, b),
            ExprKind.Max => Expr.Max(a, b),
            ExprKind.Abs => Expr.Abs(a),
            ExprKind.ReciprocalSqrt => Expr.ReciprocalSqrt(a),
            ExprKind.Expm1 => Expr.Expm1(a),
            ExprKind.Log1p => Expr.Log1p(a),
            ExprKind.Cosh => Expr.Cosh(a),
            ExprKind.Sinh => Expr.Sinh(a),
            ExprKind.Asinh => Expr.Asinh(a),
            ExprKind.Atanh => Expr.Atanh(a),
            ExprKind.Logistic => Expr.Logistic(a),
            _ => throw new InvalidOperationException($"The operation {step.Kind} has no simplification."),
        };
    }

    private static bool IsZero(Expr e) => e.Kind == ExprKind.Number && e.Number.IsZero;

    private static bool IsOne(Expr e) => e.Kind == ExprKind.Number && e.Number == Rational.One;
}
