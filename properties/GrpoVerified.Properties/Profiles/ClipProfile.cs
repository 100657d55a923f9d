using GrpoVerified.Arithmetic;

namespace GrpoVerified.Properties.Profiles;

/// <summary>What each token contributes, A the advantage and ρ the ratio.</summary>
public enum PolicyObjective
{
    /// <summary>−min(ρA, clip(ρ)A).</summary>
    ClippedSurrogate,

    /// <summary>−stopgrad(min(ρ, bound)) · A · log π_θ (CISPO).</summary>
    Cispo,

    /// <summary>−A · log π_θ: no ratio.</summary>
    PolicyGradient,
}

/// <summary>Over what the ratio is formed.</summary>
public enum RatioLevel
{
    /// <summary>Each token's own ratio.</summary>
    Token,

    /// <summary>The geometric mean over the sequence, differentiated through all its tokens (GSPO).</summary>
    Sequence,

    /// <summary>The value of the sequence ratio, the gradient of the token's own (GSPO-token).</summary>
    SequenceToken,
}

/// <summary>What a second bound on large ratios does.</summary>
public enum DualClipKind
{
    /// <summary>No second bound.</summary>
    None,

    /// <summary>For A &lt; 0 the loss is at most −cA.</summary>
    NegativeAdvantages,

    /// <summary>The ratio in the unclipped term is at most δ, for both signs of A.</summary>
    UnclippedRatio,
}

/// <summary>The ratio, its clip and the objective.</summary>
public sealed record ClipProfile
{
    /// <summary>The objective.</summary>
    public PolicyObjective Objective { get; init; } = PolicyObjective.ClippedSurrogate;

    /// <summary>Over what the ratio is formed.</summary>
    public RatioLevel Level { get; init; } = RatioLevel.Token;

    /// <summary>Offset e_lo: ratios below 1 − e_lo are clipped; null for no lower clip.</summary>
    public Rational? Low { get; init; } = new Rational(1, 5);

    /// <summary>Offset e_hi: ratios above 1 + e_hi are clipped; null for no upper clip.</summary>
    public Rational? High { get; init; } = new Rational(1, 5);

    /// <summary>Whether <see cref="High"/> is the bound itself and not an offset from 1 (CISPO in some trainers).</summary>
    public bool IsHighAbsolute { get; init; }

    /// <summary>What the second bound does.</summary>
    public DualClipKind DualClip { get; init; } = DualClipKind.None;

    /// <summary>The second bound, c or δ &gt; 1.</summary>
    public Rational DualClipBound { get; init; } = 3;

    /// <summary>The log-ratio is clamped to ± this (zero gradient outside); null for no clamp.</summary>
    public Rational? LogRatioClamp { get; init; }

    /// <summary>The sequence log-ratio is at most this; null for no bound.</summary>
    public Rational? SequenceLogRatioMax { get; init; }
}
