namespace GrpoVerified.Properties.Reporting;

/// <summary>How binding a rule is.</summary>
public enum Strength
{
    /// <summary>
    /// Every implementation must obey it, whatever its convention, but for the conventions that the rule names as exempt. Which
    /// exemption holds is read from the profile: against a profile that is not its own, a correct implementation may break it.
    /// </summary>
    Required,

    /// <summary>An implementation that claims the profile must obey it.</summary>
    Profile,

    /// <summary>Worth knowing; real trainers break it on purpose. A violation does not fail the run.</summary>
    Advisory,
}
