namespace GrpoVerified.Claims;

/// <summary>The grid that <c>verify</c> uses unless it is given another one.</summary>
public static class DefaultGrid
{
    private static readonly (string PRef, string Beta, string Epsilon)[] Named =
    [
        ("1/10", "1", "1/1000"), ("1/200", "3/2", "1/1000"), ("3/4", "1/2", "1/100"), ("1/100", "1", "0"),
        ("1/10", "1", "0"), ("2/5", "4", "1/10"), ("1/1000", "1", "1/100"), ("1/2500", "2/3", "1/100"),
        ("1/10000", "3/5", "1/100"), ("1/100", "1", "1/1000"), ("1/10", "7/10", "0"), ("1/3", "2", "1e-6"),
        ("1/500", "2", "0"), ("1/4", "1/4", "1e-4"), ("1/110", "1", "0"), ("1/125", "1", "0"),
    ];

    /// <summary>The named points S1–S16 of the catalogue.</summary>
    public static IReadOnlyList<GrpoParameters> NamedPoints { get; }
        = [.. Named.Select(static s => GrpoParameters.Of(Rational.Parse(s.PRef), Rational.Parse(s.Beta), Rational.Parse(s.Epsilon)))];

    /// <summary>S1–S16, a product grid over p_ref, β and ε, and each variant at a few points.</summary>
    public static IReadOnlyList<GrpoParameters> Points { get; } = [.. NamedPoints, .. Product(), .. Variants()];

    private static IEnumerable<GrpoParameters> Product()
        => from p in new Rational[] { new(1, 50), new(1, 5), new(1, 2), new(9, 10) }
           from b in new Rational[] { new(1, 10), new(4, 5), 3, 12 }
           from e in new Rational[] { Rational.Zero, Rational.Parse("1e-6"), new(1, 200), new(1, 4) }
           select GrpoParameters.Of(p, b, e);

    private static IEnumerable<GrpoParameters> Variants()
    {
        GrpoParameters[] bases =
        [
            NamedPoints[0],
            NamedPoints[5],
            GrpoParameters.Of(new(3, 5), 3, new(1, 10)),
            GrpoParameters.Of(new(1, 4), 2, new(1, 50)),
        ];
        foreach (var s in bases)
        {
            yield return s with { Regulariser = Regulariser.Mirror };
            yield return s with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 2) };
            yield return s with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 4) };
            yield return s with { Normalisation = Normalisation.MeanOnly };
            yield return s with { Placement = EpsilonPlacement.Outside };
            yield return s with { Clip = new ClipRange(new(1, 5), new(1, 5)) };
            yield return s with { Clip = new ClipRange(new(1, 5), new(7, 25)) };
            yield return s with { GroupSize = 8 };
            yield return s with { GroupSize = 8, Deviation = GroupDeviation.Sample, Placement = EpsilonPlacement.Outside };
            yield return s with { GroupSize = 64 };
        }
    }
}
