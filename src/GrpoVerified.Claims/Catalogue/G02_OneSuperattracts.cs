namespace GrpoVerified.Claims.Catalogue;

internal static class G02OneSuperattracts
{
    public static Claim Claim { get; } = new()
    {
        Id = "G2",
        Title = "p = 1 is super-attracting at eps = 0",
        Statement = "h extends continuously by h(0) = h(1) = 1, and 1-h(p) <= ((1-p_ref)/p_ref) exp(-1/(beta sqrt(1-p))): all one-sided derivatives of h-1 vanish at 1.",
        Source = "new",
        Proof = "s <= 1-p.",
        Checks =
        [
            Check.Holds("1-h(p) <= ((1-p_ref)/p_ref) exp(-1/(beta sqrt(1-p)))", g => ForSamples(g, p => AtMost(
                SuccessMap.Next(p, g.Reference, g.Beta, g.Eps).Failure,
                g.Reference.FailureOdds * Ball.Exp(-(Ball.ReciprocalSqrt(p.Failure) / g.Beta)))), WhereUnsmoothed),
        ],
    };
}
