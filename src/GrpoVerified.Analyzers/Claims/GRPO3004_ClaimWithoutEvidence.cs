using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Claims;

/// <summary>A claim is declared without what its verdict is computed from.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimWithoutEvidenceAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO3004";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Claims,
        "A claim without the evidence that its verdict needs",
        "This claim {0}",
        "A verdict is computed from evidence. A claim that is false as stated needs a certified counterexample and the corrected statement; any other needs a pointwise check, or the reason why it has none.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
    {
        if (symbols.Claim is { } claim)
        {
            start.RegisterOperationAction(c => OnCreation(c, claim), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => OnWith(c, claim), OperationKind.With);
        }
    }

    private static void OnCreation(OperationAnalysisContext context, INamedTypeSymbol claim)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(creation.Type, claim) || creation.Initializer is not { } initializer)
        {
            return;
        }

        var given = initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(a => a.Target is IPropertyReferenceOperation && !IsEmpty(a.Value))
            .ToDictionary(a => ((IPropertyReferenceOperation)a.Target).Property.Name, a => a.Value, StringComparer.Ordinal);
        if (Missing(given) is { } missing)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, creation.Syntax.GetLocation(), missing));
        }
    }

    // claim with { Checks = [], NotPointwise = null }: what the copy keeps is unknown, what it empties is not.
    private static void OnWith(OperationAnalysisContext context, INamedTypeSymbol claim)
    {
        var copy = (IWithOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(copy.Type, claim))
        {
            return;
        }

        var assignments = copy.Initializer.Initializers.OfType<ISimpleAssignmentOperation>().Where(a => a.Target is IPropertyReferenceOperation).ToList();
        bool Empties(string property) => assignments.Any(a => string.Equals(((IPropertyReferenceOperation)a.Target).Property.Name, property, StringComparison.Ordinal) && IsEmpty(a.Value));
        var isFalse = assignments.Any(a => a.Value is IFieldReferenceOperation { Field.Name: "FalseAsStated" });
        var missing = isFalse && Empties("Counterexamples") ? "is expected to be false as stated and has no Counterexamples: add a certified one"
            : isFalse && Empties("Corrected") ? "is expected to be false as stated and has no Corrected statement: say what is true instead"
            : !isFalse && Empties("Checks") && Empties("NotPointwise") ? "has neither Checks nor NotPointwise: give a pointwise form, or the reason why there is none"
            : null;
        if (missing is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, copy.Syntax.GetLocation(), missing));
        }
    }

    private static string? Missing(Dictionary<string, IOperation> given)
    {
        var isFalse = given.TryGetValue("Expected", out var expected) && expected is IFieldReferenceOperation { Field.Name: "FalseAsStated" };
        if (isFalse && !given.ContainsKey("Counterexamples"))
        {
            return "is expected to be false as stated and has no Counterexamples: add a certified one";
        }

        if (isFalse && !given.ContainsKey("Corrected"))
        {
            return "is expected to be false as stated and has no Corrected statement: say what is true instead";
        }

        return isFalse || given.ContainsKey("Checks") || given.ContainsKey("NotPointwise")
            ? null
            : "has neither Checks nor NotPointwise: give a pointwise form, or the reason why there is none";
    }

    private static bool IsEmpty(IOperation value) => value switch
    {
        IConversionOperation conversion => IsEmpty(conversion.Operand),
        ICollectionExpressionOperation { Elements.Length: 0 } => true,
        { ConstantValue: { HasValue: true, Value: null or "" } } => true,
        _ => false,
    };
}
