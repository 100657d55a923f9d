namespace GrpoVerified.Claims;

/// <summary>What a checker said of a certificate.</summary>
public enum CertificateOutcome
{
    /// <summary>No checker was run.</summary>
    Archived,

    /// <summary>The independent checker accepted the proof.</summary>
    Accepted,

    /// <summary>The independent checker rejected the file.</summary>
    Rejected,
}

/// <summary>A certificate and what the independent checker said of it.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Outcome">Accepted, rejected, or not run.</param>
/// <param name="Reason">Why it was rejected, or null.</param>
public sealed record CertificateResult(CertificateEntry Certificate, CertificateOutcome Outcome, string? Reason = null);
