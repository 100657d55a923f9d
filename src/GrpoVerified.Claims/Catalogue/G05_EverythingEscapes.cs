namespace GrpoVerified.Claims.Catalogue;

internal static class G05EverythingEscapes
{
    public static Claim Claim { get; } = new()
    {
        Id = "G5",
        Title = "Below beta_c everything escapes",
        Statement = "At eps = 0, if beta < beta_c = min cosh(y/2)/y = 0.75443978... = 1/(2 x 0.66274...) (Laplace limit), p_n increases to 1 for every p_ref in (0,1); at beta_c the only exception is x_0 = -2z, z tanh z = 1.",
        Source = "new",
        Proof = "cosh(y/2) > beta y for all y > 0, so whenever b exists x_0 < -b.",
        Checks =
        [
            Check.Exactly("the certified limit is 1", g => g.Regime.Limit is { } limit && limit(64).Failure.IsExact, g => WhereUnsmoothed(g) && g.Parameters.Beta <= new Rational(75443978, 100000000)),
        ],
    };
}
