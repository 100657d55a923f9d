namespace GrpoVerified.Claims.Catalogue;

internal static class A08AffineSurrogate
{
    public static Claim Claim { get; } = new()
    {
        Id = "A8",
        Title = "The unclipped surrogate is affine in p",
        Statement = "For pi absolutely continuous with respect to pi_old: E_old[rho A] = E_pi[A] = Omega(p_old)(p_pi - p_old).",
        Source = "new",
        Proof = "w+ p_pi - w-(1-p_pi) = Omega((1-p_old) p_pi - p_old(1-p_pi)).",
        Checks =
        [
            Check.Agree("w+ p_pi - w-(1-p_pi) = Omega(p_old)(p_pi - p_old)", g => AtSamples(g, p => (
                (Whitening.WeightPlus(g.Reference, g.Eps) * p.Success) - (Whitening.WeightMinus(g.Reference, g.Eps) * p.Failure),
                Whitening.Omega(g.Reference, g.Eps) * (p.Success - g.Reference.Success)))),
        ],
    };
}
