using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>1 − p is computed although the probability carries its complement.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CarriedComplementAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO2003";

    /// <summary>Property of the diagnostic: the member that holds the complement.</summary>
    public const string Complement = "complement";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Numerics,
        "The complement is carried",
        "1 - {0} loses relative precision near {0} = 1: the probability carries its complement, write {1}",
        "A Probability holds p and q = 1 - p, both to full relative precision. Subtracting p from 1 throws q's digits away.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
        => start.RegisterOperationAction(OnBinary, OperationKind.Binary);

    private static void OnBinary(OperationAnalysisContext context)
    {
        var binary = (IBinaryOperation)context.Operation;
        if (binary.OperatorKind != BinaryOperatorKind.Subtract || binary.OperatorMethod is null)
        {
            return;
        }

        // 1 − p, or p − 1, which is the complement with its sign.
        var (operand, sign) = IsOne(binary.LeftOperand, context) ? (binary.RightOperand, string.Empty)
            : IsOne(binary.RightOperand, context) ? (binary.LeftOperand, "-")
            : (null, string.Empty);
        if (operand is null || Half(operand, context) is not { } half)
        {
            return;
        }

        // Behind a variable the probability may have changed since, so there is no fix.
        var complement = half.Property.Name is "Success" ? "Failure" : "Success";
        var written = sign + (half.Instance is { } instance ? $"{instance.Syntax}.{complement}" : complement);
        var properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, binary.Syntax.GetLocation(), ReferenceEquals(half, operand) ? properties.Add(Complement, written) : properties, operand.Syntax.ToString(), written));
    }

    // Success or Failure of a probability, itself or through a variable assigned once.
    private static IPropertyReferenceOperation? Half(IOperation operand, OperationAnalysisContext context)
        => AsHalf(operand) ?? AsHalf(ConstantFolder.Initializer(operand, context.CancellationToken));

    private static IPropertyReferenceOperation? AsHalf(IOperation? operand)
        => operand is IPropertyReferenceOperation { Property: { Name: "Success" or "Failure", ContainingType: { Name: "Probability" } type }, Instance: not IInstanceReferenceOperation } half && GrpoSymbols.IsOurs(type)
            ? half
            : null;

    private static bool IsOne(IOperation operand, OperationAnalysisContext context)
        => operand is IPropertyReferenceOperation { Property: { Name: "One", IsStatic: true } }
            || (ConstantFolder.Fold(operand, context.CancellationToken) is { } value && value == Fraction.One);
}
