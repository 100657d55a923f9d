namespace GrpoVerified.Conjectures;

/// <summary>Which fixed point of the success map a variable stands for.</summary>
public enum FixedPointPlace
{
    /// <summary>The lowest.</summary>
    Low,

    /// <summary>The middle one of three.</summary>
    Middle,

    /// <summary>The highest.</summary>
    High,
}

/// <summary>A claim as understood: exact, quantified, nothing evaluated.</summary>
/// <remarks>
/// For all points of the ranges of <see cref="Universal"/> at which every hypothesis (of both lists) is defined and holds there are values in the
/// ranges of <see cref="Existential"/> for which every conclusion is defined and holds.
/// </remarks>
public sealed record Conjecture
{
    /// <summary>Variables quantified by "for all", in the order given; variables of fixed points come last.</summary>
    public required IReadOnlyList<VariableRange> Universal { get; init; }

    /// <summary>Variables quantified by "there is".</summary>
    public IReadOnlyList<VariableRange> Existential { get; init; } = [];

    /// <summary>What the user assumes.</summary>
    public IReadOnlyList<Comparison> Hypotheses { get; init; } = [];

    /// <summary>What is assumed of the variables of fixed points: that they are fixed, and their order.</summary>
    public IReadOnlyList<Comparison> FixedPointHypotheses { get; init; } = [];

    /// <summary>What is claimed, one or more comparisons, all of them.</summary>
    public required IReadOnlyList<Comparison> Conclusions { get; init; }

    /// <summary>Universal variables that stand for fixed points of h; each is the variable's name with its place.</summary>
    public IReadOnlyList<(string Name, FixedPointPlace Place)> FixedPoints { get; init; } = [];

    /// <summary>What the reader should know about how the text was understood, one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
