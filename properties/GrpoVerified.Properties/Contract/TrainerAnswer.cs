namespace GrpoVerified.Properties.Contract;

/// <summary>What a trainer answers. Numbers are doubles; NaN and infinities are allowed and judged.</summary>
public abstract record TrainerAnswer
{
    /// <summary>Metrics the trainer reports beside the answer, by the names of <see cref="MetricNames"/>.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}

/// <summary>Answer to an <see cref="AdvantageRequest"/>.</summary>
/// <param name="Advantages">One a sample, in the order of the request.</param>
public sealed record AdvantageAnswer(IReadOnlyList<double> Advantages) : TrainerAnswer;

/// <summary>Answer to a <see cref="KlRequest"/>.</summary>
/// <param name="Values">The estimate of each token.</param>
/// <param name="Gradient">Its derivative with respect to log π_θ, or null without <see cref="Capability.KlGradient"/>.</param>
public sealed record KlAnswer(IReadOnlyList<double> Values, IReadOnlyList<double>? Gradient = null) : TrainerAnswer;

/// <summary>Answer to a <see cref="RatioRequest"/>.</summary>
/// <param name="Ratios">Sequences × padded width; a sequence ratio is repeated on each of its tokens. What stands on masked tokens is not judged.</param>
public sealed record RatioAnswer(IReadOnlyList<IReadOnlyList<double>> Ratios) : TrainerAnswer;

/// <summary>Answer to a <see cref="LossRequest"/>.</summary>
/// <param name="Loss">The aggregated loss, the KL term included where the profile puts it into the loss.</param>
/// <param name="TokenLosses">The loss of each token before aggregation, or null without <see cref="Capability.TokenLosses"/>. Masked tokens are not judged.</param>
/// <param name="Gradient">∂ loss / ∂ log π_θ of each token, or null without <see cref="Capability.LossGradient"/>. Masked tokens must have 0.</param>
public sealed record LossAnswer(
    double Loss,
    IReadOnlyList<IReadOnlyList<double>>? TokenLosses = null,
    IReadOnlyList<IReadOnlyList<double>>? Gradient = null) : TrainerAnswer;

/// <summary>Answer to an <see cref="AggregationRequest"/>.</summary>
/// <param name="Value">The aggregate.</param>
public sealed record AggregationAnswer(double Value) : TrainerAnswer;
