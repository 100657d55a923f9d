namespace GrpoVerified.Properties.Contract;

/// <summary>What an implementation declares that it does. A rule that needs more is skipped, with the missing capability as the reason.</summary>
public enum Capability
{
    /// <summary>Answers <see cref="AdvantageRequest"/>.</summary>
    Advantages,

    /// <summary>Honours <see cref="AdvantageRequest.Mask"/>: rejected samples.</summary>
    AdvantageMask,

    /// <summary>Accepts missing rewards (NaN).</summary>
    MissingRewards,

    /// <summary>Accepts groups of different sizes in one request.</summary>
    RaggedGroups,

    /// <summary>Accepts samples whose groups are interleaved.</summary>
    InterleavedGroups,

    /// <summary>Answers <see cref="KlRequest"/> with values.</summary>
    Kl,

    /// <summary>Answers <see cref="KlRequest"/> with gradients with respect to log π_θ.</summary>
    KlGradient,

    /// <summary>Answers <see cref="RatioRequest"/>.</summary>
    Ratio,

    /// <summary>Answers <see cref="LossRequest"/> with the aggregated loss.</summary>
    Loss,

    /// <summary>Answers <see cref="LossRequest"/> with the loss of each token before aggregation.</summary>
    TokenLosses,

    /// <summary>Answers <see cref="LossRequest"/> with the gradient of the aggregated loss with respect to log π_θ.</summary>
    LossGradient,

    /// <summary>Answers <see cref="AggregationRequest"/>.</summary>
    Aggregation,

    /// <summary>Honours <see cref="BatchTotals"/>: parts of a batch add up to the whole.</summary>
    Totals,

    /// <summary>Reports metrics beside its answers (<see cref="MetricNames"/>).</summary>
    Metrics,
}
