using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Folding;

/// <summary>A local variable that is given a value where it is declared and never again.</summary>
internal static class SingleAssignment
{
    public static IOperation? Of(ILocalReferenceOperation reference, CancellationToken cancellation)
    {
        var local = reference.Local;
        if (reference.SemanticModel is not { } model
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer: { } initializer } declarator
            || Scope(declarator).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => IsWritten(name, local, model, cancellation)))
        {
            return null;
        }

        return model.GetOperation(initializer.Value, cancellation);
    }

    private static SyntaxNode Scope(SyntaxNode node)
        => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax ? member : node.SyntaxTree.GetRoot();

    private static bool IsWritten(IdentifierNameSyntax name, ILocalSymbol local, SemanticModel model, CancellationToken cancellation)
        => string.Equals(name.Identifier.ValueText, local.Name, StringComparison.Ordinal)
            && MayWrite(name)
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, local);

    private static bool MayWrite(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,
        _ => false,
    };
}
