using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Goals;

/// <summary>Replacing parts of expressions and of goals.</summary>
public static class Parts
{
    /// <summary>The expression with every part that is the same tree as <paramref name="part"/> replaced.</summary>
    public static Expr Replace(Expr expression, Expr part, Expr by)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(part);
        var program = new SharedProgram(part, expression);
        var target = program.Roots[0];
        var values = new Expr[program.Steps.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var step = program.Steps[i];
            values[i] = i == target ? by : Lowering.Node(step, step.Left < 0 ? null : values[step.Left], step.Right < 0 ? null : values[step.Right]);
        }

        return values[program.Roots[1]];
    }

    /// <summary>The goal, facts included, with a variable replaced by an expression.</summary>
    public static Goal Substitute(Goal goal, string variable, Expr by)
        => Map(goal, e => e.Substitute(new Dictionary<string, Expr>(StringComparer.Ordinal) { [variable] = by }));

    /// <summary>The goal with a function applied to its expression and to the facts'.</summary>
    public static Goal Map(Goal goal, Func<Expr, Expr> f)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(f);
        return goal with
        {
            Expression = f(goal.Expression),
            Facts = [.. goal.Facts.Select(c => c with { Expression = f(c.Expression) })],
        };
    }

    /// <summary>All parts of an expression, operands first, each once.</summary>
    public static IReadOnlyList<Expr> All(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var steps = expression.Program.Instructions;
        var nodes = new Expr[steps.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var step = steps[i];
            nodes[i] = Lowering.Node(step, step.Left < 0 ? null : nodes[step.Left], step.Right < 0 ? null : nodes[step.Right]);
        }

        return nodes;
    }

    /// <summary>Whether an abs, min or max in the expression contains the variable.</summary>
    public static bool HasKink(Expr expression, string variable)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var steps = expression.Program.Instructions;
        var contains = new bool[steps.Count];
        for (var i = 0; i < contains.Length; i++)
        {
            var step = steps[i];
            contains[i] = (step.Kind == ExprKind.Variable && step.Name == variable)
                || (step.Left >= 0 && contains[step.Left]) || (step.Right >= 0 && contains[step.Right]);
            if (contains[i] && step.Kind is ExprKind.Abs or ExprKind.Min or ExprKind.Max)
            {
                return true;
            }
        }

        return false;
    }
}
