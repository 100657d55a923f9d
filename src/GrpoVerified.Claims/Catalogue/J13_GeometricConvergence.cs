namespace GrpoVerified.Claims.Catalogue;

internal static class J13GeometricConvergence
{
    public static Claim Claim { get; } = new()
    {
        Id = "J13",
        Title = "eps = 0: convergence to 1 becomes geometric",
        Statement = "Let 0 < e_lo < 1. If the clipped orbit tends to 1 (eps = 0), then 1-p_n = (1-e_lo)(1-p_{n-1}) for all large n (unclipped: super-exponential).",
        Source = "new",
        Proof = "Near 1, c+ >= 1, w+ -> 0 and F -> inf, so x_n = logit c-.",
        Checks =
        [
            Check.Agree("1-p_60 = (4/5)(1-p_59) with e_lo = 1/5 where p_ref >= 1/2 and no fixed point lies below 1", g =>
            {
                var orbit = Orbit.Enclose(g.Parameters with { Clip = J01ClippedPolicy.Clip }, 60, g.Precision + 64).ToList();
                return Sides(orbit[60].Failure / orbit[59].Failure, Ball.One - g.Enclose(J01ClippedPolicy.Clip.Low));
            }, g => WhereUnsmoothed(g) && g.Parameters.Reference >= new Rational(1, 2) && !g.FixedPoints.Interior.Any()),
        ],
    };
}
