using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Inference;

/// <summary>What probing says about one axis.</summary>
/// <param name="Area">advantage, kl, clip or aggregation.</param>
/// <param name="Name">The axis ("std").</param>
/// <param name="Values">The values that fit every answer, likeliest first; several could not be told apart.</param>
public sealed record InferredAxis(string Area, string Name, IReadOnlyList<string> Values)
{
    /// <summary>Whether one value alone fits, among the values that were tried.</summary>
    public bool IsCertain => Values.Count == 1;
}

/// <summary>What probing says about a black box.</summary>
/// <param name="Axes">Each axis with the values that fit.</param>
/// <param name="Consistent">The named profiles that fit every answer; profiles that describe more come first.</param>
/// <param name="Undetermined">What could not be told apart, or not asked, in words.</param>
/// <param name="Probes">Number of questions asked.</param>
/// <param name="Format">The format they were asked in.</param>
public sealed record InferredProfile(
    IReadOnlyList<InferredAxis> Axes,
    IReadOnlyList<TrainerProfile> Consistent,
    IReadOnlyList<string> Undetermined,
    int Probes,
    string Format)
{
    /// <summary>A profile with the likeliest value of every axis; parts about which no axis fits are null.</summary>
    public required TrainerProfile Best { get; init; }
}
