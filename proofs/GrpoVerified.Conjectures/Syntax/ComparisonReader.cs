using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Conjectures.Syntax;

/// <summary>Reads comparisons joined by <c>&amp;&amp;</c>.</summary>
internal sealed class ComparisonReader(TermReader terms, string part)
{
    private const string Example = "write comparisons such as h(p) > p_ref, joined by &&";

    /// <summary>All comparisons of an expression, from left to right.</summary>
    public IEnumerable<Comparison> Read(ExpressionSyntax node)
    {
        switch (node)
        {
            case ParenthesizedExpressionSyntax inner:
                return Read(inner.Expression);
            case BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression):
                return [.. Read(both.Left), .. Read(both.Right)];
            case BinaryExpressionSyntax comparison when RelationOf(comparison.Kind()) is { } relation:
                RequireTerm(comparison.Left, comparison);
                RequireTerm(comparison.Right, comparison);
                return [new(terms.Read(comparison.Left), relation, terms.Read(comparison.Right), comparison.ToString())];
            case BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression):
                throw Fault("'||' is not part of the language", either.OperatorToken.SpanStart, "state a single comparison, as max(a, b) > 0 for a > 0 || b > 0");
            case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                throw Fault("'!' is not part of the language", not.SpanStart, "turn the comparison round, as a <= b for !(a > b)");
            case BinaryExpressionSyntax power when power.IsKind(SyntaxKind.ExclusiveOrExpression):
                throw Fault("'^' is not a power in C#", power.SpanStart, "write pow(x, 3) or square(x)");
            case GenericNameSyntax or InvocationExpressionSyntax { Expression: GenericNameSyntax }:
                throw Fault("'<' and '>' read like a generic name here", node.SpanStart, "put each comparison in parentheses");
            default:
                throw Fault($"expected a comparison, found {ConjectureText.Quote(node.ToString())}", node.SpanStart, Example);
        }
    }

    private static Relation? RelationOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => Relation.Less,
        SyntaxKind.LessThanOrEqualExpression => Relation.AtMost,
        SyntaxKind.GreaterThanExpression => Relation.Greater,
        SyntaxKind.GreaterThanOrEqualExpression => Relation.AtLeast,
        SyntaxKind.EqualsExpression => Relation.Equal,
        SyntaxKind.NotEqualsExpression => Relation.Different,
        _ => null,
    };

    private void RequireTerm(ExpressionSyntax side, BinaryExpressionSyntax comparison)
    {
        while (side is ParenthesizedExpressionSyntax inner)
        {
            side = inner.Expression;
        }

        if (side is BinaryExpressionSyntax { } nested && RelationOf(nested.Kind()) is not null)
        {
            throw Fault("a comparison of a comparison", comparison.OperatorToken.SpanStart, "write a < b && b < c for a < b < c");
        }
    }

    private ConjectureException Fault(string fact, int position, string action) => new(fact, part, position, action);
}
