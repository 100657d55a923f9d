using GrpoVerified.Properties.Rules.Theory;

namespace GrpoVerified.Cli.Ledger;

/// <summary>Property rules by the claims that they test on implementations.</summary>
internal static class PropertyRules
{
    private static readonly ILookup<string, string> ByClaim = TheoryRules.All.ToLookup(r => r.Claim, r => r.Name, StringComparer.Ordinal);

    /// <summary>Names of the rules for a claim.</summary>
    public static IReadOnlyList<string> Of(string claimId) => [.. ByClaim[claimId]];
}
