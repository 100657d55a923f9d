namespace GrpoVerified.Claims.Catalogue;

internal static class D10Limits
{
    public static Claim Claim { get; } = new()
    {
        Id = "D10",
        Title = "Limits of the fixed points",
        Statement = "beta -> inf: p* -> p_ref, x* = x_0 + G(x_0)/beta + O(beta^-2). beta -> 0+ (eps > 0): a unique fixed point with 1-p* ~ e^(-x_0 - 1/(beta sqrt(eps))). eps -> inf: p* -> p_ref. eps -> 0+: the largest fixed point -> 1, the two lower ones -> the pair of G1. p_ref -> 0: the largest fixed point -> 0 for eps > 0.",
        Source = "new",
        Proof = "C5, D3, D9.",
        NotPointwise = "limits in the parameters",
        Witness = new("p_ref = 1/10, beta = 1, eps = 1/1000, from which each parameter may tend to its limit", static () => Truth.Of(GrpoParameters.Of(new(1, 10), 1, new(1, 1000)).Validated().IsReferenceMap)),
    };
}
