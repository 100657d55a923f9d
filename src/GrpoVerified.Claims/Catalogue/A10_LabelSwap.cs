namespace GrpoVerified.Claims.Catalogue;

internal static class A10LabelSwap
{
    public static Claim Claim { get; } = new()
    {
        Id = "A10",
        Title = "Label-swap symmetry",
        Statement = "Running GRPO on the reward 1-r drives the original success probability by x_n = x_0 - G(x_{n-1})/beta: the reflection of the orbit started at 1-p_ref.",
        Source = "new (metamorphic)",
        Proof = "s is symmetric in p <-> 1-p.",
        Checks =
        [
            Check.Agree(
                "one step from 1-p_ref, swapped back, is x_0 - G(x_0)/beta",
                g => Sides(
                    -SuccessMap.NextLogOdds(-g.X0, -g.X0, g.Beta, g.Eps),
                    g.X0 - (SuccessMap.OmegaOfLogOdds(g.X0, g.Eps) / g.Beta)),
                OnReferenceMap),
        ],
    };
}
