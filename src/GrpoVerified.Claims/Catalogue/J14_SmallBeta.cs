namespace GrpoVerified.Claims.Catalogue;

internal static class J14SmallBeta
{
    public static Claim Claim { get; } = new()
    {
        Id = "J14",
        Title = "beta -> 0+ under clipping",
        Statement = "As beta -> 0+, p_n -> max(p_ref, min(1, max(c+,c-))).",
        Source = "new",
        Proof = "J3.",
        NotPointwise = "a limit in beta",
    };
}
