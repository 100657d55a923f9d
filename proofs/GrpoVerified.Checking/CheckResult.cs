namespace GrpoVerified.Checking;

/// <summary>The outcome of checking one certificate.</summary>
public sealed record CheckResult
{
    /// <summary>The proof proves the statement.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>False when the input is not a certificate at all (no JSON, no format key, too large).</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Why it is not accepted: one line; empty when it is.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Where: the path of the step, as in <c>proof.then.below</c>, or a part of the file.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>The certificate's name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Id of the claim in the catalogue; null for a user's own statement.</summary>
    public string? Claim { get; init; }

    /// <summary>SHA-256 of the statement, computed from its lines (64 lower-case hexadecimal digits); empty when it could not be read.</summary>
    public string Hash { get; init; } = string.Empty;

    /// <summary>The statement in words, shortened where it is long.</summary>
    public string Statement { get; init; } = string.Empty;

    /// <summary>Leaves of bisection trees checked.</summary>
    public int Leaves { get; init; }

    /// <summary>Proof steps checked.</summary>
    public int Steps { get; init; }

    /// <summary>Size of the input in bytes.</summary>
    public long Bytes { get; init; }
}
