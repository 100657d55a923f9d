using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.Claims;

/// <summary>Whether code can fail a test: it asserts, throws, or calls something that may do so.</summary>
/// <remarks>
/// The question is asked in favour of the code: what the analyzer cannot look into (another assembly that knows a test framework,
/// a delegate, dynamic code) counts as able to fail.
/// </remarks>
internal sealed class Assertions(SemanticModel model, CancellationToken cancellation)
{
    private const int Depth = 4;

    private static readonly string[] Words =
    [
        "Assert", "Verif", "Should", "Expect", "Ensure", "Throw", "Fail", "Must", "Require", "Check", "Received", "Satisf", "Approv", "Snapshot", "Match", "Validate", "Equal", "Test",
    ];

    private static readonly string[] Frameworks = ["xunit", "nunit", "MSTest", "FsCheck", "Microsoft.VisualStudio.TestPlatform", "Microsoft.VisualStudio.QualityTools"];

    public bool MayFail(SyntaxNode body) => MayFail(body, Depth);

    private bool MayFail(SyntaxNode body, int depth)
    {
        foreach (var node in body.DescendantNodesAndSelf(n => n == body || n is not LocalFunctionStatementSyntax local || IsNamed(local, body)))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case ThrowStatementSyntax or ThrowExpressionSyntax:
                case InvocationExpressionSyntax call when MayFail(call, depth):
                case SimpleNameSyntax { Parent: ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax } name when IsMethodThatMayFail(name, depth):
                case BaseObjectCreationExpressionSyntax creation when IsWord(creation.Parent is null ? string.Empty : (creation as ObjectCreationExpressionSyntax)?.Type.ToString() ?? string.Empty):
                    return true;
            }
        }

        return false;
    }

    // A local function that nothing names is never run.
    private static bool IsNamed(LocalFunctionStatementSyntax local, SyntaxNode body)
        => body.DescendantNodes(n => n != local).OfType<IdentifierNameSyntax>().Any(n => string.Equals(n.Identifier.ValueText, local.Identifier.ValueText, StringComparison.Ordinal));

    // new Thread(Run), Task.Run(Check): a method handed on is run by whoever takes it.
    private bool IsMethodThatMayFail(SimpleNameSyntax name, int depth)
        => model.SyntaxTree == name.SyntaxTree
            && model.GetSymbolInfo(name, cancellation).Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
            && (IsWord(method.Name) || DeclarationMayFail(method, depth));

    private bool MayFail(InvocationExpressionSyntax call, int depth)
    {
        if (call.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => call.Expression.Span.Contains(name.Span) && IsWord(name.Identifier.ValueText)))
        {
            return true;
        }

        if (model.SyntaxTree != call.SyntaxTree || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
        {
            // nameof is no call; anything else that does not resolve may be what fails.
            return !IsNameof(call);
        }

        if (IsWord(method.Name) || IsWord(method.ContainingType?.Name ?? string.Empty) || method.MethodKind == MethodKind.DelegateInvoke)
        {
            return true;
        }

        if (method.DeclaringSyntaxReferences.Length == 0)
        {
            return KnowsFramework(method.ContainingAssembly);
        }

        return DeclarationMayFail(method, depth);
    }

    private bool DeclarationMayFail(IMethodSymbol method, int depth)
        => depth > 0 && method.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == model.SyntaxTree
            ? MayFail(r.GetSyntax(cancellation), depth - 1)
            : MentionsWord(r.GetSyntax(cancellation)));

    // In another file there is no semantic model at hand: a throw or a name decides.
    private static bool MentionsWord(SyntaxNode declaration)
        => declaration.DescendantNodes().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax
            || (n is InvocationExpressionSyntax call && call.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(s => IsWord(s.Identifier.ValueText))));

    private static bool IsNameof(InvocationExpressionSyntax call)
        => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };

    private static bool KnowsFramework(IAssemblySymbol? assembly)
        => assembly is not null && assembly.Modules.SelectMany(m => m.ReferencedAssemblies)
            .Any(reference => Frameworks.Any(f => reference.Name.StartsWith(f, StringComparison.OrdinalIgnoreCase)));

    // This library's own name holds one of the words and says nothing.
    private static bool IsWord(string name) => !string.Equals(name, "GrpoVerified", StringComparison.Ordinal) && Words.Any(w => name.IndexOf(w, StringComparison.Ordinal) >= 0);
}
