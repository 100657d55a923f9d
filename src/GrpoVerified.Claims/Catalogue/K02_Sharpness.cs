namespace GrpoVerified.Claims.Catalogue;

internal static class K02Sharpness
{
    public static Claim Claim { get; } = new()
    {
        Id = "K2",
        Title = "Sharpness of the parametric bound",
        Statement = "For delta* <= max(p*,1-p*), delta* cannot be improved; in general the sharp bound is min(delta*, max(p*,1-p*)).",
        Source = "new",
        Proof = "Two outcomes, pi_n = (p*,1-p*) constant, the perturbation moves towards one of them.",
        Checks =
        [
            Check.Exactly("moving delta = max(p,1-p)/3 towards the rarer side changes p by delta = TV", g => g.Samples.All(static p =>
            {
                var delta = Rational.Max(p, 1 - p) / 3;
                var moved = p <= new Rational(1, 2) ? p + delta : p - delta;
                var (a, b) = (PerturbedPolicies.Policy(p, 1), PerturbedPolicies.Policy(moved, 1));
                return (b.Success - a.Success).Abs() == delta && PerturbedPolicies.TotalVariation(a, b) == delta;
            })),
        ],
    };
}
