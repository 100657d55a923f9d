using System.Composition;
using GrpoVerified.Analyzers.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.CodeFixes;

/// <summary><c>Rational.FromDouble(0.1)</c> becomes <c>Rational.Parse("0.1")</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RoundedNumberFix() : ReplaceExpressionFix(RoundedNumberAnalyzer.Id, "Write the exact number as text")
{
    private protected override string? Replace(ExpressionSyntax reported, Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(RoundedNumberAnalyzer.ExactText, out var text) && reported is InvocationExpressionSyntax call
            ? call.Expression switch
            {
                MemberAccessExpressionSyntax member => $"{member.Expression}.Parse(\"{text}\")",
                IdentifierNameSyntax => $"Parse(\"{text}\")",
                _ => null,
            }
            : null;
}
