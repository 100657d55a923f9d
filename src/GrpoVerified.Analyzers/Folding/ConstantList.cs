using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Folding;

/// <summary>A list whose elements all stand in the source.</summary>
internal static class ConstantList
{
    /// <summary>The elements of a collection expression or array initializer (through variables assigned once); null if any is spread or unknown.</summary>
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
                default:
                    operation = ConstantFolder.Initializer(operation, cancellation);
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
}
