namespace GrpoVerified.Properties.Reporting;

/// <summary>How binding a rule is.</summary>
public enum Strength
{
    /// <summary>Every GRPO implementation must obey it.</summary>
    Required,

    /// <summary>An implementation that claims the profile must obey it.</summary>
    Profile,

    /// <summary>Worth knowing; real trainers break it on purpose. A violation does not fail the run.</summary>
    Advisory,
}
