using GrpoVerified.Analyzers.Claims;

namespace GrpoVerified.Analyzers.Tests.Claims;

public sealed class ClaimWithoutEvidenceTests
{
    [Theory]
    [InlineData("", "neither Checks nor NotPointwise")]
    [InlineData(", Checks = []", "neither Checks nor NotPointwise")]
    [InlineData(", NotPointwise = \"\"", "neither Checks nor NotPointwise")]
    [InlineData(", Expected = CatalogueStatus.FalseAsStated, Checks = [check]", "no Counterexamples")]
    [InlineData(", Expected = CatalogueStatus.FalseAsStated, Counterexamples = [counterexample], Checks = [check]", "no Corrected")]
    public async Task Fires_on_a_claim_whose_verdict_has_no_ground(string rest, string reason)
        => Assert.Contains(reason, Assert.Single(await Verify.Fires<ClaimWithoutEvidenceAnalyzer>(Code($"[|new Claim {{ {Rest(rest)} }}|]"))));

    [Theory]
    [InlineData(", Checks = [check]")]
    [InlineData(", NotPointwise = \"a limit\"")]
    [InlineData(", Checks = checks")]
    [InlineData(", Expected = CatalogueStatus.TrueOnDomain, Checks = [check]")]
    [InlineData(", Expected = CatalogueStatus.FalseAsStated, Counterexamples = [counterexample], Corrected = \"instead\", Checks = [check]")]
    [InlineData(", Expected = CatalogueStatus.FalseAsStated, Counterexamples = [counterexample], Corrected = \"instead\"")]
    public Task Is_silent_on_a_claim_with_its_evidence(string rest) => Verify.Silent<ClaimWithoutEvidenceAnalyzer>(Code($"new Claim {{ {Rest(rest)} }}"));

    [Theory]
    [InlineData("{ Checks = [], NotPointwise = null }", "neither Checks")]
    [InlineData("{ Expected = CatalogueStatus.FalseAsStated, Counterexamples = [] }", "no Counterexamples")]
    [InlineData("{ Expected = CatalogueStatus.FalseAsStated, Corrected = \"\" }", "no Corrected")]
    public async Task Fires_on_a_copy_that_empties_the_ground(string changes, string reason)
        => Assert.Contains(reason, Assert.Single(await Verify.Fires<ClaimWithoutEvidenceAnalyzer>($"class C {{ Claim M(Claim claim) => [|claim with {changes}|]; }}")));

    [Theory]
    [InlineData("{ Checks = [] }")]
    [InlineData("{ Checks = [], NotPointwise = \"a limit\" }")]
    [InlineData("{ Expected = CatalogueStatus.FalseAsStated }")]
    [InlineData("{ Counterexamples = [] }")]
    [InlineData("{ Title = \"\" }")]
    public Task Is_silent_on_a_copy_that_may_keep_its_ground(string changes)
        => Verify.Silent<ClaimWithoutEvidenceAnalyzer>($"class C {{ Claim M(Claim claim) => claim with {changes}; }}");

    private static string Rest(string rest) => "Id = \"C7\", Title = \"t\", Statement = \"s\", Source = \"new\", Proof = \"p\"" + rest;

    private static string Code(string expression)
        => $"class C {{ object M(Check check, Counterexample counterexample, Check[] checks) => {expression}; }}";
}
