using System.Text.Json.Nodes;
using static GrpoVerified.Checking.Tests.CertificateText;

namespace GrpoVerified.Checking.Tests.Soundness;

/// <summary>False statements have no proofs: statements that a sample refutes are offered with random proofs, and none may be accepted.</summary>
/// <remarks>GRPOVERIFIED_TEST_EFFORT multiplies the number of statements.</remarks>
public sealed class SoundnessTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly int Effort = int.TryParse(Environment.GetEnvironmentVariable("GRPOVERIFIED_TEST_EFFORT"), System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 1;

    [Fact]
    public void No_random_proof_of_a_refuted_statement_is_accepted()
    {
        var random = new Random(20250306);
        var proofs = new RandomProofs(random);
        var (refuted, open, tried, accepted) = (0, 0, 0, 0);
        var used = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 1500 * Effort; i++)
        {
            var lines = proofs.Statement();
            var violation = new StatementSampler(lines).Violation(random, 60);
            (refuted, open) = violation is null ? (refuted, open + 1) : (refuted + 1, open);
            string[] names = lines.Exists(l => l.StartsWith("forall y", StringComparison.Ordinal)) ? ["x", "y"] : ["x"];
            for (var j = 0; j < 30; j++)
            {
                var proof = proofs.Proof(names, random.Next(4));
                var result = Check(Of(lines, proof), work: 50_000_000);
                tried++;
                if (result.IsAccepted)
                {
                    Assert.True(violation is null, $"accepted, though false at {violation}:\n{string.Join('\n', lines)}\n{proof.ToJsonString()}");
                    accepted++;
                    Count(proof, used);
                }
            }
        }

        output.WriteLine($"{refuted} refuted and {open} other statements, {tried} proofs, {accepted} accepted (all of statements without a violation); rules in accepted proofs: {string.Join(", ", used.Select(u => $"{u.Key} {u.Value}"))}");

        // The test would say nothing if nothing were ever false, or nothing ever accepted.
        Assert.True(refuted > 400 && accepted > 400);
        Assert.Subset(used.Keys.ToHashSet(), new HashSet<string> { "sign", "tree", "cut", "have", "vary", "change", "minimum", "maximum", "abstract", "identity", "rewrite", "square", "contradiction" });
    }

    [Fact]
    public void The_sampler_finds_violations_of_every_kind()
    {
        foreach (var text in new[]
        {
            "forall x in [0, 1]\nv0 = var x\nshow v0 > 0",
            "forall x in [0, 1]\nv0 = var x\nv1 = div v0 v0\nshow v1 > 0",
            "forall x in [-1, 1]\nv0 = var x\nv1 = sqrt v0\nshow v1 >= 0",
            "forall x in [0, 1]\nv0 = var x\nv1 = log v0\nv2 = square v1\nshow v2 >= 0",
            "forall x in (0, 1)\nv0 = var x\nshow v0 == 0",
            "forall x in [0, 9]\nv0 = var x\nv1 = num 5\nv2 = sub v0 v1\nv3 = num 8\nv4 = sub v0 v3\nassume v2 > 0\nshow v4 >= 0",
        })
        {
            Assert.NotNull(new StatementSampler(Lines(text)).Violation(new Random(1), 400));
        }

        Assert.Null(new StatementSampler(Lines("forall x in [0, 1]\nv0 = var x\nshow v0 >= 0")).Violation(new Random(1), 400));
    }

    private static void Count(JsonNode? node, SortedDictionary<string, int> used)
    {
        if (node is JsonObject step)
        {
            if (step["step"] is { } kind)
            {
                used[kind.GetValue<string>()] = used.GetValueOrDefault(kind.GetValue<string>()) + 1;
            }

            foreach (var (_, child) in step)
            {
                Count(child, used);
            }
        }
    }
}
