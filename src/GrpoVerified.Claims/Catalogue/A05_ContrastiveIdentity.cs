namespace GrpoVerified.Claims.Catalogue;

internal static class A05ContrastiveIdentity
{
    private static readonly Rational[] Old = [new(1, 4), new(1, 2), new(1, 4)];
    private static readonly bool[] Rewards = [true, false, false];
    private static readonly Rational[] New = [new(1, 2), new(1, 8), new(3, 8)];

    public static Claim Claim { get; } = new()
    {
        Id = "A5",
        Title = "Contrastive identity with asymmetric clipping",
        Statement = "With pi_old > 0 on the support of pi, e_lo in [0,1], e_hi >= 0 and rho = pi/pi_old: sum pi_old min(rho A, clip(rho,1-e_lo,1+e_hi) A) = w+ E_old[min(rho,1+e_hi) 1{r=1}] - w- E_old[max(rho,1-e_lo) 1{r=0}], unconditional expectations with indicators.",
        Source = "paper (weighted contrastive loss); the asymmetric clip is new",
        Proof = "For A >= 0 the minimum is A min(rho,1+e_hi); for A <= 0 it is A max(rho,1-e_lo).",
        Checks =
        [
            Check.Agree("both sides on three outcomes, e = (1/5, 7/25)", g => [Both(g)]),
        ],
    };

    private static (Ball Left, Ball Right) Both(GridPoint g)
    {
        IReadOnlyList<Ball> policy = [.. New.Select(g.Enclose)];
        IReadOnlyList<Ball> old = [.. Old.Select(g.Enclose)];
        var (low, high) = (g.Enclose(new(1, 5)), g.Enclose(new(7, 25)));
        return (Surrogates.Clipped(policy, old, Rewards, g.Eps, low, high), Surrogates.Contrastive(policy, old, Rewards, g.Eps, low, high));
    }
}
