namespace GrpoVerified.Claims;

/// <summary>What a Coq theorem is to a claim.</summary>
public enum CoqRole
{
    /// <summary>Proves the statement or a part of it.</summary>
    Theorem,

    /// <summary>Refutes the statement.</summary>
    Counterexample,

    /// <summary>Proves the corrected statement.</summary>
    Corrected,

    /// <summary>Negates a slightly stronger statement: shows that a bound is sharp or a check can fail.</summary>
    Control,

    /// <summary>Rests on a theorem cited from the literature; not formalised.</summary>
    Cited,

    /// <summary>Numerical only; not formalised.</summary>
    Numerical,

    /// <summary>Marks a claim of which a part is not proved.</summary>
    Partial,
}

/// <summary>A line of proofs/coq/claims.map: a claim and a theorem that Coq has checked.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Role">What the theorem is to the claim.</param>
/// <param name="Theorem">Qualified name of the theorem.</param>
/// <param name="File">Its file below proofs/coq.</param>
public sealed record CoqEntry(string ClaimId, CoqRole Role, string Theorem, string File);

/// <summary>The archived map from claims to Coq theorems, as it stood when this assembly was built.</summary>
public static class CoqMap
{
    private const string Resource = "claims.map";

    /// <summary>All entries in file order.</summary>
    public static IReadOnlyList<CoqEntry> Entries { get; } = Read();

    /// <summary>The entries of one claim.</summary>
    public static IReadOnlyList<CoqEntry> Of(string claimId) => [.. Entries.Where(e => string.Equals(e.ClaimId, claimId, StringComparison.Ordinal))];

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
                entries.Add(new(fields[0], Enum.Parse<CoqRole>(fields[1], ignoreCase: true), fields.Length > 2 ? fields[2] : "-", fields.Length > 3 ? fields[3] : "-"));
            }
        }

        return entries;
    }
}
