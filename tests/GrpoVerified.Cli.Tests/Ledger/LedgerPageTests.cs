using GrpoVerified.Claims;
using GrpoVerified.Cli.Ledger;
using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Ledger;

/// <summary>proofs/LEDGER.md is generated; every certificate of the repository is accepted by the independent checker.</summary>
public sealed class LedgerPageTests
{
    [Theory]
    [InlineData("--ledger", "proofs/LEDGER.md", LedgerPage.Command)]
    [InlineData("--paper", "docs/paper.md", PaperPage.Command)]
    public void The_page_in_the_repository_is_the_one_that_the_command_writes(string option, string page, string command)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("grpo-ledger-").FullName, "page.md");
        Assert.Equal(ExitCode.Holds, CommandLine.Run("claims", option, path).ExitCode);
        Assert.True(
            string.Equals(File.ReadAllText(path), File.ReadAllText(Repository.PathOf(page)), StringComparison.Ordinal),
            $"{page} is out of date; run: {command}");
    }

    [Fact]
    public void Every_statement_of_the_paper_and_every_refuted_one_stands_on_the_page_about_the_paper()
    {
        var page = PaperPage.Write().Split('\n');
        foreach (var claim in ClaimCatalogue.All)
        {
            var expected = claim.Source.StartsWith("paper", StringComparison.Ordinal) || claim.Expected == CatalogueStatus.FalseAsStated;
            Assert.True(!expected || page.Count(l => l.StartsWith($"### {claim.Id}: ", StringComparison.Ordinal)) == 1, claim.Id);
        }
    }

    [Fact]
    public void The_page_has_a_row_for_every_claim_with_its_verdict_evidence_and_witness()
    {
        var page = LedgerPage.Write(ClaimCatalogue.All).Split('\n');
        foreach (var claim in ClaimCatalogue.All)
        {
            var row = Assert.Single(page, l => l.StartsWith($"| {claim.Id} |", StringComparison.Ordinal));
            Assert.Equal(9, row.Replace("\\|", string.Empty, StringComparison.Ordinal).Count(c => c == '|'));
            Assert.DoesNotContain("| - |\n", row + "\n", StringComparison.Ordinal);
        }

        Assert.Contains(page, l => l.StartsWith("| F10 |", StringComparison.Ordinal) && l.Contains("| refuted |", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_archived_certificate_is_accepted()
    {
        var results = CertificateChecks.Run(ClaimCatalogue.All);
        var rejected = results.Values.SelectMany(r => r).Where(r => r.Outcome != CertificateOutcome.Accepted).Select(r => $"{r.Certificate.File}: {r.Reason}");
        Assert.Empty(rejected);
        Assert.Equal(CertificateArchive.Entries.Count, results.Values.Sum(r => r.Count));
    }

    [Fact]
    public void Property_rules_name_claims_of_the_catalogue_and_stand_in_their_rows()
    {
        var ids = ClaimCatalogue.All.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(Properties.Rules.Theory.TheoryRules.All, rule =>
        {
            Assert.Contains(rule.Claim, ids);
            Assert.Contains(rule.Name, LedgerEvidence.Row(ClaimCatalogue.Find(rule.Claim)!).Properties);
        });
    }

    [Fact]
    public void A_broken_certificate_is_rejected_with_the_reason()
    {
        var result = CertificateChecks.Check(new CertificateEntry("C07-broken", "C7", "t", "00", "{}"u8.ToArray()));
        Assert.Equal(CertificateOutcome.Rejected, result.Outcome);
        Assert.NotEmpty(result.Reason!);
    }
}
