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
        Witness = new("beta = 1, eps = 0 and beta = 1, eps = 1/1000, from p_ref = 1/10 downwards", static () => Truth.Of(
            GrpoParameters.Of(new(1, 10), 1, 0).Validated().IsReferenceMap && GrpoParameters.Of(new(1, 10), 1, new(1, 1000)).Validated().IsReferenceMap)),
    };
}
