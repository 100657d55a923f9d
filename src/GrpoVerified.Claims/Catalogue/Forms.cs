namespace GrpoVerified.Claims.Catalogue;

/// <summary>Words that the pointwise forms of the claims share.</summary>
internal static class Forms
{
    private static readonly Ball Tolerance = Ball.FromRational(Rational.Parse("1e-20"), 64);

    /// <summary>a &lt; b.</summary>
    public static Truth Less(Ball a, Ball b) => Ball.Less(a, b);

    /// <summary>a ≤ b.</summary>
    public static Truth AtMost(Ball a, Ball b) => Ball.LessOrEqual(a, b);

    /// <summary>a ≤ b + 10^−20: an inequality whose two sides may be equal.</summary>
    public static Truth AtMostWithin(Ball a, Ball b) => Ball.LessOrEqual(a, b + Tolerance);

    /// <summary>Conjunction.</summary>
    public static Truth All(params IEnumerable<Truth> truths) => truths.Aggregate(Truth.True, static (a, b) => a & b);

    /// <summary>Conjunction over the sample probabilities.</summary>
    public static Truth ForSamples(GridPoint g, Func<Probability<Ball>, Truth> form) => All(g.Samples.Select(p => form(g.Probability(p))));

    /// <summary>A pair of sides for each sample probability.</summary>
    public static IEnumerable<(Ball Left, Ball Right)> AtSamples(GridPoint g, Func<Probability<Ball>, (Ball Left, Ball Right)> sides)
        => g.Samples.Select(p => sides(g.Probability(p)));

    /// <summary>One pair of sides.</summary>
    public static IEnumerable<(Ball Left, Ball Right)> Sides(Ball left, Ball right) => [(left, right)];

    /// <summary>Whether the map is the paper's and ε &gt; 0.</summary>
    public static bool WhereSmoothed(GridPoint g) => g.IsReferenceMap && g.IsSmoothed;

    /// <summary>Whether the map is the paper's and ε = 0.</summary>
    public static bool WhereUnsmoothed(GridPoint g) => g.IsReferenceMap && !g.IsSmoothed;

    /// <summary>Whether the map is the paper's.</summary>
    public static bool OnReferenceMap(GridPoint g) => g.IsReferenceMap;

    /// <summary>Whether every fixed point of the map was found.</summary>
    public static bool AllFound(GridPoint g) => g.FixedPoints.IsComplete;

    /// <summary>An exact number as a ball of generous precision, for counterexamples.</summary>
    public static Ball Number(string text, int precision = 256) => Ball.FromRational(Rational.Parse(text), precision);

    /// <summary>The integer n.</summary>
    public static Ball Integer(long n) => Ball.FromInteger(n);

    /// <summary>Whether a ≤ x ≤ b with exact text bounds.</summary>
    public static Truth Between(string lower, Ball x, string upper) => Less(Number(lower), x) & Less(x, Number(upper));
}
