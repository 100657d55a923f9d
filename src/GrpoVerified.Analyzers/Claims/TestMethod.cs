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

    /// <summary>Whether the framework would run it: xunit runs public classes only, and other classes with its attributes are data of tests of tests.</summary>
    public static bool IsRun(IMethodSymbol method)
    {
        if (!method.GetAttributes().Any(a => a.AttributeClass is { } type && Tests.Contains(type.Name) && OutermostOf(type) is "Xunit"))
        {
            return true;
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

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
