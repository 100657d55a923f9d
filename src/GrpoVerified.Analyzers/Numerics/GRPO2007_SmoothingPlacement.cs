using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>Code that says where its smoothing stands puts it on the other side of the root.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmoothingPlacementAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO2007";

    private const int Inside = 0;

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Numerics,
        "The smoothing stands on the other side of the root",
        "The code is marked as smoothing {0} the root, but {1} smooths {2}",
        "sqrt(variance + 1e-4) acts like an additive 1e-2 when the deviation is small; sqrt(variance) + 1e-4 does not: the same epsilon, a hundred times the effect.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
    {
        if (symbols.Smoothing is { } smoothing)
        {
            start.RegisterOperationAction(c => OnSum(c, smoothing), OperationKind.Binary);
            start.RegisterOperationAction(c => OnRoot(c, smoothing), OperationKind.Invocation);
        }
    }

    private static void OnSum(OperationAnalysisContext context, INamedTypeSymbol smoothing)
    {
        var sum = (IBinaryOperation)context.Operation;
        if (sum.OperatorKind != BinaryOperatorKind.Add
            || (!IsEpsilon(sum.LeftOperand) && !IsEpsilon(sum.RightOperand))
            || Placement(context.ContainingSymbol, smoothing) is not { } placement)
        {
            return;
        }

        var other = IsEpsilon(sum.LeftOperand) ? sum.RightOperand : sum.LeftOperand;
        if (placement == Inside && (IsRoot(other) || IsDeviation(other) || (ConstantFolder.Initializer(other, context.CancellationToken) is { } held && IsRoot(held))))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, sum.Syntax.GetLocation(), "inside", sum.Syntax, "outside"));
        }
        else if (placement != Inside && Surroundings(sum) is IArgumentOperation { Parent: { } call } && IsRoot(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), "outside", call.Syntax, "inside"));
        }
    }

    // The root of a variable that holds the sum.
    private static void OnRoot(OperationAnalysisContext context, INamedTypeSymbol smoothing)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsRoot(call)
            && call.Arguments.Length == 1
            && Unwrap(call.Arguments[0].Value) is ILocalReferenceOperation local
            && ConstantFolder.Initializer(local, context.CancellationToken) is { } held
            && Unwrap(held) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && (IsEpsilon(sum.LeftOperand) || IsEpsilon(sum.RightOperand))
            && Placement(context.ContainingSymbol, smoothing) is { } placement
            && placement != Inside)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), "outside", call.Syntax, "inside"));
        }
    }

    private static int? Placement(ISymbol? symbol, INamedTypeSymbol smoothing)
    {
        for (; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, smoothing)) is { } attribute
                && attribute.ConstructorArguments.FirstOrDefault().Value is int placement)
            {
                return placement;
            }
        }

        return null;
    }

    private static IOperation? Surroundings(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent;
    }

    private static bool IsRoot(IOperation operation)
        => Unwrap(operation) is IInvocationOperation { TargetMethod.Name: "Sqrt" or "ReciprocalSqrt" or "ReciprocalSqrtEstimate" };

    private static bool IsEpsilon(IOperation operation)
        => Name(operation) is { } name && (name.StartsWith("eps", StringComparison.OrdinalIgnoreCase) || name.EndsWith("epsilon", StringComparison.OrdinalIgnoreCase) || name.EndsWith("smoothing", StringComparison.OrdinalIgnoreCase));

    private static bool IsDeviation(IOperation operation)
        => Name(operation) is { } name && (name.StartsWith("std", StringComparison.OrdinalIgnoreCase) || name.EndsWith("deviation", StringComparison.OrdinalIgnoreCase) || name.EndsWith("std", StringComparison.OrdinalIgnoreCase));

    private static string? Name(IOperation operation) => Unwrap(operation) switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IFieldReferenceOperation field => field.Field.Name.TrimStart('_'),
        IPropertyReferenceOperation property => property.Property.Name,
        _ => null,
    };

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }
}
