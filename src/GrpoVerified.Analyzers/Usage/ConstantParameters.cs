using GrpoVerified.Analyzers.Folding;
using GrpoVerified.Analyzers.Regimes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Usage;

/// <summary>Parameters of the paper's map that the source fixes: p_ref, β and ε constant, no other convention chosen.</summary>
internal static class ConstantParameters
{
    /// <summary>The map, or null when the source does not fix it or another convention (mirror, two-KL, clipping, groups) is chosen.</summary>
    public static SuccessMap? Of(IOperation? operation, CancellationToken cancellation)
    {
        var (reference, beta, epsilon) = Values(Unwrap(operation, cancellation));
        return ConstantFolder.Fold(reference, cancellation) is { } r && r > Fraction.Zero && r < Fraction.One
            && ConstantFolder.Fold(beta, cancellation) is { } b && b > Fraction.Zero
            && ConstantFolder.Fold(epsilon, cancellation) is { } e && e >= Fraction.Zero
                ? new SuccessMap(r, b, e)
                : null;
    }

    /// <summary>Whether the operation makes parameters (and does not only pass them on).</summary>
    public static bool IsCreation(IOperation operation) => Values(operation).Reference is not null;

    /// <summary>The value given for p_ref, where the operation makes parameters.</summary>
    public static IOperation? Reference(IOperation? operation, CancellationToken cancellation) => Values(Unwrap(operation, cancellation)).Reference;

    private static IOperation? Unwrap(IOperation? operation, CancellationToken cancellation)
    {
        for (var depth = 0; operation is not null && depth < 8; depth++)
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "Validated", Instance: { } instance })
            {
                operation = instance;
            }
            else if (ConstantFolder.Initializer(operation, cancellation) is { } initializer)
            {
                operation = initializer;
            }
            else
            {
                break;
            }
        }

        return operation;
    }

    private static (IOperation? Reference, IOperation? Beta, IOperation? Epsilon) Values(IOperation? operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Of", ContainingType: { Name: "GrpoParameters" } type } } call when GrpoSymbols.IsOurs(type)
            => (Argument(call, "pRef"), Argument(call, "beta"), Argument(call, "epsilon")),
        IObjectCreationOperation { Type: { Name: "GrpoParameters" } type, Initializer: { } initializer } when GrpoSymbols.IsOurs(type)
            && initializer.Initializers.OfType<ISimpleAssignmentOperation>().All(a => Property(a) is "Reference" or "Beta" or "Epsilon")
            => (Assigned(initializer, "Reference"), Assigned(initializer, "Beta"), Assigned(initializer, "Epsilon")),
        _ => default,
    };

    private static IOperation? Argument(IInvocationOperation call, string name)
        => call.Arguments.FirstOrDefault(a => string.Equals(a.Parameter?.Name, name, StringComparison.Ordinal))?.Value;

    private static IOperation? Assigned(IObjectOrCollectionInitializerOperation initializer, string name)
        => initializer.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(a => string.Equals(Property(a), name, StringComparison.Ordinal))?.Value;

    private static string? Property(ISimpleAssignmentOperation assignment)
        => (assignment.Target as IPropertyReferenceOperation)?.Property.Name;
}
