namespace GrpoVerified.Claims.Catalogue;

internal static class G10HardPromptParadox
{
    public static Claim Claim { get; } = new()
    {
        Id = "G10",
        Title = "Hard-prompt paradox at eps = 0",
        Statement = "At eps = 0, for every beta: p_1 -> 1 and p_n -> 1 as p_ref -> 0+. For eps > 0 instead p_n -> 0 as p_ref -> 0 for each n, and all fixed points -> 0.",
        Source = "new",
        Proof = "Exponential growth beats linear; C5 for eps > 0.",
        NotPointwise = "limits in p_ref",
    };
}
