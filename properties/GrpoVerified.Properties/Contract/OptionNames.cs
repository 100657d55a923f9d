namespace GrpoVerified.Properties.Contract;

/// <summary>Names of the options a request may set. A trainer declares those it honours; a request sets no other.</summary>
/// <remarks>Values are texts: numbers as decimals ("0.2"), words in lower case ("token-mean"), "none" to switch off. An option that is not set has the value of the profile.</remarks>
public static class OptionNames
{
    /// <summary>Lower clip offset e_lo: ratios below 1 − e_lo are clipped.</summary>
    public const string ClipLow = "clip_low";

    /// <summary>Upper clip offset e_hi: ratios above 1 + e_hi are clipped (the bound itself where the profile says absolute).</summary>
    public const string ClipHigh = "clip_high";

    /// <summary>Dual clip constant c or δ, or "none".</summary>
    public const string DualClip = "dual_clip";

    /// <summary>KL coefficient β of the loss.</summary>
    public const string Beta = "beta";

    /// <summary>KL estimator: "k1", "k2", "k3" or "abs".</summary>
    public const string KlEstimator = "kl_estimator";

    /// <summary>Standard deviation: "none", "population", "sample" or "others".</summary>
    public const string Deviation = "std";

    /// <summary>Smoothing ε of the advantage.</summary>
    public const string Epsilon = "epsilon";

    /// <summary>Aggregation mode; the names are those of <see cref="Profiles.AggregationMode"/> in kebab case ("sequence-mean-token-mean").</summary>
    public const string Aggregation = "aggregation";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [ClipLow, ClipHigh, DualClip, Beta, KlEstimator, Deviation, Epsilon, Aggregation];
}
