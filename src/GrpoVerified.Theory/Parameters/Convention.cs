namespace GrpoVerified.Theory;

/// <summary>Which policy the KL term anchors the update to.</summary>
public enum Regulariser
{
    /// <summary>β KL(π‖π_ref): the anchor is the reference.</summary>
    Reference,

    /// <summary>β KL(π‖π_{n−1}): the anchor is the previous policy (mirror descent).</summary>
    Mirror,

    /// <summary>β(α KL(π‖π_ref) + (1−α) KL(π‖π_{n−1})): a geometric mixture of both.</summary>
    TwoKl,
}

/// <summary>How the advantage is normalised.</summary>
public enum Normalisation
{
    /// <summary>Divided by the smoothed standard deviation.</summary>
    Whitened,

    /// <summary>Only centred (Dr. GRPO): the whitening factor is 1.</summary>
    MeanOnly,
}

/// <summary>Where the smoothing stands.</summary>
public enum EpsilonPlacement
{
    /// <summary>√(variance + ε), the paper's convention.</summary>
    Inside,

    /// <summary>√variance + ε, the convention of most trainers.</summary>
    Outside,
}

/// <summary>Divisor of the empirical variance of a group of size G.</summary>
public enum GroupDeviation
{
    /// <summary>Divides by G.</summary>
    Population,

    /// <summary>Divides by G − 1 (Bessel).</summary>
    Sample,
}
