using GrpoVerified.Analyzers.Claims;
using GrpoVerified.Claims;

namespace GrpoVerified.Analyzers.Tests.Claims;

public sealed class UnknownClaimTests
{
    [Theory]
    [InlineData("object? M() => ClaimCatalogue.Find([|\"Z9\"|]);", "groups are A to M")]
    [InlineData("object? M() => ClaimCatalogue.Find([|\"C8\"|]);", "C1 to C7")]
    [InlineData("object? M() => ClaimCatalogue.Find([|\"C07\"|]);", "C1 to C7")]
    [InlineData("private const string Id = \"A11\"; object? M() => ClaimCatalogue.Find([|Id|]);", "A1 to A10")]
    [InlineData("[Trait(\"Claim\", [|\"F17\"|])] void M() { }", "F1 to F16")]
    public async Task Fires_on_an_id_that_the_catalogue_lacks(string member, string remedy)
        => Assert.Contains(remedy, Assert.Single(await Verify.Fires<UnknownClaimAnalyzer>($"class C {{ {member} }}")));

    [Theory]
    [InlineData("object? M() => ClaimCatalogue.Find(\"C7\");")]
    [InlineData("object? M(string id) => ClaimCatalogue.Find(id);")]
    [InlineData("void M() => Assert.Null(ClaimCatalogue.Find(\"Z9\"));")]
    [InlineData("bool M() => ClaimCatalogue.Find(\"Z9\") is null;")]
    [InlineData("[Trait(\"Claim\", \"M4\")] void M() { }")]
    [InlineData("[Trait(\"Category\", \"Z9\")] void M() { }")]
    public Task Is_silent_on_known_and_unknown_values(string member) => Verify.Silent<UnknownClaimAnalyzer>($"class C {{ {member} }}");

    [Fact]
    public void The_ids_are_those_of_the_catalogue()
        => Assert.Equal(ClaimCatalogue.All.Select(c => c.Id), ClaimIds.All);
}
