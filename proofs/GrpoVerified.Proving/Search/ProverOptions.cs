namespace GrpoVerified.Proving.Search;

/// <summary>How far a search goes and how it is watched. The result depends on <see cref="BoxBudget"/> only.</summary>
public sealed record ProverOptions
{
    /// <summary>Boxes that all branch and bounds of the proof may test together.</summary>
    public long BoxBudget { get; init; } = 200_000;

    /// <summary>Threads that test boxes.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>A file that keeps what was finished; null for none.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Whether to go on from <see cref="Checkpoint"/> instead of starting it anew.</summary>
    public bool Resume { get; init; }

    /// <summary>Is told of progress after every few thousand boxes.</summary>
    public IProgress<ProverProgress>? Progress { get; init; }
}

/// <summary>How far a search is.</summary>
/// <param name="Boxes">Boxes tested.</param>
/// <param name="Open">Boxes waiting in the present branch and bound.</param>
/// <param name="Budget">Boxes that may be tested.</param>
public readonly record struct ProverProgress(long Boxes, long Open, long Budget);
