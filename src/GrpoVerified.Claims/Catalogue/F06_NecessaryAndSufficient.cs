namespace GrpoVerified.Claims.Catalogue;

internal static class F06NecessaryAndSufficient
{
    public static Claim Claim { get; } = new()
    {
        Id = "F6",
        Title = "beta >= M_eps is necessary and sufficient",
        Statement = "For eps > 0: p_n converges for every p_ref in (0,1) iff beta >= M_eps.",
        Source = "new",
        Proof = "F3; if beta < M_eps every x_0 in (psi(-x2), min(psi(-x1),psi(x2))) has one fixed point, flip-unstable: F5(IV).",
        Checks =
        [
            Check.Exactly("beta >= M_eps: the orbit of p_ref converges", g => g.Regime.Period == 1, g => WhereSmoothed(g) && g.IsContractive && AllFound(g)),
        ],
    };
}
