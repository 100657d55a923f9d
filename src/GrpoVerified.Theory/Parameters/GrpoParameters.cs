using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory;

/// <summary>Exact parameters of one iterated GRPO problem: a prompt's reference success, and the convention of the trainer.</summary>
/// <remarks>
/// The default convention is the paper's: reference KL, population whitening, smoothing inside the root, no clipping, infinite group.
/// Immutable; <see cref="Validated"/> returns the same value or throws <see cref="ParameterException"/>.
/// </remarks>
public sealed record GrpoParameters
{
    /// <summary>Probability of success p_ref of the reference policy, 0 &lt; p_ref &lt; 1.</summary>
    public required Rational Reference { get; init; }

    /// <summary>KL coefficient β &gt; 0.</summary>
    public required Rational Beta { get; init; }

    /// <summary>Smoothing ε ≥ 0 of the variance (inside the root) or of the deviation (outside).</summary>
    public required Rational Epsilon { get; init; }

    /// <summary>The anchor of the KL term.</summary>
    public Regulariser Regulariser { get; init; } = Regulariser.Reference;

    /// <summary>Mixture weight α of two-KL, 0 &lt; α ≤ 1; 1 for the reference KL, 0 for mirror.</summary>
    public Rational Alpha { get; init; } = Rational.One;

    /// <summary>Normalisation of the advantage.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.Whitened;

    /// <summary>Where the smoothing stands.</summary>
    public EpsilonPlacement Placement { get; init; } = EpsilonPlacement.Inside;

    /// <summary>Clip range, or null for the unclipped objective.</summary>
    public ClipRange? Clip { get; init; }

    /// <summary>Group size G ≥ 2, or null for the population limit.</summary>
    public int? GroupSize { get; init; }

    /// <summary>Deviation used with a finite group.</summary>
    public GroupDeviation Deviation { get; init; } = GroupDeviation.Population;

    /// <summary>The largest group size accepted; the cost of one step grows with the group size.</summary>
    public const int MaximumGroupSize = 4096;

    /// <summary>The paper's convention with the three numbers that matter.</summary>
    public static GrpoParameters Of(Rational pRef, Rational beta, Rational epsilon)
        => new() { Reference = pRef, Beta = beta, Epsilon = epsilon };

    /// <summary>α of the update: 1 for the reference KL, 0 for mirror, <see cref="Alpha"/> for two-KL.</summary>
    public Rational AnchorWeight => Regulariser switch
    {
        Regulariser.Reference => Rational.One,
        Regulariser.Mirror => Rational.Zero,
        _ => Alpha,
    };

    /// <summary>Whether this is the map F of the claims: reference KL, whitened inside the root, unclipped, population.</summary>
    public bool IsReferenceMap
        => Regulariser == Regulariser.Reference && IsPaperWhitening && Clip is null;

    /// <summary>Whether the whitening factor is the paper's Ω(p) = 1/√(p(1−p)+ε).</summary>
    public bool IsPaperWhitening
        => Normalisation == Normalisation.Whitened && Placement == EpsilonPlacement.Inside && GroupSize is null;

    /// <summary>
    /// Whether the whitening factor is the same for every p: mean-only, or a group of at most 3, in which every group with
    /// both rewards has the same deviation (claims H6, L7, L10).
    /// </summary>
    public bool HasConstantFactor => Normalisation == Normalisation.MeanOnly || GroupSize <= 3;

    /// <summary>This value, after every parameter was found inside its domain.</summary>
    /// <exception cref="ParameterException">A parameter is outside its domain.</exception>
    public GrpoParameters Validated()
    {
        Require(nameof(Reference), Reference > Rational.Zero && Reference < Rational.One ? null
            : $"p_ref = {Reference} is not strictly between 0 and 1: 0 and 1 are absorbing (claim B7), so there are no dynamics; give a value such as 1/10");
        Require(nameof(Beta), Beta > Rational.Zero ? null : $"beta = {Beta} is not positive: the KL coefficient must be greater than 0");
        Require(nameof(Epsilon), Epsilon >= Rational.Zero ? null : $"epsilon = {Epsilon} is negative: the smoothing must be at least 0");
        Require(nameof(Alpha), Regulariser != Regulariser.TwoKl || (Alpha > Rational.Zero && Alpha <= Rational.One) ? null
            : $"alpha = {Alpha} is not in (0, 1]: it is the weight of the reference in two-KL (alpha = 0 is the mirror variant)");
        Require("Clip.Low", Clip is not { } low || (low.Low > Rational.Zero && low.Low <= Rational.One) ? null
            : $"clip-low = {Clip?.Low} is not in (0, 1]: the ratio is kept above 1 - clip-low");
        Require("Clip.High", Clip is not { } high || high.High > Rational.Zero ? null
            : $"clip-high = {Clip?.High} is not positive: the ratio is kept below 1 + clip-high");
        Require(nameof(GroupSize), GroupSize is null or (>= 2 and <= MaximumGroupSize) ? null
            : $"group-size = {GroupSize} is not between 2 and {MaximumGroupSize}: a group of one has no spread to normalise by");
        Require(nameof(GroupSize), Clip is null || GroupSize is null ? null
            : "group-size and clipping cannot be combined: the theory has no one-dimensional map for clipped finite groups; leave one out");
        return this;
    }

    // The message is formed only where something is wrong.
    private static void Require(string parameter, string? fault)
    {
        if (fault is not null)
        {
            throw new ParameterException(parameter, fault);
        }
    }
}
