using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Folding;

/// <summary>A list whose elements all stand in the source.</summary>
internal static class ConstantList
{
    private static readonly HashSet<string> Mutators = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Reverse", "Sort", "AsSpan", "Fill", "Resize", "SetValue", "CopyTo",
    };

    /// <summary>
    /// The elements of a collection expression, array or list initializer (through variables assigned once and not written into); null if any
    /// is spread or unknown.
    /// </summary>
    public static IReadOnlyList<IOperation>? Elements(IOperation? operation, CancellationToken cancellation)
    {
        for (var depth = 0; operation is not null && depth < 8; depth++)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case ICollectionExpressionOperation collection:
                    return collection.Elements.Any(e => e is ISpreadOperation) ? null : [.. collection.Elements];
                case IArrayCreationOperation { Initializer: { } initializer }:
                    return [.. initializer.ElementValues];
                case IArrayInitializerOperation initializer:
                    return [.. initializer.ElementValues];
                case IObjectCreationOperation { Arguments.Length: 0, Type: { Name: "List" }, Initializer: { } initializer }:
                    return Added(initializer);
                default:
                    operation = IsWrittenInto(operation) ? null : ConstantFolder.Initializer(operation, cancellation);
                    break;
            }
        }

        return null;
    }

    /// <summary>The exact values, or null when an element is not fixed by the source.</summary>
    public static IReadOnlyList<Fraction>? Values(IOperation? operation, CancellationToken cancellation)
    {
        if (Elements(operation, cancellation) is not { Count: > 0 } elements)
        {
            return null;
        }

        var values = elements.Select(e => ConstantFolder.Fold(e, cancellation)).ToList();
        return values.All(v => v.HasValue) ? [.. values.Select(v => v!.Value)] : null;
    }

    // new List<T> { a, b }: one call of Add with one argument an element.
    private static IReadOnlyList<IOperation>? Added(IObjectOrCollectionInitializerOperation initializer)
    {
        var added = initializer.Initializers.Select(i => i is IInvocationOperation { Arguments.Length: 1 } add ? add.Arguments[0].Value : null).ToList();
        return added.Contains(null) ? null : [.. added.OfType<IOperation>()];
    }

    // A list in a variable may change after its initializer: weights[0] = …, list.Add(…), Array.Fill(weights, …).
    private static bool IsWrittenInto(IOperation operation)
    {
        var name = operation switch { ILocalReferenceOperation local => local.Local.Name, IFieldReferenceOperation field => field.Field.Name, _ => null };
        var scope = operation is IFieldReferenceOperation ? operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() : (SyntaxNode?)operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return name is not null && (scope ?? operation.Syntax.SyntaxTree.GetRoot()).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(n => string.Equals(n.Identifier.ValueText, name, StringComparison.Ordinal) && IsWrite(n));
    }

    private static bool IsWrite(IdentifierNameSyntax name) => name.Parent switch
    {
        ElementAccessExpressionSyntax { Parent: { } user } element => user switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == element,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => true,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => true,
            _ => false,
        },
        MemberAccessExpressionSyntax member when member.Expression == name => Mutators.Contains(member.Name.Identifier.ValueText),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Array" } } } } => true,
        _ => false,
    };
}
