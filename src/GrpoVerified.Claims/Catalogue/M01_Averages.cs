namespace GrpoVerified.Claims.Catalogue;

internal static class M01Averages
{
    public static Claim Claim { get; } = new()
    {
        Id = "M1",
        Title = "Averages over prompts",
        Statement = "E_q p_n(q) > E_q p_ref(q) for every n >= 1 whenever P(0 < p_ref(q) < 1) > 0; but E_q p_n need not be monotone in n (F11).",
        Source = "paper (statements are per prompt)",
        Proof = "C5 pointwise.",
        Checks =
        [
            Check.Holds("the mean over six prompts exceeds the mean reference at n = 1, 2, 3", g =>
            {
                var prompts = g.Samples.Select(p => Orbit.Enclose(GrpoParameters.Of(p, g.Parameters.Beta, g.Parameters.Epsilon), 3, g.Precision + 64).ToList()).ToList();
                return All(Enumerable.Range(1, 3).Select(n => Less(
                    prompts.Aggregate(Ball.Zero, (sum, p) => sum + p[n].Failure), prompts.Aggregate(Ball.Zero, static (sum, p) => sum + p[0].Failure))));
            }),
        ],
    };
}
