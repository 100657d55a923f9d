using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GrpoVerified.Checking.Tests.Soundness;
using GrpoVerified.TestKit;

namespace GrpoVerified.Checking.Tests.Mutation;

/// <summary>Mutated certificates: none crashes, hangs or exhausts memory, and every one that is still accepted shows something true.</summary>
/// <remarks>
/// GRPOVERIFIED_MUTANTS is the number of mutants (default 3,000). GRPOVERIFIED_MUTANT_REPORT names a folder that receives
/// <c>mutants.md</c>, the list of accepted mutants with what was changed, and <c>accepted/*.cert.json</c>, the mutants themselves.
/// </remarks>
public sealed class MutationTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const long Work = 3_000_000_000;

    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("GRPOVERIFIED_MUTANTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 3000;

    [Fact]
    public void Every_source_is_accepted_as_it_is()
        => Assert.All(Sources(), s => Assert.True(CertificateText.Check(s.ToJsonString()) is { IsAccepted: true }, $"{s["name"]}: {CertificateText.Check(s.ToJsonString()).Reason}"));

    [Fact]
    public void No_mutant_crashes_and_every_accepted_one_is_true_as_far_as_a_sample_tells()
    {
        var sources = Sources();
        var mutator = new Mutator(sources);
        var originals = sources.ToDictionary(s => s["name"]!.GetValue<string>(), s => s, StringComparer.Ordinal);
        var accepted = new List<Mutant>();
        var kinds = new SortedDictionary<string, (int Made, int Accepted)>(StringComparer.Ordinal);
        var (made, unreadable, spent) = (0, 0, 0);
        (TimeSpan Time, Mutant? Mutant) slowest = default;
        var clock = Stopwatch.StartNew();
        for (var number = 0; made < Count; number++)
        {
            // Changes that change nothing, or only the label, are no mutants.
            if (mutator.Make(number) is not { } mutant || SameProofAndStatement(mutant.Text, originals[mutant.Source]))
            {
                continue;
            }

            made++;
            var start = clock.Elapsed;
            var result = CertificateChecker.Check(Encoding.UTF8.GetBytes(mutant.Text), work: Work);
            slowest = clock.Elapsed - start is var time && time > slowest.Time ? (time, mutant) : slowest;
            unreadable += result.IsReadable ? 0 : 1;
            spent += result.Reason.Contains("more work", StringComparison.Ordinal) ? 1 : 0;
            var (of, kept) = kinds.GetValueOrDefault(mutant.Kind);
            kinds[mutant.Kind] = (of + 1, kept + (result.IsAccepted ? 1 : 0));
            Assert.Equal(result.IsAccepted, result.Reason.Length == 0);
            Assert.DoesNotContain('\n', result.Reason);
            Assert.False(result.Reason.StartsWith(CertificateChecker.InternalError, StringComparison.Ordinal), $"mutant {mutant.Number} of {mutant.Source} ({mutant.Kind}: {mutant.Change}): {result.Reason}");
            if (result.IsAccepted)
            {
                accepted.Add(mutant);
                var lines = Read(mutant.Text)["statement"]!.AsArray().Select(l => l!.GetValue<string>()).ToList();
                var violation = new StatementSampler(lines).Violation(new Random(mutant.Number), 100);
                Assert.True(violation is null, $"mutant {mutant.Number} of {mutant.Source} ({mutant.Kind}: {mutant.Change}) is accepted, though false at {violation}");
            }
        }

        var summary = string.Create(CultureInfo.InvariantCulture, $"{made} mutants of {sources.Count} certificates: {accepted.Count} accepted, {made - accepted.Count - unreadable} rejected, {unreadable} unreadable; {spent} stopped by the bound on work; the slowest took {slowest.Time.TotalSeconds:0.0} s ({slowest.Mutant?.Source}, {slowest.Mutant?.Kind}, {slowest.Mutant?.Change}); {clock.Elapsed.TotalSeconds:0} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        output.WriteLine(summary);
        output.WriteLine(string.Join('\n', kinds.Select(k => $"{k.Key}: {k.Value.Made} made, {k.Value.Accepted} accepted")));
        Report(summary, kinds, accepted);
        Assert.True(accepted.Count * 4 < made, "mutants are hardly ever rejected");
        Assert.True(Process.GetCurrentProcess().PeakWorkingSet64 < 4L << 30, "a mutant took gigabytes of memory");
        Assert.True(Count < 3000 || kinds.Count == Mutator.Kinds.Count, "a kind of mutation is never made");
    }

    [Fact]
    public void Mutants_are_the_same_on_every_run()
        => Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(new Mutator(Sources()).Make(i), new Mutator(Sources()).Make(i)));

    /// <summary>The hand-written certificates and those of the repository.</summary>
    private static List<JsonObject> Sources()
    {
        var sources = HandWritten.All.Select(h => Read(CertificateText.Of(h.Statement, h.Proof, h.Name)).AsObject()).ToList();
        var folder = Path.Combine(Repository.Root, "proofs", "certificates");
        if (Directory.Exists(folder))
        {
            sources.AddRange(Directory.EnumerateFiles(folder, "*" + CertificateChecker.Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(f => Read(File.ReadAllText(f)).AsObject()));
        }

        return sources;
    }

    private static JsonNode Read(string text) => JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 4100 }) ?? throw new JsonException("null");

    private static bool SameProofAndStatement(string text, JsonObject original)
    {
        try
        {
            var mutant = Read(text);
            return mutant is JsonObject o && JsonNode.DeepEquals(o["proof"], original["proof"]) && JsonNode.DeepEquals(o["statement"], original["statement"]) && JsonNode.DeepEquals(o["hash"], original["hash"]);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private const int LongestForCoq = 1000;

    private static string FolderOf(Mutant mutant)
        => Regex.IsMatch(mutant.Text, FormattableString.Invariant($"[0-9]{{{LongestForCoq + 1}}}"), RegexOptions.None, TimeSpan.FromSeconds(30)) ? "beyond-coq" : "accepted";

    private static void Report(string summary, SortedDictionary<string, (int Made, int Accepted)> kinds, List<Mutant> accepted)
    {
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_MUTANT_REPORT") is not { Length: > 0 } folder)
        {
            return;
        }

        var text = new StringBuilder("# Mutated certificates\n\n").Append(summary).Append("\n\n| kind | made | accepted |\n|---|---|---|\n");
        foreach (var (kind, (made, kept)) in kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {kind} | {made} | {kept} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## Accepted\n\nA number of more than {LongestForCoq} digits is beyond what Coq reads in reasonable time: these mutants are in `beyond-coq`, the others in `accepted`.\n\n| mutant | source | kind | change | folder |\n|---|---|---|---|---|\n");
        foreach (var mutant in accepted)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {mutant.Number} | {mutant.Source} | {mutant.Kind} | `{mutant.Change.Replace("|", "\\|", StringComparison.Ordinal)}` | {FolderOf(mutant)} |\n");
            var certificate = Read(mutant.Text).AsObject();
            var name = string.Create(CultureInfo.InvariantCulture, $"mutant-{mutant.Number:00000}");
            certificate["name"] = name;
            var dump = Directory.CreateDirectory(Path.Combine(folder, FolderOf(mutant))).FullName;
            File.WriteAllText(Path.Combine(dump, name + CertificateChecker.Extension), certificate.ToJsonString(new JsonSerializerOptions { MaxDepth = 4100 }));
        }

        File.WriteAllText(Path.Combine(folder, "mutants.md"), text.ToString());
    }
}
