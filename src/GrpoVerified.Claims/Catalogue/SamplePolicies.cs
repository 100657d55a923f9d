namespace GrpoVerified.Claims.Catalogue;

/// <summary>A reference policy on five outcomes with the grid point's p_ref, an old policy with other conditionals, and the explicit update.</summary>
internal sealed class SamplePolicies
{
    private static readonly Rational[] ReferenceShares = [new(1, 2), new(1, 3), new(1, 6), new(2, 5), new(3, 5)];
    private static readonly Rational[] OldShares = [new(1, 7), new(2, 7), new(4, 7), new(9, 10), new(1, 10)];

    private SamplePolicies(GridPoint g, Rational oldSuccess)
    {
        Point = g;
        Reference = Weights(g, g.Parameters.Reference, ReferenceShares);
        Old = Weights(g, oldSuccess, OldShares);
        OldSuccess = g.Probability(oldSuccess);
        Plus = Whitening.WeightPlus(OldSuccess, g.Eps);
        Minus = Whitening.WeightMinus(OldSuccess, g.Eps);
        Optimal = ExplicitPolicies.Maximiser(Reference, Rewards, Plus, Minus, g.Beta);
    }

    /// <summary>Three successes, two failures.</summary>
    public static IReadOnlyList<bool> Rewards { get; } = [true, true, true, false, false];

    /// <summary>The grid point.</summary>
    public GridPoint Point { get; }

    /// <summary>π_ref.</summary>
    public IReadOnlyList<Ball> Reference { get; }

    /// <summary>π_old.</summary>
    public IReadOnlyList<Ball> Old { get; }

    /// <summary>p_old.</summary>
    public Probability<Ball> OldSuccess { get; }

    /// <summary>ω₊(p_old).</summary>
    public Ball Plus { get; }

    /// <summary>ω₋(p_old).</summary>
    public Ball Minus { get; }

    /// <summary>The explicit maximiser for the reference KL.</summary>
    public ExplicitPolicy<Ball> Optimal { get; }

    /// <summary>The sample at each of the grid point's sample probabilities as p_old.</summary>
    public static IEnumerable<SamplePolicies> Each(GridPoint g) => g.Samples.Select(p => new SamplePolicies(g, p));

    /// <summary>The unclipped objective with the reference KL.</summary>
    public Ball Objective(IReadOnlyList<Ball> policy)
        => ExplicitPolicies.Objective(policy, Reference, Rewards, Plus, Minus, Point.Beta, static _ => true);

    /// <summary>KL(π‖π′).</summary>
    public static Ball Divergence(IReadOnlyList<Ball> policy, IReadOnlyList<Ball> other)
        => ExplicitPolicies.KullbackLeibler(policy, other, static _ => true);

    private static Ball[] Weights(GridPoint g, Rational success, Rational[] shares)
        => [.. shares.Select((share, i) => g.Enclose(share * (Rewards[i] ? success : Rational.One - success)))];
}
