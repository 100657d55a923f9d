using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using GrpoVerified.Analyzers.Regimes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Usage;

/// <summary>Code that requires an invariant is given constant parameters for which the invariant certainly fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvariantFailsAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO1002";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Usage,
        "The required invariant fails for these parameters",
        "{0} is required here, but for p_ref = {1}, beta = {2}, epsilon = {3} {4}",
        "Monotone convergence is a theorem for p_ref >= 1/2 and false in general; hard prompts give cycles and chaos. The rule speaks only where the failure is certain.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
    {
        if (symbols.Requires is { } requires && symbols.Parameters is not null)
        {
            start.RegisterOperationAction(c => OnCreation(c, requires), OperationKind.Invocation, OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => OnArgument(c, requires), OperationKind.Argument);
        }
    }

    // Parameters made inside code that requires an invariant.
    private static void OnCreation(OperationAnalysisContext context, INamedTypeSymbol requires)
    {
        if (ConstantParameters.IsCreation(context.Operation))
        {
            for (var symbol = context.ContainingSymbol; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
            {
                Check(context, requires, symbol, context.Operation);
            }
        }
    }

    // Parameters handed to a method, constructor or parameter that requires an invariant.
    private static void OnArgument(OperationAnalysisContext context, INamedTypeSymbol requires)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is { Type.Name: "GrpoParameters" } parameter)
        {
            Check(context, requires, parameter, argument.Value);
            if (parameter.ContainingSymbol is { } method)
            {
                Check(context, requires, method, argument.Value);
            }
        }
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol requires, ISymbol marked, IOperation value)
    {
        foreach (var attribute in marked.GetAttributes().Where(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, requires)))
        {
            if (attribute.ConstructorArguments.FirstOrDefault() is { Value: int invariant, Type: INamedTypeSymbol type } && !ExpectedFailure.Surrounds(value))
            {
                var name = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.ConstantValue is int v && v == invariant)?.Name;
                Report(context, name, value);
            }
        }
    }

    private static void Report(OperationAnalysisContext context, string? invariant, IOperation value)
    {
        if (invariant is "Amplification")
        {
            if (ConstantFolder.Fold(ConstantParameters.Reference(value, context.CancellationToken), context.CancellationToken) is { } r && (r == Fraction.Zero || r == Fraction.One))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), invariant, r, "any", "any", "every iterate equals p_ref (claim B7), so nothing is amplified"));
            }

            return;
        }

        if (ConstantParameters.Of(value, context.CancellationToken) is not { } map)
        {
            return;
        }

        var reason = invariant switch
        {
            "MonotoneConvergence" => InvariantDecision.RefuteMonotoneConvergence(map),
            "Convergence" => InvariantDecision.RefuteConvergence(map),
            _ => null,
        };
        if (reason is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), invariant, map.Reference, map.Beta, map.Epsilon, reason));
        }
    }
}
