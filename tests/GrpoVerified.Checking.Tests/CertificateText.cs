using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GrpoVerified.Checking.Tests;

/// <summary>Writes certificates from statement lines and a proof.</summary>
internal static class CertificateText
{
    /// <summary>A certificate with the right hash. Lines are separated by line ends; single quotes in the proof stand for double quotes.</summary>
    public static string Of(string statement, string proof, string name = "example")
        => Of(Lines(statement), JsonNode.Parse(proof.Replace('\'', '"'), documentOptions: new JsonDocumentOptions { MaxDepth = 10_000 })!, name);

    public static string Of(IReadOnlyList<string> lines, JsonNode proof, string name = "example", string? claim = null) => new JsonObject
    {
        ["format"] = "grpo-verified-certificate",
        ["version"] = 1,
        ["name"] = name,
        ["claim"] = claim,
        ["title"] = "An example",
        ["statement"] = new JsonArray([.. lines.Select(l => (JsonNode)l)]),
        ["hash"] = Hash(lines),
        ["proof"] = proof.DeepClone(),
    }.ToJsonString(new JsonSerializerOptions { MaxDepth = 10_000 });

    public static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));

    /// <summary>Checks a text; a fault of the checker itself fails the test.</summary>
    public static CheckResult Check(string text, long work = CertificateChecker.DefaultWork)
    {
        var result = CertificateChecker.Check(Encoding.UTF8.GetBytes(text), work: work);
        Assert.False(result.Reason.StartsWith(CertificateChecker.InternalError, StringComparison.Ordinal), $"{result.Reason} on {text}");
        return result;
    }

    /// <summary>Asserts that a statement with a proof is accepted.</summary>
    public static CheckResult Accepts(string statement, string proof)
    {
        var result = Check(Of(statement, proof));
        Assert.True(result.IsAccepted, $"{result.Place}: {result.Reason}");
        Assert.Equal(string.Empty, result.Reason);
        return result;
    }

    /// <summary>Asserts that it is refused, at a place, for a reason that contains a text.</summary>
    public static void Refuses(string statement, string proof, string reason, string place = "proof")
    {
        var result = Check(Of(statement, proof));
        Assert.False(result.IsAccepted, "accepted");
        Assert.True(result.IsReadable);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Reason);
        Assert.Equal(place, result.Place);
    }

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
