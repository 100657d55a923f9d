using System.Text.Json;
using System.Text.Json.Serialization;
using GrpoVerified.Cli.Shards;
using GrpoVerified.Properties.Reporting;

namespace GrpoVerified.Cli.Conformance;

/// <summary>Who was tried against what.</summary>
internal sealed record ConformanceSubject(string Implementation, string Profile, string ProfileVersion, IReadOnlyList<string> Notes, int Cases, ulong Seed);

/// <summary>What was found: in a run, or in the shards of one.</summary>
internal sealed record ConformanceFindings(ConformanceSubject Subject, IReadOnlyList<RuleResult> Results, int Restarts);

/// <summary>Shards of a conformance run: of every rule a block of consecutive cases.</summary>
internal static class ConformanceShards
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>What the shards' headers say of the whole.</summary>
    public static string Fact(ConformanceSubject subject) => JsonSerializer.Serialize(subject, Options);

    /// <summary>Tries what is missing of a shard and keeps each rule when it is finished.</summary>
    /// <param name="path">What is finished, a line for each rule.</param>
    /// <param name="run">Tries the rules behind a number of them.</param>
    /// <param name="restarts">How often the program was started again so far.</param>
    public static IReadOnlyList<string> Run(string path, Func<int, IEnumerable<RuleResult>> run, Func<int> restarts)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        File.WriteAllText(path, text[..(text.LastIndexOf('\n') + 1)]);
        var before = 0;
        foreach (var result in run(File.ReadAllLines(path).Length))
        {
            // The request itself is not reported, and it is of many types.
            var line = JsonSerializer.Serialize(result with { Counterexample = result.Counterexample is { } c ? c with { Request = null } : null }, Options);
            File.AppendAllText(path, $"{restarts() - before} {line}\n");
            before = restarts();
        }

        return File.ReadAllLines(path);
    }

    /// <summary>Puts the shards together in a file and has the verb report it.</summary>
    public static int Merge(ShardSet set, Func<string, int> report)
    {
        var subject = JsonSerializer.Deserialize<ConformanceSubject>(set.Header.Fact, Options)!;
        var parts = set.Files.Select(f => f.Lines.Select(Read).ToList()).ToList();
        if (parts.FindIndex(p => !p.Select(r => r.Result.RuleId).SequenceEqual(parts[0].Select(r => r.Result.RuleId), StringComparer.Ordinal)) is var odd and >= 0)
        {
            throw new UsageException("its rules are not those of the other shards", set.Files[odd].Path, "delete the file and run its shard again");
        }

        var results = parts[0].Select((_, i) => Together([.. parts.Select(p => p[i].Result)])).ToList();
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(new ConformanceFindings(subject, results, parts.Sum(p => p.Sum(r => r.Restarts))), Options));
            return report(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What <see cref="Merge"/> put together.</summary>
    public static ConformanceFindings ReadMerged(string path) => JsonSerializer.Deserialize<ConformanceFindings>(File.ReadAllText(path), Options)!;

    // A run stops at a rule's first failing case; the blocks before it passed and were judged in full.
    private static RuleResult Together(IReadOnlyList<RuleResult> blocks)
    {
        var failing = blocks.ToList().FindIndex(b => b.Outcome == RuleOutcome.Failed);
        var seen = failing < 0 ? blocks : [.. blocks.Take(failing + 1)];
        return (failing < 0 ? blocks[0] : blocks[failing]) with { Cases = seen.Sum(b => b.Cases), Unconstrained = seen.Sum(b => b.Unconstrained) };
    }

    private static (int Restarts, RuleResult Result) Read(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return (int.Parse(line.AsSpan(0, space), System.Globalization.CultureInfo.InvariantCulture), JsonSerializer.Deserialize<RuleResult>(line[(space + 1)..], Options)!);
    }
}
