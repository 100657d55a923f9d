namespace GrpoVerified.Claims.Catalogue;

internal static class J10ClippingDestroysConvergence
{
    public static Claim Claim { get; } = new()
    {
        Id = "J10",
        Title = "\"Clipped GRPO converges whenever unclipped GRPO does\"",
        Statement = "Clipped GRPO converges whenever unclipped GRPO does.",
        Source = "natural claim",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "Unclipped, the orbit jumps to 1; clipped, it stays below the middle fixed point and is attracted to a 2-cycle around the flip-unstable lower one.",
        Corrected = "J7: it does if h(1/2) >= 1/2 or beta >= B(p*_low).",
        Checks =
        [
            Check.Exactly("h(1/2) >= 1/2: the clipped regime is no cycle", g => g.Regime.Kind != RegimeKind.Cycle, g => J07ClippedConvergence.IsClippedReference(g)
                && Less(Ball.Zero, SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps)).IsCertain),
        ],
        Counterexamples =
        [
            Pair("CE-A: p_ref = 1/110, beta = 1, eps = 0, e = 3/10: unclipped tends to 1, clipped to the 2-cycle {0.12307613..., 0.15999896...}", "1/110", "3/10", "0.12307612640696767604", "0.12307612640696767605"),
            Pair("CE-B: p_ref = 1/125, beta = 1, eps = 0, e = 1/2: unclipped tends to 1, clipped to a 2-cycle from 0.10824991...", "1/125", "1/2", "0.10824991755560978199", "0.10824991755560978200"),
        ],
    };

    private static Counterexample Pair(string text, string pRef, string clip, string lower, string upper)
    {
        var range = new ClipRange(Rational.Parse(clip), Rational.Parse(clip));
        var clipped = F10UnconditionalConvergence.Cycle(text, pRef, "1", "0", 2, lower, upper, range);
        return new(text, () => clipped.Certify()
            & Truth.Of(Regime.Classify(GrpoParameters.Of(Rational.Parse(pRef), 1, 0)).Limit is { } limit && limit(64).Failure.IsExact));
    }
}
