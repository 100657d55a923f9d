using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Claims;

/// <summary>A claim is named that the catalogue does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownClaimAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO3003";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Claims,
        "No claim has this id",
        "There is no claim {0}: {1}",
        "Claims are named by a group letter and a number, such as C7. The command grpo-verified claims lists them.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
    {
        start.RegisterOperationAction(OnInvocation, OperationKind.Invocation);
        start.RegisterSyntaxNodeAction(OnAttribute, SyntaxKind.Attribute);
    }

    private static void OnInvocation(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "Find", ContainingType: { Name: "ClaimCatalogue" } type }
            && GrpoSymbols.IsOurs(type)
            && call.Arguments.Length == 1
            && ConstantFolder.FoldText(call.Arguments[0].Value, context.CancellationToken) is { } id
            && !ClaimIds.Exists(id)
            && !IsAskedWhetherNull(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Arguments[0].Syntax.GetLocation(), id, ClaimIds.Remedy(id)));
        }
    }

    // [Trait("Claim", "C7")]: the way in which tests name the claim they belong to.
    private static void OnAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.Name.ToString() is "Trait" or "TraitAttribute" or "Xunit.Trait"
            && attribute.ArgumentList is { Arguments: { Count: 2 } arguments }
            && context.SemanticModel.GetConstantValue(arguments[0].Expression, context.CancellationToken).Value is "Claim"
            && context.SemanticModel.GetConstantValue(arguments[1].Expression, context.CancellationToken).Value is string id
            && !ClaimIds.Exists(id))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, arguments[1].GetLocation(), id, ClaimIds.Remedy(id)));
        }
    }

    // A search that expects to find nothing is a sensible test of the catalogue.
    private static bool IsAskedWhetherNull(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Null" } } or IBinaryOperation or IIsPatternOperation;
    }
}
