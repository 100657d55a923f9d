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
        if (binary is { OperatorKind: BinaryOperatorKind.Subtract, RightOperand: IPropertyReferenceOperation { Property: { ContainingType: { Name: "Probability" } type } property } reference }
            && GrpoSymbols.IsOurs(type)
            && property.Name is "Success" or "Failure"
            && IsOne(binary.LeftOperand, context)
            && reference.Instance is not IInstanceReferenceOperation)
        {
            var complement = property.Name is "Success" ? "Failure" : "Success";
            var written = reference.Instance is { } instance ? $"{instance.Syntax}.{complement}" : complement;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, binary.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Complement, written), reference.Syntax.ToString(), written));
        }
    }

    private static bool IsOne(IOperation operand, OperationAnalysisContext context)
        => operand is IPropertyReferenceOperation { Property: { Name: "One", IsStatic: true } }
            || (ConstantFolder.Fold(operand, context.CancellationToken) is { } value && value == Fraction.One);
}
