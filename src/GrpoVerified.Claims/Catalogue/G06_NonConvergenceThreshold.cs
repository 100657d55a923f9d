namespace GrpoVerified.Claims.Catalogue;

internal static class G06NonConvergenceThreshold
{
    public static Claim Claim { get; } = new()
    {
        Id = "G6",
        Title = "Threshold for non-convergence at eps = 0",
        Statement = "At eps = 0, p_n converges for every p_ref iff beta <= beta_2 = 1.0958431..., w = asinh(beta_2) solving cosh(w + coth w) = 2 sinh(w)(w + coth w). For beta > beta_2 non-convergence (outside a countable set) is exactly x_0 in (-b2(beta), x_FL(beta)). p_ref >= 0.0099256138... converges for all beta.",
        Source = "new",
        Proof = "Non-convergence iff -b < x_0 < x_FL (F5 IV); one crossing of b2 and -x_FL.",
        Checks =
        [
            Check.Exactly("beta <= 1.0958: the regime converges", g => g.Regime.Period == 1, g => WhereUnsmoothed(g) && AllFound(g) && g.Parameters.Beta <= new Rational(10958, 10000)),
            Check.Exactly("p_ref >= 0.00992562: the regime converges", g => g.Regime.Period == 1, g => WhereUnsmoothed(g) && AllFound(g) && g.Parameters.Reference >= Rational.Parse("0.00992562")),
        ],
    };
}
