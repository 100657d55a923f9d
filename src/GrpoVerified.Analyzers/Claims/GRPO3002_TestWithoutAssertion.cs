using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GrpoVerified.Analyzers.Claims;

/// <summary>A test attribute on a method that asserts nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TestWithoutAssertionAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO3002";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Claims,
        "A test without an assertion",
        "{0} asserts nothing: state what it should show, or Record.Exception and assert that it is null if not throwing is the point",
        "A test without an assertion is green whatever the code computes, as long as it does not throw.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
        => start.RegisterSyntaxNodeAction(OnMethod, SyntaxKind.MethodDeclaration);

    private static void OnMethod(SyntaxNodeAnalysisContext context)
    {
        var declaration = (MethodDeclarationSyntax)context.Node;
        var body = (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody?.Expression;
        if (declaration.AttributeLists.Count > 0
            && body is not null
            && context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { IsAbstract: false } method
            && TestMethod.IsTest(method)
            && TestMethod.IsRun(method)
            && !IsSkipped(method)
            && !new Assertions(context.SemanticModel, context.CancellationToken).MayFail(body))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, declaration.Identifier.GetLocation(), method.Name));
        }
    }

    private static bool IsSkipped(IMethodSymbol method)
        => method.GetAttributes().Any(a => a.NamedArguments.Any(n => n is { Key: "Skip" or "Ignore", Value.Value: not null }) || a.AttributeClass?.Name is "IgnoreAttribute");
}
