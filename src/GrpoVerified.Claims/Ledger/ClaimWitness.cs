namespace GrpoVerified.Claims;

/// <summary>Cases in which the hypotheses of a claim hold.</summary>
public static class ClaimWitness
{
    private static readonly Lazy<IReadOnlyList<GridPoint>> Grid = new(() => [.. DefaultGrid.Points.Select(p => new GridPoint(p))]);

    /// <summary>
    /// One line: the first point of the default grid to which every check of the claim applies, or the first for each check
    /// where no point suits them all; else the claim's own witness, certified anew; else its first certified counterexample.
    /// Null if there is none of these.
    /// </summary>
    public static string? Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Checks.Count > 0)
        {
            return Grid.Value.FirstOrDefault(p => claim.Checks.All(c => c.AppliesAt(p))) is { } all ? GridText.Describe(all.Parameters) : OfEach(claim);
        }

        return claim.Witness is { } own ? (own.Certify().IsCertain ? own.Text : null)
            : claim.Counterexamples.FirstOrDefault(c => c.Certify().IsCertain)?.Text;
    }

    private static string? OfEach(Claim claim)
    {
        var points = claim.Checks.Select(c => Grid.Value.FirstOrDefault(c.AppliesAt)).ToList();
        return points.Contains(null) ? null : string.Join("; ", points.Select(p => GridText.Describe(p!.Parameters)).Distinct(StringComparer.Ordinal));
    }
}
