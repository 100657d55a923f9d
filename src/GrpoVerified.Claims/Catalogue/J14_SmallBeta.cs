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
        Witness = new("p_ref = 1/10, beta = 1 and smaller, eps = 1/1000, clip range 1/5 and 1/5", static () => Truth.Of(
            (GrpoParameters.Of(new(1, 10), 1, new(1, 1000)) with { Clip = new ClipRange(new(1, 5), new(1, 5)) }).Validated().Clip is not null)),
    };
}
