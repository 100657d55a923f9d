namespace GrpoVerified.Claims.Catalogue;

/// <summary>Exact policies on three outcomes (one success, two failures) and perturbations of them.</summary>
internal static class PerturbedPolicies
{
    /// <summary>Rewards of the three outcomes.</summary>
    public static IReadOnlyList<bool> Rewards { get; } = [true, false, false];

    /// <summary>Total variation distance (1/2) Σ|π − π~|, exactly.</summary>
    public static Rational TotalVariation(OutcomeSpace a, OutcomeSpace b)
        => a.Probabilities.Zip(b.Probabilities, static (x, y) => (x - y).Abs()).Aggregate(Rational.Zero, static (x, y) => x + y) / 2;

    /// <summary>For each sample probability, a policy with that success rate and one moved towards each outcome.</summary>
    public static IEnumerable<(OutcomeSpace Original, OutcomeSpace Perturbed)> Pairs(GridPoint g)
        => from p in g.Samples
           from outcome in Enumerable.Range(0, 3)
           let policy = Policy(p, new(1, 3))
           select (policy, Towards(policy, outcome, new(1, 10)));

    /// <summary>The policy with success rate p and the given share of the first failure.</summary>
    public static OutcomeSpace Policy(Rational p, Rational share) => new([p, (1 - p) * share, (1 - p) * (1 - share)], Rewards);

    private static OutcomeSpace Towards(OutcomeSpace policy, int outcome, Rational t)
        => new([.. policy.Probabilities.Select((q, i) => (q * (1 - t)) + (i == outcome ? t : Rational.Zero))], Rewards);
}
