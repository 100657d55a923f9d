using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Usage;

/// <summary>A constant argument lies outside the domain of the theory.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterOutsideDomainAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO1001";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Usage,
        "Parameter outside the theorem's domain",
        "{0} = {1} is outside the domain {2}: {3}",
        "The theory speaks of 0 < p_ref < 1, beta > 0, epsilon >= 0, alpha in [0, 1], groups of at least two. Outside, the library throws at run time.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
    {
        start.RegisterOperationAction(OnArgument, OperationKind.Argument);
        start.RegisterOperationAction(OnAssignment, OperationKind.SimpleAssignment);
    }

    private static void OnArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.ArgumentKind == ArgumentKind.Explicit
            && argument.Parameter is { ContainingSymbol: { ContainingType: { } type } } parameter
            && ParameterDomain.OfParameter(type.Name, parameter.Name) is { } domain
            && GrpoSymbols.IsOurs(type))
        {
            Report(context, domain, argument.Value);
        }
    }

    private static void OnAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { ContainingType: { } type } property }
            && ParameterDomain.OfProperty(type.Name, property.Name) is { } domain
            && GrpoSymbols.IsOurs(type))
        {
            Report(context, domain, assignment.Value);
        }
    }

    private static void Report(OperationAnalysisContext context, ParameterDomain domain, IOperation given)
    {
        foreach (var value in Alternatives.Of(given))
        {
            if (ConstantFolder.Fold(value, context.CancellationToken) is { } x && !domain.Contains(x) && !ExpectedFailure.Surrounds(value))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), domain.Symbol, x, domain.Text, domain.Remedy));
            }
        }
    }
}
