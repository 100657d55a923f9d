using static GrpoVerified.Arithmetic.Expr;

namespace GrpoVerified.Proving.Statements;

/// <summary>Formulas in the fourteen operations of the certificate format.</summary>
public static class Lowering
{
    /// <summary>The same function with only num, var, add, sub, mul, div, min, max, neg, square, sqrt, exp, log, abs.</summary>
    /// <remarks>The definitions are those of docs/certificate-format.md, section Programs. Lowering twice changes nothing.</remarks>
    public static Expr Lower(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var steps = expression.Program.Instructions;
        if (steps.All(s => IsBasic(s.Kind)))
        {
            return expression;
        }

        var values = new Expr[steps.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Step(steps[i], values);
        }

        return values[^1];
    }

    /// <summary>Whether the operation belongs to the certificate format.</summary>
    public static bool IsBasic(ExprKind kind) => kind is ExprKind.Number or ExprKind.Variable or ExprKind.Add or ExprKind.Subtract
        or ExprKind.Multiply or ExprKind.Divide or ExprKind.Min or ExprKind.Max or ExprKind.Negate or ExprKind.Square
        or ExprKind.Sqrt or ExprKind.Exp or ExprKind.Log or ExprKind.Abs;

    /// <summary>A node of a basic operation from its operands.</summary>
    public static Expr Node(in ExprInstruction step, Expr? left, Expr? right) => step.Kind switch
    {
        ExprKind.Number => FromRational(step.Number),
        ExprKind.Variable => Variable(step.Name!),
        ExprKind.Add => left! + right!,
        ExprKind.Subtract => left! - right!,
        ExprKind.Multiply => left! * right!,
        ExprKind.Divide => left! / right!,
        ExprKind.Min => Min(left!, right!),
        ExprKind.Max => Max(left!, right!),
        ExprKind.Negate => -left!,
        ExprKind.Square => Square(left!),
        ExprKind.Sqrt => Sqrt(left!),
        ExprKind.Exp => Exp(left!),
        ExprKind.Log => Log(left!),
        ExprKind.Abs => Abs(left!),
        _ => throw new InvalidOperationException($"{step.Kind} is not an operation of the certificate format; lower the expression first."),
    };

    private static Expr Step(in ExprInstruction step, Expr[] values)
    {
        var x = step.Left < 0 ? Zero : values[step.Left];
        return step.Kind switch
        {
            ExprKind.Pow => Power(x, step.Exponent),
            ExprKind.ReciprocalSqrt => One / Sqrt(x),
            ExprKind.Expm1 => Exp(x) - One,
            ExprKind.Log1p => Log(One + x),
            ExprKind.Sinh => HyperbolicSine(x),
            ExprKind.Cosh => One + (FromInteger(2) * Square(HyperbolicSine(x / FromInteger(2)))),
            ExprKind.Asinh => Log(x + Sqrt(Square(x) + One)),
            ExprKind.Atanh => (Log(One + x) - Log(One - x)) / FromInteger(2),
            ExprKind.Logistic => One / (One + Exp(-x)),
            _ => Node(step, x, step.Right < 0 ? null : values[step.Right]),
        };
    }

    private static Expr HyperbolicSine(Expr x) => (Exp(x) - Exp(-x)) / FromInteger(2);

    private static Expr Power(Expr x, int n)
        => n == 0 ? One : n == 1 ? x : (n & 1) == 0 ? Square(Power(x, n / 2)) : Power(x, n - 1) * x;
}
