using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.Folding;

/// <summary>A read-only field or get-only static property whose only value stands at its declaration.</summary>
internal static class ReadOnlyMember
{
    /// <summary>Null when the declaration is in another file (its semantic model would have to be built) or a constructor assigns again.</summary>
    public static IOperation? InitializerOf(ISymbol member, IOperation reference, CancellationToken cancellation)
    {
        var declaration = member.DeclaringSyntaxReferences.FirstOrDefault(r => r.SyntaxTree == reference.Syntax.SyntaxTree)?.GetSyntax(cancellation);
        var initializer = declaration switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return initializer is not null && reference.SemanticModel is { } model && !IsAssignedAgain(member, model, cancellation)
            ? model.GetOperation(initializer.Value, cancellation)
            : null;
    }

    private static bool IsAssignedAgain(ISymbol member, SemanticModel model, CancellationToken cancellation)
        => member.ContainingType.DeclaringSyntaxReferences.Any(part =>
            part.SyntaxTree != model.SyntaxTree
            || part.GetSyntax(cancellation).DescendantNodes().OfType<ConstructorDeclarationSyntax>()
                .SelectMany(c => c.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                .Any(a => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(a.Left, cancellation).Symbol, member)));
}
