using GrpoVerified.Arithmetic;

namespace GrpoVerified.Properties.Profiles;

/// <summary>Estimator of KL(π_θ‖π_ref) from one token, d = log π_θ − log π_ref.</summary>
public enum KlEstimator
{
    /// <summary>d.</summary>
    K1,

    /// <summary>d²/2.</summary>
    K2,

    /// <summary>e^−d − 1 + d.</summary>
    K3,

    /// <summary>|d|.</summary>
    Abs,
}

/// <summary>How e^−d − 1 + d is computed; exact results agree, rounding does not.</summary>
public enum K3Form
{
    /// <summary>expm1(−d) + d.</summary>
    Expm1,

    /// <summary>(exp(−d) − 1) + d: negative by rounding for about every third small d.</summary>
    OneFirst,

    /// <summary>(exp(−d) + d) − 1.</summary>
    DifferenceFirst,
}

/// <summary>Where the KL term enters.</summary>
public enum KlPlacement
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Into the loss, β times.</summary>
    Loss,

    /// <summary>Into the reward; the loss has none.</summary>
    Reward,
}

/// <summary>What is differentiated.</summary>
public enum KlGradientForm
{
    /// <summary>The estimator itself.</summary>
    Estimator,

    /// <summary>The estimator times e^(log π_θ − stopgrad log π_θ): its own derivative plus its value (score function).</summary>
    ScoreFunction,

    /// <summary>The value of the estimator with the gradient of k2, d.</summary>
    StraightThroughK2,
}

/// <summary>What multiplies the KL term of the loss.</summary>
public enum KlWeight
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The importance ratio, differentiated with it.</summary>
    Ratio,
}

/// <summary>How the KL term is estimated, clamped and placed.</summary>
public sealed record KlProfile
{
    /// <summary>The estimator.</summary>
    public KlEstimator Estimator { get; init; } = KlEstimator.K3;

    /// <summary>d is clamped to ± this first; null for no clamp.</summary>
    public Rational? InputClamp { get; init; }

    /// <summary>The estimate is clamped to ± this; null for no clamp.</summary>
    public Rational? OutputClamp { get; init; }

    /// <summary>How k3 is computed.</summary>
    public K3Form Form { get; init; } = K3Form.DifferenceFirst;

    /// <summary>What is differentiated.</summary>
    public KlGradientForm Gradient { get; init; } = KlGradientForm.Estimator;

    /// <summary>Where the term enters.</summary>
    public KlPlacement Placement { get; init; } = KlPlacement.Loss;

    /// <summary>What multiplies the term in the loss.</summary>
    public KlWeight Weight { get; init; } = KlWeight.None;

    /// <summary>Coefficient β ≥ 0 of the term.</summary>
    public Rational Beta { get; init; }
}
