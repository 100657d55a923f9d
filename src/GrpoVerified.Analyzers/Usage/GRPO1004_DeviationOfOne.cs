using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Usage;

/// <summary>The sample deviation of a group of one reward is asked for: 0/0.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeviationOfOneAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO1004";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Usage,
        "Sample deviation of a group of one",
        "A group of one reward has no sample deviation (it divides 0 by 0): use the population deviation, or a larger group",
        "The sample variance divides by G - 1. Trainers disagree on what a group of one gives: 0, the raw reward, or NaN.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
        => start.RegisterOperationAction(OnInvocation, OperationKind.Invocation);

    private static void OnInvocation(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod: { Name: "Variance", ContainingType: { Name: "GroupMoments" } type }, Instance: { } moments }
            && GrpoSymbols.IsOurs(type)
            && call.Arguments.Any(a => IsSample(a.Value))
            && Rewards(moments, context) is { } rewards
            && ConstantList.Elements(rewards, context.CancellationToken) is { Count: 1 }
            && !ExpectedFailure.Surrounds(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation()));
        }
    }

    private static bool IsSample(IOperation value)
        => value is IFieldReferenceOperation { Field: { Name: "Sample", ContainingType.Name: "GroupDeviation" } };

    private static IOperation? Rewards(IOperation moments, OperationAnalysisContext context)
    {
        var made = moments is IInvocationOperation ? moments : ConstantFolder.Initializer(moments, context.CancellationToken);
        return made is IInvocationOperation { TargetMethod.Name: "Of", Arguments.Length: 1 } call ? call.Arguments[0].Value : null;
    }
}
