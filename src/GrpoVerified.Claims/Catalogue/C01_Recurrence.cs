namespace GrpoVerified.Claims.Catalogue;

internal static class C01Recurrence
{
    public static Claim Claim { get; } = new()
    {
        Id = "C1",
        Title = "Recurrence of the probability of success, reference KL",
        Statement = "p_n = h(p_{n-1}) with h(p) = 1/(1 + ((1-p_ref)/p_ref) exp(-Omega(p)/beta)); it holds for every pi_{n-1}, whose success rate alone enters.",
        Source = "paper (fixed point iteration of the probability of success)",
        Proof = "Sum B1 over the two classes.",
        Checks =
        [
            Check.Agree("the explicit policy's success rate is h(p_old), whatever the old conditionals", g => SamplePolicies.Each(g).Select(s => (
                s.Optimal.Success.Success, SuccessMap.Next(s.OldSuccess, g.Reference, g.Beta, g.Eps).Success))),
            Check.Agree("and its failure rate is 1 - h(p_old), relatively", g => SamplePolicies.Each(g).Select(s => (
                s.Optimal.Success.Failure / SuccessMap.Next(s.OldSuccess, g.Reference, g.Beta, g.Eps).Failure, Ball.One))),
        ],
    };
}
