using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>The midpoint of an enclosure is compared or asserted as if it were the value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MidpointAsValueAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO2005";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Numerics,
        "The midpoint of an enclosure used as the value",
        "{0} is one point of the enclosure, not the value: compare with {1}.Less, or assert that the enclosure contains the expected value",
        "A decision that rests on a midpoint is not certified, however small the radius. The three-valued comparisons take the radius into account.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
        => start.RegisterOperationAction(c => OnProperty(c, symbols), OperationKind.PropertyReference);

    private static void OnProperty(OperationAnalysisContext context, GrpoSymbols symbols)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property is { Name: "Midpoint", ContainingType: { } type }
            && GrpoSymbols.IsOurs(type)
            && EnclosureEqualityAnalyzer.IsEnclosure(type, symbols)
            && !SymbolEqualityComparer.Default.Equals(context.ContainingSymbol.ContainingType, type)
            && IsTakenForTheValue(reference))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, reference.Syntax.GetLocation(), reference.Syntax.ToString(), type.Name));
        }
    }

    private static bool IsTakenForTheValue(IOperation value, bool followsVariables = true)
    {
        for (var parent = value.Parent; parent is not null; (value, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                case IInvocationOperation { TargetMethod.Name: "ToDouble" or "ToRational" }:
                case IInvocationOperation { TargetMethod: { Name: "Abs", ContainingType.Name: "Math" } }:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Abs", ContainingType.Name: "Math" } } }:
                    continue;
                case IBinaryOperation binary:
                    return binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan
                        or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Assert" } }:
                    return true;
                case ISwitchExpressionOperation choice:
                    return choice.Value == value && choice.Arms.Any(a => Decides(a.Pattern));
                case IIsPatternOperation question:
                    return Decides(question.Pattern);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return followsVariables && UsesOf(declarator).Any(use => IsTakenForTheValue(use, followsVariables: false));
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool Decides(IPatternOperation pattern) => pattern switch
    {
        IRelationalPatternOperation => true,
        IConstantPatternOperation { Value.ConstantValue.Value: double value } => !double.IsNaN(value),
        IBinaryPatternOperation both => Decides(both.LeftPattern) || Decides(both.RightPattern),
        INegatedPatternOperation negated => Decides(negated.Pattern),
        _ => false,
    };

    // Where a variable that holds the midpoint is read, in the block that declares it.
    private static IEnumerable<IOperation> UsesOf(IVariableDeclaratorOperation declarator)
    {
        IOperation block = declarator;
        while (block.Parent is { } outer && block is not IBlockOperation)
        {
            block = outer;
        }

        return block.Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, declarator.Symbol));
    }
}
