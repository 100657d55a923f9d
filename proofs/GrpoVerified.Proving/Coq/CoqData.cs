using System.Globalization;
using System.Text;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Coq;

/// <summary>Statements as terms of the theories proofs/coq/theories/Certificates.</summary>
internal static class CoqData
{
    private const int PieceLength = 4000;

    /// <summary>An <c>expr</c>, its distinct parts shared; variables are numbered by the scope.</summary>
    public static string Expression(Expr expression, IReadOnlyDictionary<string, int> scope)
    {
        var steps = expression.Program.Instructions;
        var text = new StringBuilder("(");
        for (var i = 0; i < steps.Count - 1; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"let v{i} := {Step(steps[i], scope)} in ");
        }

        return text.Append(Step(steps[^1], scope)).Append(')').ToString();
    }

    /// <summary>An <c>interval</c>.</summary>
    public static string Interval(Extent extent) => $"(Interval {Bound(extent.Lower)} {Bound(extent.Upper)})";

    /// <summary>A <c>dom</c>.</summary>
    public static string Domain(IEnumerable<Axis> axes, IReadOnlyDictionary<string, int> scope)
        => List(axes.Select(a => $"({Variable(scope[a.Name])}, {Interval(a.Extent)})"));

    /// <summary>A list of <c>fact</c>.</summary>
    public static string Facts(IEnumerable<Condition> facts, IReadOnlyDictionary<string, int> scope)
        => List(facts.Select(f => $"Fact {Expression(f.Expression, scope)} {Sign(f.Relation)}"));

    /// <summary>A <c>sign</c>.</summary>
    public static string Sign(Relation relation) => relation switch
    {
        Relation.Positive => "Pos",
        Relation.NonNegative => "NonNeg",
        _ => "Zero",
    };

    /// <summary>A <c>tree</c>, written in pieces.</summary>
    public static string Tree(string letters)
        => $"(tree_of {List(letters.Chunk(PieceLength).Select(piece => $"\"{new string(piece)}\"%string"))})";

    /// <summary>A variable's number.</summary>
    public static string Variable(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}%nat");

    /// <summary>A list.</summary>
    public static string List(IEnumerable<string> items) => $"[{string.Join("; ", items)}]";

    private static string Bound(Endpoint end)
        => end.Value is { } q ? $"({(end.IsClosed ? "Closed" : "Open")} {CoqNumbers.Data(q)})" : "Inf";

    private static string Step(in ExprInstruction step, IReadOnlyDictionary<string, int> scope) => step.Kind switch
    {
        ExprKind.Number => $"Num {CoqNumbers.Data(step.Number)}",
        ExprKind.Variable => $"Var {Variable(scope[step.Name!])}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Constructor(step.Kind)} v{step.Left}{(step.Right < 0 ? string.Empty : $" v{step.Right}")}"),
    };

    private static string Constructor(ExprKind kind) => kind switch
    {
        ExprKind.Add => "Add",
        ExprKind.Subtract => "Sub",
        ExprKind.Multiply => "Mul",
        ExprKind.Divide => "Div",
        ExprKind.Min => "Min",
        ExprKind.Max => "Max",
        ExprKind.Negate => "Neg",
        ExprKind.Square => "Square",
        ExprKind.Sqrt => "Sqrt",
        ExprKind.Exp => "Exp",
        ExprKind.Log => "Log",
        ExprKind.Abs => "Abs",
        _ => throw new InvalidOperationException($"{kind} is not an operation of the certificate format."),
    };
}
