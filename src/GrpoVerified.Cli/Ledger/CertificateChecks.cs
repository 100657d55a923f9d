using GrpoVerified.Checking;
using GrpoVerified.Claims;

namespace GrpoVerified.Cli.Ledger;

/// <summary>Runs the independent checker over archived certificates.</summary>
internal static class CertificateChecks
{
    /// <summary>The certificates of some claims, each with what the checker said, by claim.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<CertificateResult>> Run(
        IReadOnlyList<Claim> claims, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var entries = Of(claims);
        var results = new CertificateResult[entries.Count];
        var finished = 0;
        Parallel.For(0, entries.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            results[i] = Check(entries[i], cancellation);
            progress?.Report(Interlocked.Increment(ref finished));
        });
        return results.GroupBy(r => r.Certificate.ClaimId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<CertificateResult>)[.. g], StringComparer.Ordinal);
    }

    /// <summary>The archived certificates of some claims.</summary>
    public static IReadOnlyList<CertificateEntry> Of(IReadOnlyList<Claim> claims) => [.. claims.SelectMany(c => CertificateArchive.Of(c.Id))];

    /// <summary>What the checker says of one.</summary>
    public static CertificateResult Check(CertificateEntry entry, CancellationToken cancellation = default)
    {
        var result = CertificateChecker.Check(entry.Content, entry.Name, cancellation: cancellation);
        return result.IsAccepted && string.Equals(result.Hash, entry.Hash, StringComparison.Ordinal) && string.Equals(result.Claim, entry.ClaimId, StringComparison.Ordinal)
            ? new(entry, CertificateOutcome.Accepted)
            : new(entry, CertificateOutcome.Rejected, result.IsAccepted ? "the header says something else than the checker read" : $"{result.Place}: {result.Reason}");
    }
}
