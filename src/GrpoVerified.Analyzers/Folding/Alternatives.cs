using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Folding;

/// <summary>The values that an expression may take: the branches of a conditional, the arms of a switch expression, the default after ??.</summary>
internal static class Alternatives
{
    /// <summary>The operations, one for each branch; the operation itself where it does not branch.</summary>
    public static IEnumerable<IOperation> Of(IOperation operation) => operation switch
    {
        IConversionOperation conversion when Branches(conversion.Operand) => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Of(conditional.WhenTrue).Concat(Of(whenFalse)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Of(arm.Value)),
        ICoalesceOperation coalesce => Of(coalesce.WhenNull),
        _ => [operation],
    };

    private static bool Branches(IOperation operation)
        => operation is IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation or IParenthesizedOperation or IConversionOperation;
}
