using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Goals;

/// <summary>The step <c>sign</c>: signs of all parts of an expression by the table of signs, the ranges and the facts.</summary>
public static class SignAnalysis
{
    /// <summary>The signs an expression can have in a context; null if it is not defined by signs.</summary>
    public static Signs? Of(Goal context, Expr expression) => Analyse(context, expression, out _);

    /// <summary>
    /// The first operand, in the order of the program, whose signs do not show that its operation is defined, and what would: null
    /// where the expression is defined by signs.
    /// </summary>
    /// <remarks>For a divisor the condition is that it is positive; that it is negative would do as well.</remarks>
    public static Condition? FirstUndefined(Goal context, Expr expression)
    {
        Analyse(context, expression, out var missing);
        return missing;
    }

    private static Signs? Analyse(Goal context, Expr expression, out Condition? missing)
    {
        ArgumentNullException.ThrowIfNull(context);
        missing = null;
        var program = new SharedProgram([expression, .. context.Facts.Select(f => f.Expression)]);
        var steps = program.Steps;
        var facts = Facts(context, program);
        var axes = context.Domain.ToDictionary(a => a.Name, a => a.Extent, StringComparer.Ordinal);
        var signs = new Signs?[steps.Count];
        var last = program.Roots[0];
        for (var i = 0; i <= last; i++)
        {
            if (Compute(steps, i, signs, axes) is not { } set)
            {
                missing = Missing(program, i);
                return null;
            }

            signs[i] = set & facts[i];
        }

        return signs[last];
    }

    /// <summary>Whether the step <c>sign</c> proves the goal.</summary>
    public static bool Proves(Goal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return Of(goal, goal.Expression) is { } s && s.Within(SignTable.Of(goal.Relation));
    }

    /// <summary>Whether the signs show that the expression is defined.</summary>
    public static bool Defines(Goal context, Expr expression) => Of(context, expression) is not null;

    private static Condition Missing(SharedProgram program, int failed)
    {
        var step = program.Steps[failed];
        var operand = step.Kind == ExprKind.Divide ? step.Right : step.Left;
        var nodes = new Expr[operand + 1];
        for (var i = 0; i <= operand; i++)
        {
            var s = program.Steps[i];
            nodes[i] = Lowering.Node(s, s.Left < 0 ? null : nodes[s.Left], s.Right < 0 ? null : nodes[s.Right]);
        }

        return new(nodes[operand], step.Kind == ExprKind.Sqrt ? Relation.NonNegative : Relation.Positive);
    }

    private static Signs[] Facts(Goal context, SharedProgram program)
    {
        var result = new Signs[program.Steps.Count];
        Array.Fill(result, Signs.All);
        var index = new Dictionary<ExprInstruction, int>();
        for (var i = 0; i < program.Steps.Count; i++)
        {
            index.TryAdd(program.Steps[i], i);
        }

        for (var f = 0; f < context.Facts.Count; f++)
        {
            var root = program.Roots[f + 1];
            var allowed = SignTable.Of(context.Facts[f].Relation);
            result[root] &= allowed;
            var step = program.Steps[root];
            if (step.Kind == ExprKind.Negate)
            {
                result[step.Left] &= SignTable.Negate(allowed);
            }
            else if (step.Kind == ExprKind.Subtract && index.TryGetValue(step with { Left = step.Right, Right = step.Left }, out var mirror))
            {
                result[mirror] &= SignTable.Negate(allowed);
            }
        }

        return result;
    }

    private static Signs? Compute(IReadOnlyList<ExprInstruction> steps, int i, Signs?[] signs, Dictionary<string, Extent> axes)
    {
        var step = steps[i];
        var a = step.Left < 0 ? Signs.None : signs[step.Left]!.Value;
        var b = step.Right < 0 ? Signs.None : signs[step.Right]!.Value;
        return step.Kind switch
        {
            ExprKind.Number => SignTable.Of(step.Number.Sign),
            ExprKind.Variable => axes.TryGetValue(step.Name!, out var x) ? SignTable.Of(x) : Signs.All,
            ExprKind.Add => SignTable.Add(a, b) & Ends(steps[step.Left], steps[step.Right], axes, negate: false),
            ExprKind.Subtract => SignTable.Add(a, SignTable.Negate(b)) & Ends(steps[step.Left], steps[step.Right], axes, negate: true),
            ExprKind.Multiply => step.Left == step.Right ? SignTable.Abs(a) : SignTable.Multiply(a, b),
            ExprKind.Divide => (b & Signs.Zero) != Signs.None ? null : SignTable.Multiply(a, b),
            ExprKind.Negate => SignTable.Negate(a),
            ExprKind.Square or ExprKind.Abs => SignTable.Abs(a),
            ExprKind.Sqrt => (a & Signs.Minus) != Signs.None ? null : a,
            ExprKind.Exp => Signs.Plus,
            ExprKind.Log => a.Within(Signs.Plus) ? Signs.All : null,
            ExprKind.Min => SignTable.Min(a, b),
            ExprKind.Max => SignTable.Max(a, b),
            _ => null,
        };
    }

    // A sum or difference of numbers and variables by the exact ends of their ranges.
    private static Signs Ends(in ExprInstruction left, in ExprInstruction right, Dictionary<string, Extent> axes, bool negate)
    {
        if (Range(left, axes) is not { } a || Range(right, axes) is not { } b)
        {
            return Signs.All;
        }

        if (negate)
        {
            b = new(Minus(b.Upper), Minus(b.Lower));
        }

        return SignTable.Of(new Extent(Plus(a.Lower, b.Lower), Plus(a.Upper, b.Upper)));
    }

    private static Endpoint Minus(Endpoint e) => e.IsFinite ? e with { Value = -e.Value } : e;

    private static Endpoint Plus(Endpoint a, Endpoint b)
        => a.IsFinite && b.IsFinite ? new(a.Value + b.Value, a.IsClosed && b.IsClosed) : Endpoint.Infinite;

    private static Extent? Range(in ExprInstruction step, Dictionary<string, Extent> axes)
        => step.Kind == ExprKind.Number ? Extent.Closed(step.Number, step.Number)
            : step.Kind == ExprKind.Variable && axes.TryGetValue(step.Name!, out var x) ? x
            : null;
}
