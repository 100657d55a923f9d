using System.Collections.Immutable;
using GrpoVerified.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace GrpoVerified.Analyzers.Tests.Seeded;

/// <summary>Recall: mistakes seeded into real code, one at a time, against all rules at once.</summary>
public sealed class SeededMistakesTests(ITestOutputHelper output)
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using GrpoVerified.Arithmetic;
        global using GrpoVerified.Claims;
        global using GrpoVerified.Theory;
        global using GrpoVerified.Theory.Dynamics;
        global using GrpoVerified.Theory.Formulas;
        global using GrpoVerified.Theory.Groups;
        global using GrpoVerified.Theory.Policies;
        global using Xunit;
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(GrpoAnalyzer).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(GrpoAnalyzer)) && !t.IsAbstract).Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    // Seen by no rule today; a rule that learns to see one must leave this list.
    private static readonly (string File, string Wrong)[] Misses = [];

    [Fact]
    public async Task The_rules_see_the_seeded_mistakes()
    {
        Assert.True(SeededMistake.All.Count >= 40, "fewer than 40 seeded mistakes");
        var seen = 0;
        var missed = new List<string>();
        foreach (var seed in SeededMistake.All)
        {
            var right = await File.ReadAllTextAsync(Path.Combine(Repository.Root, seed.File));
            Assert.True(right.Contains(seed.Right, StringComparison.Ordinal), $"{seed.File} no longer contains {seed.Right}; seed the mistake elsewhere");
            var at = right.IndexOf(seed.Right, StringComparison.Ordinal);
            var wrong = string.Concat(right.AsSpan(0, at), seed.Wrong, right.AsSpan(at + seed.Right.Length));
            var found = await Count(wrong, seed.Rule) > await Count(right, seed.Rule);
            output.WriteLine($"{(found ? "seen  " : "MISSED")} {seed.Rule} {seed.File}: {seed.Wrong}");
            seen += found ? 1 : 0;
            if (!found && !Misses.Contains((seed.File, seed.Wrong)))
            {
                missed.Add($"{seed.Rule} {seed.File}: {seed.Wrong}");
            }

            Assert.False(found && Misses.Contains((seed.File, seed.Wrong)), $"{seed.File}: {seed.Wrong} is listed as missed but is seen");
        }

        output.WriteLine($"recall: {seen} of {SeededMistake.All.Count}");
        Assert.True(missed.Count == 0, $"missed: {string.Join("; ", missed)}");
    }

    private static async Task<int> Count(string source, string rule)
    {
        var compilation = Verify.Compile(source, GlobalUsings);
        var diagnostics = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        return diagnostics.Count(d => string.Equals(d.Id, rule, StringComparison.Ordinal));
    }
}
