using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
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
    {
        start.RegisterOperationAction(OnInvocation, OperationKind.Invocation);
        start.RegisterOperationAction(OnMethodReference, OperationKind.MethodReference);
    }

    private static void OnInvocation(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsConversion(call.TargetMethod) && call.Arguments.Length == 1)
        {
            Report(context, call, call.Arguments[0].Value);
        }
    }

    // new[] { 0.1, 0.2 }.Select(Rational.FromDouble): the elements are what is rounded.
    private static void OnMethodReference(OperationAnalysisContext context)
    {
        var reference = (IMethodReferenceOperation)context.Operation;
        if (IsConversion(reference.Method)
            && reference.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
            && ConstantList.Elements(call.Instance ?? call.Arguments[0].Value, context.CancellationToken) is { } elements)
        {
            foreach (var element in elements)
            {
                Report(context, element, element, fixes: false);
            }
        }
    }

    private static bool IsConversion(IMethodSymbol method)
        => method is { Name: "FromDouble" or "FromDecimal", ContainingType: { Name: "Rational" } type } && GrpoSymbols.IsOurs(type);

    private static void Report(OperationAnalysisContext context, IOperation place, IOperation value, bool fixes = true)
    {
        if (RoundedValue.Of(value, context.CancellationToken) is not { } rounded)
        {
            return;
        }

        var properties = ImmutableDictionary<string, string?>.Empty;
        if (rounded.Text is { } text)
        {
            // A named constant may be meant as a double elsewhere, so only a literal has one right text here.
            properties = fixes && !rounded.IsNamed ? properties.Add(ExactText, text) : properties;
            context.ReportDiagnostic(Diagnostic.Create(Rule, place.Syntax.GetLocation(), properties, text, $"its double is not {Fraction.Parse(text)}", $"write Rational.Parse(\"{text}\")"));
        }
        else
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, place.Syntax.GetLocation(), properties, rounded.Source.ToString(), "each operation rounds", "convert the operands first and compute with Rational"));
        }
    }
}
