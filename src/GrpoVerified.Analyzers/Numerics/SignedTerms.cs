using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>A sum taken apart: its terms with their signs, parentheses and nested signs resolved.</summary>
internal static class SignedTerms
{
    public static List<(int Sign, ExpressionSyntax Term)> Of(ExpressionSyntax expression)
    {
        var terms = new List<(int, ExpressionSyntax)>();
        Collect(expression, 1, terms);
        return terms;
    }

    /// <summary>Whether two lists hold the same terms, with opposite signs, in any order.</summary>
    public static bool AreOpposite(IReadOnlyList<(int Sign, ExpressionSyntax Term)> a, IReadOnlyList<(int Sign, ExpressionSyntax Term)> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        var left = b.ToList();
        foreach (var (sign, term) in a)
        {
            var match = left.FindIndex(t => t.Sign == -sign && SyntaxFactory.AreEquivalent(t.Term, term));
            if (match < 0)
            {
                return false;
            }

            left.RemoveAt(match);
        }

        return true;
    }

    private static void Collect(ExpressionSyntax expression, int sign, List<(int Sign, ExpressionSyntax Term)> terms)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Collect(parenthesized.Expression, sign, terms);
                break;
            case PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.UnaryMinusExpression):
                Collect(prefix.Operand, -sign, terms);
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                Collect(binary.Left, sign, terms);
                Collect(binary.Right, sign, terms);
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.SubtractExpression):
                Collect(binary.Left, sign, terms);
                Collect(binary.Right, -sign, terms);
                break;
            default:
                terms.Add((sign, expression));
                break;
        }
    }
}
