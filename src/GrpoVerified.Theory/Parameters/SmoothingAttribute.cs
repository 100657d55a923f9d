namespace GrpoVerified.Theory;

/// <summary>
/// States where code puts the smoothing: √(variance + ε) or √variance + ε. The analyzers report the other form inside marked code
/// (rule GRPO2007); at the same ε the two differ by a factor of up to 1/√ε.
/// </summary>
/// <param name="placement">Where the smoothing stands.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SmoothingAttribute(EpsilonPlacement placement) : Attribute
{
    /// <summary>Where the smoothing stands.</summary>
    public EpsilonPlacement Placement { get; } = placement;
}
