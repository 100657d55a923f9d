using static GrpoVerified.Arithmetic.Expr;

namespace GrpoVerified.Proving.Goals;

/// <summary>The derivative of docs/certificate-format.md, section Derivative: the same tree that a checker builds.</summary>
public static class Differentiation
{
    private static readonly Expr Two = FromInteger(2);

    /// <summary>D e with respect to a variable; null where an abs, min or max contains it.</summary>
    /// <param name="expression">An expression in the operations of the format.</param>
    /// <param name="variable">The variable.</param>
    public static Expr? Of(Expr expression, string variable)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var steps = expression.Program.Instructions;
        var parts = new Expr[steps.Count];
        var slopes = new Expr[steps.Count];
        var contains = new bool[steps.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var step = steps[i];
            var a = step.Left < 0 ? null : parts[step.Left];
            var b = step.Right < 0 ? null : parts[step.Right];
            var da = step.Left < 0 ? Zero : slopes[step.Left];
            var db = step.Right < 0 ? Zero : slopes[step.Right];
            parts[i] = Statements.Lowering.Node(step, a, b);
            contains[i] = step.Kind == ExprKind.Variable ? step.Name == variable
                : (step.Left >= 0 && contains[step.Left]) || (step.Right >= 0 && contains[step.Right]);
            if (!contains[i])
            {
                slopes[i] = Zero;
            }
            else if (step.Kind is ExprKind.Abs or ExprKind.Min or ExprKind.Max)
            {
                return null;
            }
            else
            {
                slopes[i] = Rule(step, parts[i], a!, b!, da, db);
            }
        }

        return slopes[^1];
    }

    /// <summary>Whether the expression contains the variable.</summary>
    public static bool Contains(Expr expression, string variable)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Program.Instructions.Any(s => s.Kind == ExprKind.Variable && s.Name == variable);
    }

    private static Expr Rule(in ExprInstruction step, Expr whole, Expr a, Expr b, Expr da, Expr db) => step.Kind switch
    {
        ExprKind.Variable => One,
        ExprKind.Add => Add(da, db),
        ExprKind.Subtract => Subtract(da, db),
        ExprKind.Multiply => Add(Multiply(da, b), Multiply(a, db)),
        ExprKind.Divide => Divide(Subtract(Multiply(da, b), Multiply(a, db)), Square(b)),
        ExprKind.Negate => Negate(da),
        ExprKind.Square => Multiply(Multiply(Two, a), da),
        ExprKind.Sqrt => Divide(da, Multiply(Two, whole)),
        ExprKind.Exp => Multiply(whole, da),
        ExprKind.Log => Divide(da, a),
        _ => throw new InvalidOperationException($"{step.Kind} has no derivative in the format."),
    };

    private static Expr Add(Expr a, Expr b) => IsZero(a) ? b : IsZero(b) ? a : a + b;

    private static Expr Subtract(Expr a, Expr b) => IsZero(b) ? a : IsZero(a) ? Negate(b) : a - b;

    private static Expr Negate(Expr a) => IsZero(a) ? a : -a;

    private static Expr Multiply(Expr a, Expr b) => IsZero(a) || IsZero(b) ? Zero : IsOne(a) ? b : IsOne(b) ? a : a * b;

    private static Expr Divide(Expr a, Expr b) => IsZero(a) ? Zero : a / b;

    private static bool IsZero(Expr e) => e.Kind == ExprKind.Number && e.Number.IsZero;

    private static bool IsOne(Expr e) => e.Kind == ExprKind.Number && e.Number == Rational.One;
}
