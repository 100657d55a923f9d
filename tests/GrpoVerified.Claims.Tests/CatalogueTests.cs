namespace GrpoVerified.Claims.Tests;

/// <summary>The catalogue: every claim once, in order, with what a reader needs.</summary>
public sealed class CatalogueTests
{
    private static readonly (char Group, int Count)[] Groups =
        [('A', 10), ('B', 7), ('C', 7), ('D', 11), ('E', 6), ('F', 16), ('G', 11), ('H', 15), ('I', 3), ('J', 17), ('K', 6), ('L', 12), ('M', 4)];

    [Fact]
    public void Every_claim_stands_once_and_in_order()
    {
        string[] expected = [.. Groups.SelectMany(g => Enumerable.Range(1, g.Count).Select(n => $"{g.Group}{n}"))];
        Assert.Equal(125, expected.Length);
        Assert.Equal(expected, ClaimCatalogue.All.Select(c => c.Id));
    }

    [Fact]
    public void Every_claim_has_its_texts_in_single_lines()
    {
        foreach (var claim in ClaimCatalogue.All)
        {
            foreach (var text in (string[])[claim.Title, claim.Statement, claim.Source, claim.Proof, .. claim.Checks.Select(c => c.Text), .. claim.Counterexamples.Select(c => c.Text)])
            {
                Assert.False(string.IsNullOrWhiteSpace(text), claim.Id);
                Assert.DoesNotContain('\n', text);
            }
        }
    }

    [Fact]
    public void Every_claim_is_checked_or_says_why_it_has_no_pointwise_form()
        => Assert.All(ClaimCatalogue.All, claim => Assert.True(
            claim.Checks.Count > 0 || claim.Counterexamples.Count > 0 || !string.IsNullOrWhiteSpace(claim.NotPointwise), claim.Id));

    [Fact]
    public void Every_false_statement_has_a_counterexample_and_a_correction_and_no_other_has()
    {
        foreach (var claim in ClaimCatalogue.All)
        {
            var isFalse = claim.Expected == CatalogueStatus.FalseAsStated;
            Assert.True(isFalse == claim.Counterexamples.Count > 0 || !isFalse, $"{claim.Id} has {claim.Counterexamples.Count} counterexamples");
            Assert.True(isFalse == !string.IsNullOrWhiteSpace(claim.Corrected), $"{claim.Id}: corrected statement");
        }
    }

    // The ten statements that fail as stated, and the two that hold on the domain they name.
    [Fact]
    public void Statuses_are_those_of_the_catalogue()
    {
        Assert.Equal(
            ["A6", "A7", "D2", "F10", "F11", "F13", "I3", "J10", "J15", "K4"],
            ClaimCatalogue.All.Where(c => c.Expected == CatalogueStatus.FalseAsStated).Select(c => c.Id));
        Assert.Equal(["H7", "K3"], ClaimCatalogue.All.Where(c => c.Expected == CatalogueStatus.TrueOnDomain).Select(c => c.Id));
    }

    [Theory]
    [InlineData("C7", "C7")]
    [InlineData("c7", "C7")]
    [InlineData("M5", null)]
    [InlineData("", null)]
    public void Claim_is_found_by_its_identifier_in_any_case(string id, string? found)
        => Assert.Equal(found, ClaimCatalogue.Find(id)?.Id);

    [Fact]
    public void Coq_map_parses_and_names_only_claims_of_the_catalogue()
    {
        var ids = ClaimCatalogue.All.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(CoqMap.Entries);
        foreach (var entry in CoqMap.Entries)
        {
            Assert.Contains(entry.ClaimId, ids);
            Assert.True(Enum.IsDefined(entry.Role));
            if (entry.Role is CoqRole.Theorem or CoqRole.Counterexample or CoqRole.Corrected)
            {
                Assert.StartsWith("GrpoProofs.", entry.Theorem, StringComparison.Ordinal);
                Assert.EndsWith(".v", entry.File, StringComparison.Ordinal);
            }
        }

        Assert.Equal(CoqMap.Entries.Count, CoqMap.Entries.Distinct().Count());
        Assert.Equal(CoqMap.Entries.Where(e => e.ClaimId == "B2"), CoqMap.Of("B2"));
        Assert.Empty(CoqMap.Of("b2"));
    }
}
