using GrpoVerified.TestKit;

#pragma warning disable GRPO3004 // Claims without evidence are what is tested.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GrpoVerified.Claims.Tests;

/// <summary>The evidence that verdicts rest on exists: theorems stand in their files, certificates match their hashes, hypotheses have witnesses.</summary>
public sealed class EvidenceTests
{
    public static TheoryData<string> Ids => [.. ClaimCatalogue.All.Select(c => c.Id)];

    [Fact]
    public void Every_theorem_of_the_map_stands_in_its_file()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in CoqMap.Entries.Where(e => e.Theorem != "-"))
        {
            if (!texts.TryGetValue(entry.File, out var text))
            {
                var path = Repository.PathOf("proofs/coq/" + entry.File);
                Assert.True(File.Exists(path), $"{entry.ClaimId}: proofs/coq/{entry.File} does not exist");
                texts.Add(entry.File, text = File.ReadAllText(path));
            }

            var dot = entry.Theorem.LastIndexOf('.');
            Assert.True(States(text, entry.Theorem[(dot + 1)..]), $"{entry.ClaimId}: proofs/coq/{entry.File} states no {entry.Theorem[(dot + 1)..]}");
            Assert.Equal(entry.File, "theories/" + entry.Theorem["GrpoProofs.".Length..dot].Replace('.', '/') + ".v");
        }
    }

    [Theory]
    [InlineData("Theorem foo : True.", true)]
    [InlineData("  Lemma foo (x : R) :\n", true)]
    [InlineData("(* Theorem foobar *) Theorem foobar : True.", false)]
    [InlineData("apply foo.", false)]
    public void The_search_for_theorems_finds_statements_only(string text, bool found) => Assert.Equal(found, States(text, "foo"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_verdict_has_the_evidence_that_it_needs(string id)
    {
        var claim = ClaimCatalogue.Find(id)!;
        var row = new LedgerRow(claim, [], [], CoqMap.Of(id));
        bool Has(params CoqRole[] roles) => row.Theorems.Any(t => roles.Contains(t.Role) && t.Theorem != "-");
        switch (row.Verdict)
        {
            case Verdict.Proved or Verdict.ProvedOnDomain:
                Assert.True(Has(CoqRole.Theorem), $"{id} is {row.Verdict} without a theorem");
                break;
            case Verdict.Refuted:
                Assert.True(Has(CoqRole.Counterexample), $"{id} is refuted without a counterexample in Coq");
                Assert.True(Has(CoqRole.Corrected), $"{id} is refuted and its correction is not proved");
                Assert.NotEmpty(claim.Counterexamples);
                break;
            case Verdict.Cited:
                Assert.Contains(row.Theorems, t => t.Role == CoqRole.Cited);
                break;
            case Verdict.Inconclusive:
                Assert.Contains(row.Theorems, t => t.Role is CoqRole.Partial or CoqRole.Numerical);
                break;
            default:
                Assert.Fail($"{id} has no evidence");
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_hypotheses_of_every_claim_have_a_witness(string id)
        => Assert.False(string.IsNullOrEmpty(ClaimWitness.Of(ClaimCatalogue.Find(id)!)), $"no point is known at which the hypotheses of {id} hold");

    [Fact]
    public void A_claim_without_checks_counterexamples_or_own_witness_has_none()
    {
        var empty = new Claim { Id = "Z1", Title = "t", Statement = "s", Source = "test", Proof = "p" };
        Assert.Null(ClaimWitness.Of(empty));
        Assert.Null(ClaimWitness.Of(empty with { Witness = new("false", () => Arithmetic.Truth.False) }));
        Assert.Null(ClaimWitness.Of(empty with { Checks = [Check.Holds("never", _ => Arithmetic.Truth.True, _ => false)] }));
        Assert.Equal("here", ClaimWitness.Of(empty with { Witness = new("here", () => Arithmetic.Truth.True) }));
    }

    [Fact]
    public void The_archive_holds_exactly_the_certificates_of_the_repository()
    {
        var folder = Repository.PathOf("proofs/certificates");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + CertificateArchive.Extension) : [];
        Assert.Equal(files.Select(Path.GetFileName).Order(StringComparer.Ordinal), CertificateArchive.Entries.Select(e => e.File).Order(StringComparer.Ordinal));
        Assert.NotEmpty(files);
        Assert.All(CertificateArchive.Entries, e => Assert.Equal(File.ReadAllBytes(Path.Combine(folder, e.File)), e.Content.ToArray()));
    }

    [Fact]
    public void Every_certificate_has_the_hash_of_its_statement_its_own_name_and_a_claim_of_the_catalogue()
        => Assert.All(CertificateArchive.Entries, entry =>
        {
            using var json = JsonDocument.Parse(entry.Content, new JsonDocumentOptions { MaxDepth = 4100 });
            var lines = json.RootElement.GetProperty("statement").EnumerateArray().Select(l => l.GetString() + "\n");
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))), entry.Hash);
            Assert.Equal(entry.Name, json.RootElement.GetProperty("name").GetString());
            Assert.NotNull(ClaimCatalogue.Find(entry.ClaimId));

            // C07-lipschitz belongs to C7.
            var number = entry.ClaimId.Length == 2 ? $"{entry.ClaimId[0]}0{entry.ClaimId[1]}" : entry.ClaimId;
            Assert.StartsWith(number + "-", entry.Name, StringComparison.Ordinal);
        });

    private static bool States(string text, string name)
        => Regex.IsMatch(text, $@"^[ \t]*(Theorem|Lemma|Corollary|Proposition|Fact|Remark|Example)\s+{Regex.Escape(name)}(?![A-Za-z0-9_'])", RegexOptions.Multiline, TimeSpan.FromSeconds(10));
}
