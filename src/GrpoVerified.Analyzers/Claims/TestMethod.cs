using Microsoft.CodeAnalysis;

namespace GrpoVerified.Analyzers.Claims;

/// <summary>What makes a method a test or a property.</summary>
internal static class TestMethod
{
    private static readonly HashSet<string> Tests = new(StringComparer.Ordinal) { "FactAttribute", "TheoryAttribute", "TestAttribute", "TestCaseAttribute", "TestMethodAttribute" };

    private static readonly HashSet<string> Spaces = new(StringComparer.Ordinal) { "Xunit", "NUnit", "VisualStudio" };

    /// <summary>Whether the method is run by xunit, NUnit or MSTest as an example-based test.</summary>
    public static bool IsTest(IMethodSymbol method)
        => method.GetAttributes().Any(a => a.AttributeClass is { } type && Tests.Contains(type.Name) && OutermostOf(type) is { } space && (Spaces.Contains(space) || space is "Microsoft"));

    /// <summary>Whether the method is run by FsCheck with generated arguments.</summary>
    public static bool IsProperty(IMethodSymbol method)
        => method.GetAttributes().Any(a => a.AttributeClass is { Name: "PropertyAttribute" } type && OutermostOf(type) is "FsCheck");

    private static string? OutermostOf(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space?.Name;
    }
}
