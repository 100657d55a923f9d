using GrpoVerified.Claims;

namespace GrpoVerified.Cli.Ledger;

/// <summary>Archived evidence that is looked up, not produced: certificates and property rules.</summary>
internal static class LedgerEvidence
{
    /// <summary>A row with nothing evaluated.</summary>
    public static LedgerRow Row(Claim claim) => Archived(new LedgerRow(claim, [], [], CoqMap.Of(claim.Id)));

    /// <summary>The row with its archived certificates and the property rules for its claim.</summary>
    public static LedgerRow Archived(LedgerRow row) => row with
    {
        Certificates = [.. CertificateArchive.Of(row.Claim.Id).Select(c => new CertificateResult(c, CertificateOutcome.Archived))],
        Properties = PropertyRules.Of(row.Claim.Id),
    };
}
