using System.Collections.Immutable;
using GrpoVerified.Analyzers.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
        var one = terms.FindIndex(t => t.Sign < 0 && IsOne(t.Term));
        var exponential = one < 0 ? -1 : terms.FindIndex(t => t.Sign > 0 && Exponential(t.Term, context) is not null);
        if (exponential < 0 || Exponential(terms[exponential].Term, context) is not { } call)
        {
            return;
        }

        var rest = terms.Where((_, i) => i != exponential && i != one).ToList();
        var exponent = call.ArgumentList.Arguments[0].Expression;
        if (rest.Count == 0
            || !AreOpposite(exponent, rest, context)
            || IsKeptAwayFromZero(sum, exponent)
            || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method
            || Rewrite(method, call, exponent) is not { } expm1)
        {
            return;
        }

        // An exponential in a variable is used elsewhere too: the rewriting is shown, and left to the author.
        var written = expm1 + string.Concat(rest.Select(t => $" {(t.Sign > 0 ? '+' : '-')} {t.Term}"));
        var properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, sum.GetLocation(), terms[exponential].Term == call ? properties.Add(Replacement, written) : properties, written));
    }

    // if (Math.Abs(u) > 0.9) …: the author separates small arguments from large ones.
    private static bool IsKeptAwayFromZero(SyntaxNode sum, ExpressionSyntax exponent)
        => sum.Ancestors().Select(a => a switch { IfStatementSyntax choice => choice.Condition, ConditionalExpressionSyntax choice => choice.Condition, _ => null })
            .Any(condition => condition is not null && condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
                call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Abs" }, ArgumentList.Arguments: { Count: 1 } arguments }
                && SyntaxFactory.AreEquivalent(arguments[0].Expression, exponent)));

    // exp(u) − u, with u written out or in a variable on either side.
    private static bool AreOpposite(ExpressionSyntax exponent, IReadOnlyList<(int Sign, ExpressionSyntax Term)> rest, SyntaxNodeAnalysisContext context)
    {
        var direct = SignedTerms.Of(exponent);
        if (SignedTerms.AreOpposite(direct, rest))
        {
            return true;
        }

        var spelled = direct.SelectMany(t => SpelledOut(t, context)).ToList();
        return SignedTerms.AreOpposite(spelled, [.. rest.SelectMany(t => SpelledOut(t, context))]);
    }

    private static IEnumerable<(int Sign, ExpressionSyntax Term)> SpelledOut((int Sign, ExpressionSyntax Term) term, SyntaxNodeAnalysisContext context)
        => Initializer(term.Term, context) is { } value ? SignedTerms.Of(value).Select(t => (t.Sign * term.Sign, t.Term)) : [term];

    private static ExpressionSyntax? Initializer(ExpressionSyntax term, SyntaxNodeAnalysisContext context)
        => term is IdentifierNameSyntax && context.SemanticModel.GetOperation(term, context.CancellationToken) is ILocalReferenceOperation local
            ? SingleAssignment.Of(local, context.CancellationToken)?.Syntax as ExpressionSyntax
            : null;

    private static bool IsPartOfSum(SyntaxNode sum)
    {
        var parent = sum.Parent;
        while (parent is ParenthesizedExpressionSyntax)
        {
            parent = parent.Parent;
        }

        return parent.IsKind(SyntaxKind.AddExpression) || parent.IsKind(SyntaxKind.SubtractExpression);
    }

    private static InvocationExpressionSyntax? Exponential(ExpressionSyntax term, SyntaxNodeAnalysisContext context)
        => term is IdentifierNameSyntax ? (Initializer(term, context) is { } value ? Call(value) : null) : Call(term);

    private static InvocationExpressionSyntax? Call(ExpressionSyntax term)
        => term is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exp" } or IdentifierNameSyntax { Identifier.ValueText: "Exp" } } call ? call : null;

    // By its look alone: every sum of a program passes here.
    private static bool IsOne(ExpressionSyntax term) => term switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is 1 or 1L or 1f or 1d,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText is "One",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromInteger" }, ArgumentList.Arguments: { Count: 1 } arguments } => IsOne(arguments[0].Expression),
        _ => false,
    };

    // .NET's double.ExpM1 is Exp(x) - 1 and cancels in the same way; e^(u/2) and sinh(u/2) do not.
    private static string? Rewrite(IMethodSymbol method, InvocationExpressionSyntax call, ExpressionSyntax exponent)
    {
        var type = call.Expression is MemberAccessExpressionSyntax member ? $"{member.Expression}." : string.Empty;
        if (method.ContainingType is { Name: "Math" or "MathF" } or { SpecialType: SpecialType.System_Double or SpecialType.System_Single })
        {
            var half = exponent is IdentifierNameSyntax or LiteralExpressionSyntax or PrefixUnaryExpressionSyntax ? $"{exponent} / 2" : $"({exponent}) / 2";
            return $"2 * {type}Exp({half}) * {type}Sinh({half})";
        }

        return GrpoSymbols.IsOurs(method.ContainingType) ? $"{type}Expm1({exponent})" : null;
    }
}
