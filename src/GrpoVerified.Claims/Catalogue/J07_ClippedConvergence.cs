namespace GrpoVerified.Claims.Catalogue;

internal static class J07ClippedConvergence
{
    public static Claim Claim { get; } = new()
    {
        Id = "J7",
        Title = "Clipped convergence theorem",
        Statement = "If h(1/2) >= 1/2 or beta >= B(p*_low), the clipped iteration has no 2-cycle and converges from every start to a fixed point of F (eps = 0: or to 1), for all e_lo, e_hi > 0; in particular for p_ref >= p_u (F8) and for beta >= M_eps.",
        Source = "new",
        Proof = "C <= F and F^2 < id on (a,b) exclude 2-cycles; Coppel's theorem.",
        Checks =
        [
            Check.Exactly("the clipped regime converges", g => g.Regime.Period == 1, g => IsClippedReference(g) && g.IsSmoothed && g.IsContractive),
            Check.Exactly("the clipped regime is never a cycle where p_ref >= p_u", g => g.Regime.Kind != RegimeKind.Cycle, g => IsClippedReference(g) && Less(Unsmoothed.SafeReference(Ball.One), g.X0).IsCertain),
        ],
    };

    internal static bool IsClippedReference(GridPoint g) => g.Parameters is { Regulariser: Regulariser.Reference, Clip: not null, IsPaperWhitening: true };
}
