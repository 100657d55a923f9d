using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Usage;

/// <summary>A constant list is passed where a policy is expected, and its exact sum is not 1.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyNotNormalisedAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO1003";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Usage,
        "A policy does not sum to exactly 1",
        "These probabilities sum to {0}, not to 1 (off by {1}): a policy is a probability distribution; write exact fractions such as 1/3, or divide by the sum",
        "The sum is computed exactly from the values in the source. Rounded decimals of thirds do not sum to 1, and unnormalised weights are no policy.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
        => start.RegisterOperationAction(OnArgument, OperationKind.Argument);

    private static void OnArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { ContainingSymbol.ContainingType: { } type } parameter
            || !TakesPolicy(type.Name, parameter.Name)
            || !GrpoSymbols.IsOurs(type)
            || ConstantList.Values(argument.Value, context.CancellationToken) is not { } values)
        {
            return;
        }

        var sum = values.Aggregate(Fraction.Zero, (a, b) => a + b);
        if (sum != Fraction.One && !ExpectedFailure.Surrounds(argument.Value))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), sum, sum - Fraction.One));
        }
    }

    private static bool TakesPolicy(string type, string parameter) => (type, parameter) switch
    {
        ("OutcomeSpace", "probabilities") => true,
        ("ExplicitPolicies" or "Surrogates" or "ClippedPolicy", "policy" or "reference" or "old" or "anchor" or "other") => true,
        _ => false,
    };
}
