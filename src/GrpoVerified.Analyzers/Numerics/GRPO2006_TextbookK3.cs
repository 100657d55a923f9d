using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>The estimator k3 is written exp(−d) − 1 + d: near d = 0 it is wrong in most digits and can be negative.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextbookK3Analyzer : GrpoAnalyzer
{
    public const string Id = "GRPO2006";

    /// <summary>Property of the diagnostic: the expression that says the same without the cancellation.</summary>
    public const string Replacement = "replacement";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Numerics,
        "The textbook form of the estimator k3",
        "exp(u) - 1 - u cancels near u = 0: in single precision it is negative for up to 29 % of small arguments; write {0}",
        "k3 = exp(-d) - 1 + d is about d^2/2. Each of exp(-d) and -1 is near 1, so the digits of d^2/2 are lost. The expm1 form keeps them and is never negative.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
        => start.RegisterSyntaxNodeAction(OnSum, SyntaxKind.AddExpression, SyntaxKind.SubtractExpression);

    private static void OnSum(SyntaxNodeAnalysisContext context)
    {
        var sum = (BinaryExpressionSyntax)context.Node;
        if (IsPartOfSum(sum))
        {
            return;
        }

        var terms = SignedTerms.Of(sum);
        var exponential = terms.FindIndex(t => t.Sign > 0 && Exponential(t.Term) is not null);
        var one = terms.FindIndex(t => t.Sign < 0 && IsOne(t.Term, context));
        if (exponential < 0 || one < 0 || Exponential(terms[exponential].Term) is not { } call)
        {
            return;
        }

        var rest = terms.Where((_, i) => i != exponential && i != one).ToList();
        var exponent = call.ArgumentList.Arguments[0].Expression;
        if (rest.Count == 0
            || !SignedTerms.AreOpposite(SignedTerms.Of(exponent), rest)
            || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method
            || Rewrite(method, call, exponent) is not { } expm1)
        {
            return;
        }

        var tail = string.Concat(rest.Select(t => $" {(t.Sign > 0 ? '+' : '-')} {t.Term}"));
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, sum.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Replacement, expm1 + tail), expm1 + tail));
    }

    private static bool IsPartOfSum(SyntaxNode sum)
    {
        var parent = sum.Parent;
        while (parent is ParenthesizedExpressionSyntax)
        {
            parent = parent.Parent;
        }

        return parent.IsKind(SyntaxKind.AddExpression) || parent.IsKind(SyntaxKind.SubtractExpression);
    }

    private static InvocationExpressionSyntax? Exponential(ExpressionSyntax term)
        => term is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exp" } } call ? call : null;

    private static bool IsOne(ExpressionSyntax term, SyntaxNodeAnalysisContext context)
        => term is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "One" }
            || (ConstantFolder.Fold(context.SemanticModel.GetOperation(term, context.CancellationToken), context.CancellationToken) is { } value && value == Fraction.One);

    // .NET's double.ExpM1 is Exp(x) - 1 and cancels in the same way; e^(u/2) and sinh(u/2) do not.
    private static string? Rewrite(IMethodSymbol method, InvocationExpressionSyntax call, ExpressionSyntax exponent)
    {
        var type = ((MemberAccessExpressionSyntax)call.Expression).Expression.ToString();
        if (method.ContainingType is { Name: "Math" or "MathF" } or { SpecialType: SpecialType.System_Double or SpecialType.System_Single })
        {
            var half = exponent is IdentifierNameSyntax or LiteralExpressionSyntax or PrefixUnaryExpressionSyntax ? $"{exponent} / 2" : $"({exponent}) / 2";
            return $"2 * {type}.Exp({half}) * {type}.Sinh({half})";
        }

        return GrpoSymbols.IsOurs(method.ContainingType) ? $"{type}.Expm1({exponent})" : null;
    }
}
