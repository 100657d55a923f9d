using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GrpoVerified.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GrpoVerified.Analyzers.Tests;

/// <summary>Each rule has a page, a row in the release list and a severity in each profile; the page's code does what the page says.</summary>
public sealed class RulePageTests
{
    private const string FsCheck = "\nnamespace FsCheck.Xunit { public sealed class PropertyAttribute : System.Attribute; }";

    private static readonly string Root = Repository.Root;

    public static TheoryData<string> Rules => [.. Analyzers.Keys.Order(StringComparer.Ordinal)];

    private static ImmutableSortedDictionary<string, DiagnosticAnalyzer> Analyzers { get; } = typeof(GrpoAnalyzer).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(GrpoAnalyzer)) && !t.IsAbstract)
        .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
        .ToImmutableSortedDictionary(a => a.SupportedDiagnostics.Single().Id, a => a, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_bad_code_of_a_page_is_reported_and_the_good_code_is_not(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root, "docs", "rules", $"{id}.md"));
        Assert.StartsWith($"# {id}: {Analyzers[id].SupportedDiagnostics[0].Title}\n", page);
        var bad = Code(page, "Bad");
        Assert.NotEmpty(await Verify.Over(Analyzers[id], bad));
        Assert.Empty(await Verify.Over(Analyzers[id], Code(page, "Good")));
        Assert.Contains("## Cause\n", page);
        Assert.Contains("## When to suppress\n", page);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_released_and_has_a_severity_in_each_profile(string id)
    {
        var release = File.ReadAllText(Path.Combine(Root, "src", "GrpoVerified.Analyzers", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(Root, "src", "GrpoVerified.Analyzers", "AnalyzerReleases.Shipped.md"));
        Assert.Contains($"{id} | ", release);
        Assert.All(["recommended", "strict"], profile => Assert.Contains(
            $"dotnet_diagnostic.{id}.severity = ", File.ReadAllText(Path.Combine(Root, "src", "GrpoVerified.Analyzers.CodeFixes", "package", $"{profile}.globalconfig"))));
    }

    [Fact]
    public void There_is_no_page_without_a_rule()
        => Assert.Equal(Analyzers.Keys, Directory.GetFiles(Path.Combine(Root, "docs", "rules"), "GRPO*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Every_rule_is_silent_where_the_library_is_not_referenced(string id)
    {
        // The code is self-contained, and the tests' own names stand in for nothing of the library.
        const string source = """
            using System;
            class C
            {
                static double K3(double d) => Math.Exp(-d) - 1 + d;
                [Xunit.Fact] public void T() { }
                [FsCheck.Xunit.Property] public bool P(int x) => true;
            }
            """;
        Assert.Empty(await Verify.Over(Analyzers[id], source + FsCheck, withLibrary: false));
    }

    private static string Code(string page, string heading)
    {
        var block = Regex.Match(page, $"## {heading}\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.True(block.Success, $"no code under {heading}");
        return $"{MarkedSource.Prelude}static class Formulas {{ }}\npublic static class C {{ {Static(block.Groups["code"].Value)} }}{FsCheck}";
    }

    // The snippets are members of a static class.
    private static string Static(string members)
        => Regex.Replace(members, "^(?<attributes>(\\[[^\\n]*?\\] )?)(public )?(?=object|bool|void)", "${attributes}public static ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
}
