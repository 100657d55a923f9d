namespace GrpoVerified.Claims.Catalogue;

internal static class M02PassAtK
{
    public static Claim Claim { get; } = new()
    {
        Id = "M2",
        Title = "pass@k",
        Statement = "1-(1-p_n)^k > 1-(1-p_ref)^k for all n >= 1; the set of reachable outcomes and the ranking among correct answers never change (B4).",
        Source = "new",
        Proof = "C5, B4.",
        Checks =
        [
            Check.Holds("pass@8 at every n <= 12", g => All(Enumerable.Range(1, g.Reach()).Select(n => Less(Ball.Pow(g.Iterate(n).Failure, 8), Ball.Pow(g.Reference.Failure, 8)))), OnReferenceMap),
        ],
    };
}
