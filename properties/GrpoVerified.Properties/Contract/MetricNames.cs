namespace GrpoVerified.Properties.Contract;

/// <summary>Names of the metrics that rules know. A trainer reports those it has.</summary>
public static class MetricNames
{
    /// <summary>Share of unmasked tokens whose clipped term is the active one with A &lt; 0 and ratio below 1 − e_lo.</summary>
    public const string ClipFractionLow = "clip_fraction_low";

    /// <summary>Share of unmasked tokens whose clipped term is the active one with A &gt; 0 and ratio above 1 + e_hi.</summary>
    public const string ClipFractionHigh = "clip_fraction_high";

    /// <summary>Mean of the profile's KL estimates over unmasked tokens.</summary>
    public const string Kl = "kl";

    /// <summary>Mean importance ratio over unmasked tokens.</summary>
    public const string RatioMean = "ratio_mean";

    /// <summary>Share of groups whose rewards are all equal (advantages).</summary>
    public const string ZeroVarianceFraction = "zero_variance_fraction";
}
