using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Cli.Reporting;

/// <summary>The words of the contract for regimes and stability.</summary>
internal static class DynamicsWords
{
    /// <summary>The word for a stability.</summary>
    public static string Of(FixedPointStability stability) => stability switch
    {
        FixedPointStability.Attracting => "attracting",
        FixedPointStability.Repelling => "repelling",
        _ => "undecided",
    };

    /// <summary>The word for a regime.</summary>
    public static string Of(RegimeKind kind) => kind switch
    {
        RegimeKind.Monotone => "monotone",
        RegimeKind.EventuallyMonotone => "eventually-monotone",
        RegimeKind.Alternating => "alternating",
        RegimeKind.Jump => "jump",
        RegimeKind.Cycle => "cycle",
        _ => "undecided",
    };
}
