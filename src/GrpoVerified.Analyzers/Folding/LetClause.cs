using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.Folding;

/// <summary>The value that a query's let clause gives to a range variable.</summary>
internal static class LetClause
{
    public static IOperation? Of(IOperation reference, CancellationToken cancellation)
        => reference is { Syntax: IdentifierNameSyntax, SemanticModel: { } model }
            && model.GetSymbolInfo(reference.Syntax, cancellation).Symbol is IRangeVariableSymbol variable
            && variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is LetClauseSyntax let
                ? model.GetOperation(let.Expression, cancellation)
                : null;
}
