using System.Text.Json;

namespace GrpoVerified.Claims;

/// <summary>A certificate of proofs/certificates as it stood when this assembly was built.</summary>
/// <param name="Name">Its name: the file's name without <c>.cert.json</c>.</param>
/// <param name="ClaimId">The claim that its statement belongs to.</param>
/// <param name="Title">What it states, in one line.</param>
/// <param name="Hash">SHA-256 of its statement as the file gives it; checkers compute it anew.</param>
/// <param name="Content">The file, UTF-8.</param>
public sealed record CertificateEntry(string Name, string ClaimId, string Title, string Hash, ReadOnlyMemory<byte> Content)
{
    /// <summary>The file below proofs/certificates.</summary>
    public string File => Name + CertificateArchive.Extension;
}

/// <summary>The archived certificates. This class reads their headers only; GrpoVerified.Checking and Coq check the proofs.</summary>
public static class CertificateArchive
{
    /// <summary>What the file's name ends in.</summary>
    public const string Extension = ".cert.json";

    private const string Prefix = "certificates/";

    /// <summary>All certificates, by name.</summary>
    public static IReadOnlyList<CertificateEntry> Entries { get; } = [.. Read().OrderBy(e => e.Name, StringComparer.Ordinal)];

    /// <summary>The certificates of one claim.</summary>
    public static IReadOnlyList<CertificateEntry> Of(string claimId) => [.. Entries.Where(e => string.Equals(e.ClaimId, claimId, StringComparison.Ordinal))];

    private static IEnumerable<CertificateEntry> Read()
    {
        var assembly = typeof(CertificateArchive).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            using var json = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 4100 });
            string Text(string key) => json.RootElement.GetProperty(key).GetString() ?? "-";
            yield return new(resource[Prefix.Length..^Extension.Length], Text("claim"), Text("title"), Text("hash"), content);
        }
    }
}
