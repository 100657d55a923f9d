using System.Composition;
using GrpoVerified.Analyzers.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.CodeFixes;

/// <summary><c>T.Exp(-d) - T.One + d</c> becomes <c>T.Expm1(-d) + d</c>; on doubles, a product that does not cancel takes the place of expm1.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TextbookK3Fix() : ReplaceExpressionFix(TextbookK3Analyzer.Id, "Write k3 in its expm1 form")
{
    private protected override string? Replace(ExpressionSyntax reported, Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(TextbookK3Analyzer.Replacement, out var replacement) ? replacement : null;
}
