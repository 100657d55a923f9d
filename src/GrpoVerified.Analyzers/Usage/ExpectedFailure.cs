using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Analyzers.Usage;

/// <summary>Code that is meant to fail: a test hands it to a method such as <c>Assert.Throws</c>.</summary>
internal static class ExpectedFailure
{
    public static bool Surrounds(IOperation operation)
        => operation.Syntax.Ancestors().OfType<ArgumentSyntax>()
            .Select(a => a.FirstAncestorOrSelf<InvocationExpressionSyntax>())
            .Any(call => call is not null && IsExpectation(Name(call.Expression)));

    private static bool IsExpectation(string name)
        => name.StartsWith("Throws", StringComparison.Ordinal) || name is "Exception" or "ExceptionAsync" or "Throw" or "ThrowExactly";

    private static string Name(ExpressionSyntax callee) => callee switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };
}
