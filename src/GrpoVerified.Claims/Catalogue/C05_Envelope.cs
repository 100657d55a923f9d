namespace GrpoVerified.Claims.Catalogue;

internal static class C05Envelope
{
    public static Claim Claim { get; } = new()
    {
        Id = "C5",
        Title = "Every iterate exceeds p_ref, with an explicit envelope",
        Statement = "For n >= 1 and any start: logit p_n >= x_0 + 2/(beta sqrt(1+4eps)) and (eps > 0) logit p_n <= x_0 + 1/(beta sqrt(eps)); in particular p_n > p_ref.",
        Source = "paper (amplification); the envelope is new",
        Proof = "2/sqrt(1+4eps) <= G <= 1/sqrt(eps).",
        Checks =
        [
            Check.Holds("h(p) > p_ref", g => ForSamples(g, p => Less(SuccessMap.Next(p, g.Reference, g.Beta, g.Eps).Failure, g.Reference.Failure))),
            Check.Holds("logit h(p) >= x_0 + 2/(beta sqrt(1+4eps)), strictly for p other than 1/2", g => All(g.Samples
                .Where(p => p != new Rational(1, 2))
                .Select(p => Less(SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps), g.X0 + (Whitening.Omega(g.Probability(p), g.Eps) / g.Beta))))),
            Check.Holds("logit h(p) < x_0 + 1/(beta sqrt(eps))", g => ForSamples(g, p => Less(
                g.X0 + (Whitening.Omega(p, g.Eps) / g.Beta), SuccessMap.UpperEnvelope(g.X0, g.Beta, g.Eps))), g => g.IsSmoothed),
            Check.Holds("p_ref < p_1, ..., p_12 along the orbit (eps = 0: as far as the exponent range goes)", g => All(Enumerable.Range(1, g.Reach()).Select(n => Less(g.Iterate(n).Failure, g.Reference.Failure))), OnReferenceMap),
        ],
    };
}
