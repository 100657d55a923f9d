using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>A rounded double literal, or double arithmetic, is turned into an exact rational.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoundedNumberAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO2001";

    /// <summary>Property of the diagnostic: the decimal text that is meant, where there is one.</summary>
    public const string ExactText = "exact";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Numerics,
        "A rounded number where an exact one is meant",
        "{0} was rounded before it became exact ({1}): {2}",
        "Rational.FromDouble keeps a double exactly, so it keeps the rounding too: the double 0.1 is 3602879701896397/2^55, not one tenth.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
        => start.RegisterOperationAction(OnInvocation, OperationKind.Invocation);

    private static void OnInvocation(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "FromDouble", ContainingType: { Name: "Rational" } type } || !GrpoSymbols.IsOurs(type) || call.Arguments.Length != 1)
        {
            return;
        }

        var value = call.Arguments[0].Value;
        while (value is IConversionOperation or IParenthesizedOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }

        if (LiteralText(value.Syntax) is { } text)
        {
            if (Fraction.Parse(text) is { } meant && value.ConstantValue.Value is double rounded && Fraction.FromDouble(rounded) is { } exact && exact != meant)
            {
                var properties = ImmutableDictionary<string, string?>.Empty.Add(ExactText, text);
                context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), properties, text, $"its double is not {meant}", $"write Rational.Parse(\"{text}\")"));
            }
        }
        else if (IsDoubleArithmetic(value))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), value.Syntax.ToString(), "each double operation rounds", "convert the operands first and compute with Rational"));
        }
    }

    // A literal of the double type, with or without a sign; suffix and separators are not part of the number.
    private static string? LiteralText(SyntaxNode syntax) => syntax switch
    {
        LiteralExpressionSyntax { Token: { Value: double } token } => token.Text.TrimEnd('d', 'D').Replace("_", string.Empty),
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: double } literal, OperatorToken.Text: "-" } => "-" + LiteralText(literal),
        _ => null,
    };

    private static bool IsDoubleArithmetic(IOperation value) => value switch
    {
        IBinaryOperation { Type.SpecialType: SpecialType.System_Double } binary => binary.OperatorKind
            is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide,
        IInvocationOperation { TargetMethod: { Name: "Pow" or "Exp" or "Log" or "Sqrt" or "Log10" or "Log2" or "Cbrt", ContainingType.Name: "Math" or "Double" } } => true,
        _ => false,
    };
}
