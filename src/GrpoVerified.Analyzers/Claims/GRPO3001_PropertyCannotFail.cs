using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GrpoVerified.Analyzers.Claims;

/// <summary>A property holds whatever the code under test does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyCannotFailAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO3001";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Claims,
        "A property that cannot fail",
        "{0} is no property: {1}",
        "A property whose result is constant, that uses none of its generated arguments, or that swallows the exception, is green for every implementation.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
        => start.RegisterSyntaxNodeAction(OnMethod, SyntaxKind.MethodDeclaration);

    private static void OnMethod(SyntaxNodeAnalysisContext context)
    {
        var declaration = (MethodDeclarationSyntax)context.Node;
        if (declaration.AttributeLists.Count == 0
            || (SyntaxNode?)declaration.Body is null && declaration.ExpressionBody is null
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method
            || !TestMethod.IsProperty(method))
        {
            return;
        }

        var body = (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody!.Expression;
        if (Reason(body, method, context) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, declaration.Identifier.GetLocation(), method.Name, reason));
        }
    }

    private static string? Reason(SyntaxNode body, IMethodSymbol method, SyntaxNodeAnalysisContext context)
    {
        var assertions = new Assertions(context.SemanticModel, context.CancellationToken);
        var fails = assertions.MayFail(body);
        if (method.ReturnType.SpecialType == SpecialType.System_Boolean && !fails && Results(body).All(r => IsTrue(r, context)))
        {
            return "its result is always true";
        }

        if (method.Parameters.Length > 0 && !Throws(body) && !Results(body).Any(IsFalse) && !body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => method.Parameters.Any(p => string.Equals(p.Name, n.Identifier.ValueText, StringComparison.Ordinal))))
        {
            return "it uses none of its generated arguments";
        }

        if (Swallows(body, context) is { } kind)
        {
            return $"it catches {kind} and goes on as if the property held";
        }

        return method.ReturnsVoid && !fails ? "it returns nothing and asserts nothing" : null;
    }

    private static bool IsFalse(ExpressionSyntax result) => result.IsKind(SyntaxKind.FalseLiteralExpression);

    // Code that throws on purpose is an example of a failure, not a property that forgot its arguments.
    private static bool Throws(SyntaxNode body) => body.DescendantNodesAndSelf().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax);

    private static IEnumerable<ExpressionSyntax> Results(SyntaxNode body)
        => body is ExpressionSyntax expression
            ? [expression]
            : body.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>();

    private static bool IsTrue(ExpressionSyntax result, SyntaxNodeAnalysisContext context)
        => (context.SemanticModel.GetConstantValue(result, context.CancellationToken) is { HasValue: true, Value: true })
            || result switch
            {
                ParenthesizedExpressionSyntax parenthesized => IsTrue(parenthesized.Expression, context),
                ConditionalExpressionSyntax conditional => IsTrue(conditional.WhenTrue, context) && IsTrue(conditional.WhenFalse, context),
                SwitchExpressionSyntax choice => choice.Arms.All(arm => IsTrue(arm.Expression, context)),
                BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression) => IsTrue(either.Left, context) || IsTrue(either.Right, context),
                BinaryExpressionSyntax comparison => IsComparedWithItself(comparison, context),
                _ => false,
            };

    // x + y == x + y, <=, >=: true by the language's own operators on integers, text and truth values; NaN is not equal to itself,
    // a defined operator may be what is tested, and a call may answer differently the second time.
    private static bool IsComparedWithItself(BinaryExpressionSyntax comparison, SyntaxNodeAnalysisContext context)
        => comparison.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanOrEqualExpression
            && SyntaxFactory.AreEquivalent(comparison.Left, comparison.Right)
            && comparison.Left.DescendantNodesAndSelf().All(n => n is IdentifierNameSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax
                or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.BitwiseNotExpression }
                or BinaryExpressionSyntax)
            && comparison.Left.DescendantNodesAndSelf().OfType<ExpressionSyntax>().All(e => context.SemanticModel.GetTypeInfo(e, context.CancellationToken).Type?.SpecialType
                is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt32
                or SpecialType.System_UInt64 or SpecialType.System_Char or SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Decimal);

    // A catch of every exception that neither throws again, nor asserts, nor answers anything but true.
    private static string? Swallows(SyntaxNode body, SyntaxNodeAnalysisContext context)
    {
        foreach (var handler in body.DescendantNodes().OfType<CatchClauseSyntax>())
        {
            var type = handler.Declaration?.Type.ToString();
            if (type is null or "Exception" or "System.Exception"
                && handler.Filter is null
                && !new Assertions(context.SemanticModel, context.CancellationToken).MayFail(handler.Block)
                && !handler.Block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any()
                && Results(handler.Block).All(r => IsTrue(r, context)))
            {
                return type ?? "everything";
            }
        }

        return null;
    }
}
