using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Folding;

/// <summary>
/// Finds the exact value of an expression where the source fixes it: literals, constants, text that is parsed, exact arithmetic,
/// read-only fields and local variables that are assigned once.
/// </summary>
internal static class ConstantFolder
{
    private const int MaximumDepth = 32;

    /// <summary>The exact value, or null when the source does not fix it.</summary>
    public static Fraction? Fold(IOperation? operation, CancellationToken cancellation) => Fold(operation, MaximumDepth, cancellation);

    /// <summary>The text that the source fixes, or null.</summary>
    public static string? FoldText(IOperation? operation, CancellationToken cancellation)
        => operation is null ? null
            : operation.ConstantValue is { HasValue: true, Value: string text } ? text
            : Initializer(operation, cancellation) is { } initializer ? FoldText(initializer, cancellation)
            : null;

    /// <summary>The operation that gives a local variable or read-only member its only value; null if there is none or several.</summary>
    public static IOperation? Initializer(IOperation operation, CancellationToken cancellation) => operation switch
    {
        ILocalReferenceOperation local => SingleAssignment.Of(local, cancellation),
        IFieldReferenceOperation { Field.IsReadOnly: true } field => ReadOnlyMember.InitializerOf(field.Field, field, cancellation),
        IPropertyReferenceOperation { Property: { SetMethod: null, IsStatic: true } } property => ReadOnlyMember.InitializerOf(property.Property, property, cancellation),
        IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: true } => LetClause.Of(operation, cancellation),
        IConversionOperation { OperatorMethod: null } conversion => Initializer(conversion.Operand, cancellation),
        IParenthesizedOperation parenthesized => Initializer(parenthesized.Operand, cancellation),
        _ => null,
    };

    private static Fraction? Fold(IOperation? operation, int depth, CancellationToken cancellation)
    {
        if (operation is null || depth == 0)
        {
            return null;
        }

        if (operation.ConstantValue is { HasValue: true, Value: { } value })
        {
            return FromConstant(value);
        }

        return operation switch
        {
            IParenthesizedOperation p => Fold(p.Operand, depth - 1, cancellation),
            IConversionOperation c => Fold(c.Operand, depth - 1, cancellation),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } u when IsExact(u.Type) => Fold(u.Operand, depth - 1, cancellation) is { } x ? -x : null,
            IBinaryOperation b when IsExact(b.Type) => FoldBinary(b, depth, cancellation),
            IInvocationOperation i => FoldInvocation(i, depth, cancellation),
            IObjectCreationOperation { Arguments.Length: 2 } o when IsExact(o.Type)
                => Fold(o.Arguments[0].Value, depth - 1, cancellation) is { } n && Fold(o.Arguments[1].Value, depth - 1, cancellation) is { } d ? Fraction.Divide(n, d) : null,
            IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Zero" } property } when IsExact(property.Type) => Fraction.Zero,
            IPropertyReferenceOperation { Property: { IsStatic: true, Name: "One" } property } when IsExact(property.Type) => Fraction.One,
            _ => Initializer(operation, cancellation) is { } initializer ? Fold(initializer, depth - 1, cancellation) : null,
        };
    }

    private static Fraction? FoldBinary(IBinaryOperation binary, int depth, CancellationToken cancellation)
    {
        if (Fold(binary.LeftOperand, depth - 1, cancellation) is not { } a || Fold(binary.RightOperand, depth - 1, cancellation) is not { } b)
        {
            return null;
        }

        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide => Fraction.Divide(a, b),
            _ => null,
        };
    }

    private static Fraction? FoldInvocation(IInvocationOperation invocation, int depth, CancellationToken cancellation)
    {
        if (!GrpoSymbols.IsOurs(invocation.TargetMethod.ContainingType) || invocation.Arguments.Length == 0)
        {
            return null;
        }

        var first = invocation.Arguments[0].Value;
        return invocation.TargetMethod.Name switch
        {
            "Parse" when IsExact(invocation.Type) => FoldText(first, cancellation) is { } text ? Fraction.Parse(text) : null,
            "FromDouble" or "FromInteger" or "FromRational" or "Enclose" => Fold(first, depth - 1, cancellation),
            _ => null,
        };
    }

    private static Fraction? FromConstant(object value) => value switch
    {
        double d => Fraction.FromDouble(d),
        float f => Fraction.FromDouble(f),
        decimal m => Fraction.FromDecimal(m),
        int i => new Fraction(i, 1),
        long l => new Fraction(l, 1),
        uint u => new Fraction(u, 1),
        ulong u => new Fraction(u, 1),
        short s => new Fraction(s, 1),
        byte b => new Fraction(b, 1),
        sbyte b => new Fraction(b, 1),
        ushort u => new Fraction(u, 1),
        _ => null,
    };

    // Arithmetic on this type is exact, so it may be folded; on double it would round.
    private static bool IsExact(ITypeSymbol? type) => type is { Name: "Rational" } && GrpoSymbols.IsOurs(type);
}
