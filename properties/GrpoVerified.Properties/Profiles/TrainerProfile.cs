namespace GrpoVerified.Properties.Profiles;

/// <summary>A convention of GRPO with every axis fixed: what a trainer is judged against.</summary>
/// <param name="Name">Short name, unique among the named profiles ("trl-1.10").</param>
/// <param name="Version">The project, version or commit it describes.</param>
/// <param name="Source">Where in that version the convention is found, in words.</param>
/// <remarks>A part that is null was not read in that version, or is nothing the project computes: rules about it are skipped with that reason.</remarks>
public sealed record TrainerProfile(string Name, string Version, string Source)
{
    /// <summary>Rewards to advantages.</summary>
    public AdvantageProfile? Advantage { get; init; }

    /// <summary>The KL term.</summary>
    public KlProfile? Kl { get; init; }

    /// <summary>The ratio, its clip and the objective.</summary>
    public ClipProfile? Clip { get; init; }

    /// <summary>Token losses to one number.</summary>
    public AggregationProfile? Aggregation { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
