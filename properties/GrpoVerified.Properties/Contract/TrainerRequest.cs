namespace GrpoVerified.Properties.Contract;

/// <summary>One question to a trainer. Every number in it is exactly representable in <see cref="DType"/>.</summary>
/// <param name="DType">The format to compute in.</param>
/// <remarks>Plain data: the same object travels to a process as one line of JSON.</remarks>
public abstract record TrainerRequest(DType DType)
{
    /// <summary>What is asked for.</summary>
    public abstract Operation Operation { get; }

    /// <summary>Options set for this request, by the names of <see cref="OptionNames"/>; only ones that the trainer declares.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Asks for the advantage of every sample.</summary>
/// <param name="DType">The format to compute in.</param>
/// <param name="Rewards">One reward a sample; NaN is a missing reward (only with <see cref="Capability.MissingRewards"/>).</param>
/// <param name="Groups">Group (prompt) of each sample; samples of a group need not be adjacent or equally many.</param>
public sealed record AdvantageRequest(DType DType, IReadOnlyList<double> Rewards, IReadOnlyList<int> Groups) : TrainerRequest(DType)
{
    /// <inheritdoc/>
    public override Operation Operation => Operation.Advantages;

    /// <summary>False marks a rejected sample that must not influence the others; null is all true (only with <see cref="Capability.AdvantageMask"/>).</summary>
    public IReadOnlyList<bool>? Mask { get; init; }
}

/// <summary>Asks for the KL estimate of every token, and its gradient with respect to log π_θ.</summary>
/// <param name="DType">The format to compute in.</param>
/// <param name="LogProbs">log π_θ of the tokens.</param>
/// <param name="ReferenceLogProbs">log π_ref of the tokens.</param>
public sealed record KlRequest(DType DType, IReadOnlyList<double> LogProbs, IReadOnlyList<double> ReferenceLogProbs) : TrainerRequest(DType)
{
    /// <inheritdoc/>
    public override Operation Operation => Operation.Kl;
}

/// <summary>Asks for the importance ratio of every token.</summary>
/// <param name="DType">The format to compute in.</param>
/// <param name="LogProbs">log π_θ, sequences × padded width.</param>
/// <param name="OldLogProbs">log π_old, same shape.</param>
/// <param name="Mask">True where a token counts; same shape. What stands under false must not matter, even NaN.</param>
public sealed record RatioRequest(
    DType DType,
    IReadOnlyList<IReadOnlyList<double>> LogProbs,
    IReadOnlyList<IReadOnlyList<double>> OldLogProbs,
    IReadOnlyList<IReadOnlyList<bool>> Mask) : TrainerRequest(DType)
{
    /// <inheritdoc/>
    public override Operation Operation => Operation.Ratio;
}

/// <summary>Asks for the policy loss of a batch: per token, aggregated, and the gradient of the aggregated loss with respect to log π_θ.</summary>
/// <param name="DType">The format to compute in.</param>
/// <param name="LogProbs">log π_θ, sequences × padded width.</param>
/// <param name="OldLogProbs">log π_old, same shape.</param>
/// <param name="ReferenceLogProbs">log π_ref, same shape.</param>
/// <param name="Mask">True where a token counts; same shape. What stands under false must not matter, even NaN.</param>
/// <param name="Advantages">One advantage a sequence.</param>
/// <param name="Groups">Prompt of each sequence.</param>
/// <param name="MaxLength">L_max, the configured length of a completion; at least the padded width.</param>
public sealed record LossRequest(
    DType DType,
    IReadOnlyList<IReadOnlyList<double>> LogProbs,
    IReadOnlyList<IReadOnlyList<double>> OldLogProbs,
    IReadOnlyList<IReadOnlyList<double>> ReferenceLogProbs,
    IReadOnlyList<IReadOnlyList<bool>> Mask,
    IReadOnlyList<double> Advantages,
    IReadOnlyList<int> Groups,
    int MaxLength) : TrainerRequest(DType)
{
    /// <inheritdoc/>
    public override Operation Operation => Operation.Loss;

    /// <summary>Counts of the whole batch if this is a part of it, or null if it is the whole (only with <see cref="Capability.Totals"/>).</summary>
    public BatchTotals? Totals { get; init; }
}

/// <summary>Asks for the aggregate of token values.</summary>
/// <param name="DType">The format to compute in.</param>
/// <param name="Values">Token values, sequences × padded width.</param>
/// <param name="Mask">True where a token counts; same shape. What stands under false must not matter, even NaN.</param>
/// <param name="Groups">Prompt of each sequence.</param>
/// <param name="MaxLength">L_max, the configured length of a completion; at least the padded width.</param>
public sealed record AggregationRequest(
    DType DType,
    IReadOnlyList<IReadOnlyList<double>> Values,
    IReadOnlyList<IReadOnlyList<bool>> Mask,
    IReadOnlyList<int> Groups,
    int MaxLength) : TrainerRequest(DType)
{
    /// <inheritdoc/>
    public override Operation Operation => Operation.Aggregation;

    /// <summary>Counts of the whole batch if this is a part of it, or null if it is the whole (only with <see cref="Capability.Totals"/>).</summary>
    public BatchTotals? Totals { get; init; }
}
