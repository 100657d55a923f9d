using System.Text.Json.Nodes;
using GrpoVerified.TestKit;

namespace GrpoVerified.Checking.Tests;

/// <summary>The example of docs/how-to/write-a-checker.md does what the page says.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_first_certificate_of_the_how_to_is_accepted()
    {
        var result = CertificateText.Check(Example());
        Assert.True(result.IsAccepted, result.Reason);
    }

    [Theory]
    [InlineData("AA**A**", "AA..A..", false)]
    [InlineData("show v5 > 0", "show v5 >= 0", false)]
    [InlineData("num 1/3", "num 1/5", true)]
    [InlineData("\"1/4\"", "\"1\"", false)]
    public void Its_changes_are_refused(string old, string changed, bool fixHash)
    {
        var text = Example().Replace(old, changed, StringComparison.Ordinal);
        Assert.NotEqual(Example(), text);
        if (fixHash)
        {
            var certificate = JsonNode.Parse(text)!;
            certificate["hash"] = CertificateText.Hash(certificate["statement"]!.AsArray().Select(l => l!.GetValue<string>()));
            text = certificate.ToJsonString();
        }

        var result = CertificateText.Check(text);
        Assert.False(result.IsAccepted);
        Assert.Equal(old == "show v5 > 0", result.Place == "hash");
    }

    private static string Example()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "how-to", "write-a-checker.md"));
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + 8;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
