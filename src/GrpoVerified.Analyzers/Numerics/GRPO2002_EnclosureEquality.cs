using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>Enclosures, or three-valued answers, are compared with == or != as if they were numbers or booleans.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnclosureEqualityAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO2002";

    /// <summary>Property of the diagnostic: the member of Truth that says the same, where there is one.</summary>
    public const string Member = "member";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Numerics,
        "Enclosures or three-valued answers compared with ==",
        "{0}",
        "== compares the two sets, not the numbers in them: equal numbers may have different enclosures, and equal enclosures may hold different numbers. A three-valued answer has IsCertain, IsRefuted, IsUndecided.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
    {
        start.RegisterOperationAction(c => OnBinary(c, symbols), OperationKind.Binary);
        start.RegisterOperationAction(c => OnEquals(c, symbols), OperationKind.Invocation);
    }

    // x.Equals(y) is the same comparison in words; a type's own members may define it so.
    private static void OnEquals(OperationAnalysisContext context, GrpoSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod: { Name: "Equals", IsStatic: false }, Instance.Type: INamedTypeSymbol type, Arguments.Length: 1 }
            && Unconverted(call.Arguments[0].Value) is { } other
            && SymbolEqualityComparer.Default.Equals(type, other.Type)
            && !SymbolEqualityComparer.Default.Equals(type, context.ContainingSymbol.ContainingType))
        {
            if (SymbolEqualityComparer.Default.Equals(type, symbols.Truth))
            {
                Report(context, null, "Two three-valued answers are equal also when both are undecided: ask for IsCertain, IsRefuted or IsUndecided");
            }
            else if (IsEnclosure(type, symbols) && !IsNamedSet(call.Instance, type) && !IsNamedSet(other, type))
            {
                Report(context, null, EnclosureMessage("Equals", type));
            }
        }
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : operation;

    private static string EnclosureMessage(string comparison, ITypeSymbol type)
        => $"{comparison} on {type.Name} compares enclosures, not numbers: use {type.Name}.Overlap, Contains, IsSubset or a three-valued comparison such as {type.Name}.Less";

    private static void OnBinary(OperationAnalysisContext context, GrpoSymbols symbols)
    {
        var binary = (IBinaryOperation)context.Operation;
        if (binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
            || binary.LeftOperand.Type is not INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum } type
            || !SymbolEqualityComparer.Default.Equals(type, binary.RightOperand.Type))
        {
            return;
        }

        if (SymbolEqualityComparer.Default.Equals(type, symbols.Truth))
        {
            var member = NamedValue(binary.RightOperand, type) switch
            {
                "True" => "IsCertain",
                "False" => "IsRefuted",
                "Undecided" => "IsUndecided",
                _ => null,
            };
            Report(context, member, member is null
                ? "Two three-valued answers are equal also when both are undecided: ask for IsCertain, IsRefuted or IsUndecided"
                : $"A three-valued answer is asked by name: write {(binary.OperatorKind == BinaryOperatorKind.Equals ? string.Empty : "!")}….{member}");
        }
        else if (IsEnclosure(type, symbols) && !IsNamedSet(binary.LeftOperand, type) && !IsNamedSet(binary.RightOperand, type))
        {
            Report(context, null, EnclosureMessage("==", type));
        }
    }

    /// <summary>Whether values of a type are sets that contain an exact value.</summary>
    internal static bool IsEnclosure(ITypeSymbol? type, GrpoSymbols symbols)
    {
        foreach (var face in type?.AllInterfaces ?? [])
        {
            if (SymbolEqualityComparer.Default.Equals(face.OriginalDefinition, symbols.Enclosure))
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(OperationAnalysisContext context, string? member, string message)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), member is null ? properties : properties.Add(Member, member), message));
    }

    // A set known by name, such as Interval.Entire: being that set is a sensible question; being the number zero is not.
    private static bool IsNamedSet(IOperation operand, ITypeSymbol type) => NamedValue(operand, type) is not (null or "Zero" or "One");

    private static string? NamedValue(IOperation operand, ITypeSymbol type)
        => operand is IPropertyReferenceOperation { Instance: null } property && SymbolEqualityComparer.Default.Equals(property.Property.ContainingType, type)
            ? property.Property.Name
            : null;
}
