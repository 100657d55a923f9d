using GrpoVerified.Conjectures.Syntax;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Conjectures.Functions;

/// <summary>A call as it stands in the text: the function and the unread arguments.</summary>
internal sealed record FunctionCall(TermReader Terms, Function Function, ExpressionSyntax Node, IReadOnlyList<ExpressionSyntax> Arguments)
{
    /// <summary>An argument as a term.</summary>
    public Expr Term(int index) => Terms.Read(Arguments[index]);

    /// <summary>An argument that is a whole number within bounds.</summary>
    public int Integer(int index, int lowest, int highest)
    {
        var value = Term(index);
        return value.Kind == ExprKind.Number && value.Number.IsInteger && value.Number >= lowest && value.Number <= highest
            ? (int)value.Number.Numerator
            : throw Terms.Fault(
                FormattableString.Invariant($"{ConjectureText.Quote(Arguments[index].ToString())} is not a whole number from {lowest} to {highest}"),
                Arguments[index],
                $"write {Function.Usage}");
    }

    /// <summary>An argument that is a bare name.</summary>
    public string Name(int index, string what)
        => Arguments[index] is IdentifierNameSyntax name
            ? name.Identifier.Text
            : throw Terms.Fault($"expected {what}, found {ConjectureText.Quote(Arguments[index].ToString())}", Arguments[index], $"write {Function.Usage}");
}
