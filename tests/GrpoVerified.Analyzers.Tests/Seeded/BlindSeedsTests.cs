using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace GrpoVerified.Analyzers.Tests.Seeded;

/// <summary>Recall on mistakes whose author had not read the rules, as first measured and as it is now.</summary>
public sealed class BlindSeedsTests(ITestOutputHelper output)
{
    // FsCheck's attribute, as the compiler sees it.
    private const string FsCheck = "namespace FsCheck.Xunit { public sealed class PropertyAttribute : System.Attribute; }";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(GrpoAnalyzer).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(GrpoAnalyzer)) && !t.IsAbstract).Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    // Seen by no rule today; a rule that learns to see one must leave this list.
    private static readonly string[] Misses = [];

    [Fact]
    public async Task The_rules_see_the_blind_seeds()
    {
        var wrong = new List<string>();
        var seen = 0;
        foreach (var seed in BlindSeed.All)
        {
            var compilation = Verify.Compile(seed.Source, FsCheck);
            var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            Assert.True(errors.Count == 0, $"{seed.Mistake} does not compile: {string.Join("; ", errors)}");
            var ids = (await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync()).Select(d => d.Id).ToList();
            var found = ids.Contains(seed.Rule, StringComparer.Ordinal);
            seen += found ? 1 : 0;
            output.WriteLine($"{(found ? "seen  " : "MISSED")} {seed.Rule} {seed.Mistake}{(ids.Exists(i => !string.Equals(i, seed.Rule, StringComparison.Ordinal)) ? $" (also {string.Join(", ", ids)})" : "")}");
            if (found == Misses.Contains(seed.Mistake, StringComparer.Ordinal))
            {
                wrong.Add($"{seed.Rule} {seed.Mistake}: {(found ? "seen, but listed as missed" : "missed")}");
            }
        }

        output.WriteLine($"recall: {seen} of {BlindSeed.All.Count}; at the first run {BlindSeed.All.Count(s => s.FirstRun)}");
        Assert.True(wrong.Count == 0, string.Join("; ", wrong));
    }
}
