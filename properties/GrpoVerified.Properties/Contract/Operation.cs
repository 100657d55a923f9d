namespace GrpoVerified.Properties.Contract;

/// <summary>What a trainer can be asked to compute; one request kind each.</summary>
public enum Operation
{
    /// <summary>Rewards of groups to advantages.</summary>
    Advantages,

    /// <summary>Per-token KL estimates from log π_θ and log π_ref.</summary>
    Kl,

    /// <summary>Importance ratios from log π_θ and log π_old.</summary>
    Ratio,

    /// <summary>The policy loss of a batch of sequences.</summary>
    Loss,

    /// <summary>Token values of a batch to one number.</summary>
    Aggregation,
}
