using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>Whether a double or decimal was rounded before it was given away, as far as the source shows.</summary>
internal sealed class RoundedValue(SyntaxNode source, string? text, bool isNamed)
{
    private const int Depth = 8;

    /// <summary>The expression that rounds.</summary>
    public SyntaxNode Source { get; } = source;

    /// <summary>The decimal text that is meant; null where an operation rounds.</summary>
    public string? Text { get; } = text;

    /// <summary>Whether the expression stands elsewhere, behind a constant or a variable.</summary>
    public bool IsNamed { get; } = isNamed;

    /// <summary>The rounding that a value went through, or null.</summary>
    public static RoundedValue? Of(IOperation operation, CancellationToken cancellation)
    {
        var value = Unwrap(operation);
        var named = false;
        for (var depth = 0; depth < Depth && Origin(value, cancellation) is { } origin; depth++)
        {
            (value, named) = (Unwrap(origin), true);
        }

        if (LiteralText(value.Syntax) is { } text)
        {
            return Fraction.Parse(text) is { } meant && value.ConstantValue.Value is double rounded && Fraction.FromDouble(rounded) is { } exact && exact != meant
                ? new(value.Syntax, text, named)
                : null;
        }

        return IsRoundingOperation(value, cancellation) ? new(value.Syntax, null, named) : null;
    }

    private static IOperation? Origin(IOperation value, CancellationToken cancellation) => value switch
    {
        IFieldReferenceOperation { Field: { IsConst: true, Type.SpecialType: SpecialType.System_Double } field } => ReadOnlyMember.InitializerOf(field, value, cancellation),
        ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Double } or IFieldReferenceOperation { Type.SpecialType: SpecialType.System_Double }
            => ConstantFolder.Initializer(value, cancellation),
        _ => null,
    };

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }

        return value;
    }

    // A literal of the double type, with or without a sign; suffix and separators are not part of the number.
    private static string? LiteralText(SyntaxNode syntax) => syntax switch
    {
        LiteralExpressionSyntax { Token: { Value: double } token } => token.Text.TrimEnd('d', 'D').Replace("_", string.Empty),
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: double } literal, OperatorToken.Text: "-" } => "-" + LiteralText(literal),
        _ => null,
    };

    private static bool IsRoundingOperation(IOperation value, CancellationToken cancellation) => value switch
    {
        IBinaryOperation { Type.SpecialType: SpecialType.System_Double } binary => binary.OperatorKind
            is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide,
        IBinaryOperation { Type.SpecialType: SpecialType.System_Decimal, OperatorKind: BinaryOperatorKind.Divide } quotient => !IsExactQuotient(quotient, cancellation),
        IInvocationOperation { TargetMethod: { Name: "Pow" or "Exp" or "Log" or "Sqrt" or "Log10" or "Log2" or "Cbrt", ContainingType.Name: "Math" or "Double" } } => true,
        _ => false,
    };

    private static bool IsExactQuotient(IBinaryOperation quotient, CancellationToken cancellation)
        => quotient.ConstantValue.Value is decimal value
            && ConstantFolder.Fold(quotient.LeftOperand, cancellation) is { } a && ConstantFolder.Fold(quotient.RightOperand, cancellation) is { } b
            && Fraction.Divide(a, b) is { } exact && exact == Fraction.FromDecimal(value);
}
