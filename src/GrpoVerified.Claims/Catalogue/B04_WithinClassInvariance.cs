namespace GrpoVerified.Claims.Catalogue;

internal static class B04WithinClassInvariance
{
    public static Claim Claim { get; } = new()
    {
        Id = "B4",
        Title = "Within-class invariance",
        Statement = "Along the reference, mirror, two-KL (from pi_0 = pi_ref) and clipped iterations, pi_n(o)/pi_n(o') = pi_ref(o)/pi_ref(o') whenever r(o) = r(o'): GRPO never changes the relative probability of two correct answers and never creates support.",
        Source = "new (implicit in the paper)",
        Proof = "Induction: every update multiplies the anchor by a function of r only.",
        Checks =
        [
            Check.Agree("pi_n(1)/pi_n(2) = pi_ref(1)/pi_ref(2) among successes, and among failures", g => SamplePolicies.Each(g).SelectMany(s => new[]
            {
                (s.Optimal.Probabilities[0] / s.Optimal.Probabilities[1], s.Reference[0] / s.Reference[1]),
                (s.Optimal.Probabilities[3] / s.Optimal.Probabilities[4], s.Reference[3] / s.Reference[4]),
            })),
        ],
    };
}
