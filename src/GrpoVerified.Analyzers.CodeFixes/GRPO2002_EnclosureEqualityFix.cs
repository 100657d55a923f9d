using System.Composition;
using GrpoVerified.Analyzers.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.CodeFixes;

/// <summary><c>answer == Truth.True</c> becomes <c>answer.IsCertain</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EnclosureEqualityFix() : ReplaceExpressionFix(EnclosureEqualityAnalyzer.Id, "Ask the three-valued answer by name")
{
    private protected override string? Replace(ExpressionSyntax reported, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(EnclosureEqualityAnalyzer.Member, out var member) || reported is not BinaryExpressionSyntax comparison)
        {
            return null;
        }

        var answer = comparison.Left is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or ParenthesizedExpressionSyntax
            ? comparison.Left.ToString()
            : $"({comparison.Left})";
        return comparison.IsKind(SyntaxKind.NotEqualsExpression) ? $"!{answer}.{member}" : $"{answer}.{member}";
    }
}
