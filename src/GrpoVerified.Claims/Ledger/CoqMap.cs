namespace GrpoVerified.Claims;

/// <summary>A line of proofs/coq/claims.map: a claim and a theorem that Coq has checked.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Role">theorem, counterexample, corrected, control, cited or numerical.</param>
/// <param name="Theorem">Qualified name of the theorem.</param>
/// <param name="File">Its file below proofs/coq.</param>
public sealed record CoqEntry(string ClaimId, string Role, string Theorem, string File);

/// <summary>The archived map from claims to Coq theorems, as it stood when this assembly was built.</summary>
public static class CoqMap
{
    private const string Resource = "claims.map";

    /// <summary>All entries in file order.</summary>
    public static IReadOnlyList<CoqEntry> Entries { get; } = Read();

    /// <summary>The entries of one claim.</summary>
    public static IReadOnlyList<CoqEntry> Of(string claimId) => [.. Entries.Where(e => e.ClaimId == claimId)];

    private static List<CoqEntry> Read()
    {
        using var stream = typeof(CoqMap).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The claim map is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        var entries = new List<CoqEntry>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length >= 2 && !line.StartsWith('#'))
            {
                entries.Add(new(fields[0], fields[1], fields.Length > 2 ? fields[2] : "-", fields.Length > 3 ? fields[3] : "-"));
            }
        }

        return entries;
    }
}
