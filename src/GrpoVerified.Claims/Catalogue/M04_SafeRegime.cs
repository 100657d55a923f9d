namespace GrpoVerified.Claims.Catalogue;

internal static class M04SafeRegime
{
    public static Claim Claim { get; } = new()
    {
        Id = "M4",
        Title = "Safe practical regime",
        Statement = "If p_ref >= sigma(-2/(beta sqrt(1+4eps))), the sequence is monotone from n = 1 and converges. For beta = 1/25, eps = 1e-6: every p_ref >= 1.93e-22.",
        Source = "new",
        Proof = "F2.",
        Checks =
        [
            Check.Exactly("the regime is monotone or eventually monotone", g => g.Regime.Kind is RegimeKind.Monotone or RegimeKind.EventuallyMonotone,
                g => OnReferenceMap(g) && AllFound(g) && Less(-(Whitening.OmegaMinimum(g.Eps) / g.Beta), g.X0).IsCertain),
        ],
    };
}
