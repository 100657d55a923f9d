using System.Composition;
using GrpoVerified.Analyzers.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.CodeFixes;

/// <summary><c>T.One - p.Success</c> becomes <c>p.Failure</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CarriedComplementFix() : ReplaceExpressionFix(CarriedComplementAnalyzer.Id, "Use the carried complement")
{
    private protected override string? Replace(ExpressionSyntax reported, Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(CarriedComplementAnalyzer.Complement, out var complement) ? complement : null;
}
