using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rules;
using GrpoVerified.Properties.Rules.Trainer;

namespace GrpoVerified.Properties.Suites;

/// <summary>Every rule for trainers, and a run of them.</summary>
public static class ConformanceSuite
{
    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<TrainerRule> Rules { get; } =
    [
        .. AdvantageValueRules.All
            .Concat(AdvantageInvariantRules.All)
            .Concat(KlRules.All)
            .Concat(KlPolicyRules.All)
            .Concat(RatioRules.All)
            .Concat(LossValueRules.All)
            .Concat(LossInvariantRules.All)
            .Concat(AggregationRules.All)
            .Concat(OptionRules.All)
            .Concat(MetricRules.All)
            .OrderBy(r => r.Id, StringComparer.Ordinal),
    ];

    /// <summary>Runs the rules one after the other; results come as they are made.</summary>
    /// <param name="trainer">The implementation.</param>
    /// <param name="profile">The convention it is judged against.</param>
    /// <param name="settings">How much is run; by default what the environment says.</param>
    /// <param name="cancellation">Ends the run between two cases.</param>
    public static IEnumerable<RuleResult> Run(ITrainer trainer, TrainerProfile profile, SuiteSettings? settings = null, CancellationToken cancellation = default)
    {
        var chosen = settings ?? SuiteSettings.FromEnvironment();
        return Rules
            .Where(r => chosen.Rules?.Contains(r.Id) ?? true)
            .Where(r => chosen.Replay is null || string.Equals(r.Id, chosen.Replay.RuleId, StringComparison.Ordinal))
            .Select(r => r.Run(trainer, profile, chosen, cancellation));
    }
}
