using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>A formula calls the platform's mathematics or holds a floating literal.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlatformMathInFormulaAnalyzer : GrpoAnalyzer
{
    public const string Id = "GRPO2004";

    private static readonly DiagnosticDescriptor Rule = Rules.Define(
        Id,
        Rules.Numerics,
        "Platform mathematics or a floating literal in a formula",
        "{0} in a formula: {1}",
        "A formula is evaluated in intervals and balls too. The platform's functions have no proved error bound, and a floating literal is a rounded number.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols)
    {
        start.RegisterOperationAction(c => OnInvocation(c, symbols), OperationKind.Invocation);
        start.RegisterOperationAction(c => OnLiteral(c, symbols), OperationKind.Literal);
    }

    private static void OnInvocation(OperationAnalysisContext context, GrpoSymbols symbols)
    {
        var method = ((IInvocationOperation)context.Operation).TargetMethod;
        if (IsPlatformMathematics(method) && FormulaCode.Contains(context.ContainingSymbol, symbols))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, context.Operation.Syntax.GetLocation(), $"{method.ContainingType.Name}.{method.Name}", $"use the arithmetic's own operation, such as T.{method.Name}"));
        }
    }

    private static void OnLiteral(OperationAnalysisContext context, GrpoSymbols symbols)
    {
        if (context.Operation.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal
            && FormulaCode.Contains(context.ContainingSymbol, symbols))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, context.Operation.Syntax.GetLocation(), $"The floating literal {context.Operation.Syntax}", "constants are integers or quotients of integers, such as T.One / T.FromInteger(3)"));
        }
    }

    private static bool IsPlatformMathematics(IMethodSymbol method)
        => method is { IsStatic: true, ContainingType: { } type }
            && (type is { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                || (type.SpecialType is SpecialType.System_Double or SpecialType.System_Single && method.Name is "Exp" or "ExpM1" or "Log" or "LogP1" or "Sqrt" or "Pow" or "Cosh" or "Sinh" or "Asinh" or "Atanh"))
            && method.ReturnType.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
}
