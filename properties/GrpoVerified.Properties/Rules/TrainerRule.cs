using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;

namespace GrpoVerified.Properties.Rules;

/// <summary>A property of GRPO implementations that can be tried on any of them.</summary>
public abstract class TrainerRule
{
    private protected TrainerRule(string id, Strength strength, string title)
    {
        Id = id;
        Strength = strength;
        Title = title;
    }

    /// <summary>Id, unique and never reused: T1 advantages, T2 KL, T3 loss, T4 aggregation, T5 options, T6 metrics.</summary>
    public string Id { get; }

    /// <summary>How binding it is.</summary>
    public Strength Strength { get; }

    /// <summary>What it says, as a sentence.</summary>
    public string Title { get; }

    /// <summary>Strength, id and title: "Required T106: equal dyadic rewards have advantage 0".</summary>
    public string Name => $"{Strength} {Id}: {Title}";

    /// <summary>Capabilities it needs.</summary>
    public IReadOnlyList<Capability> Needs { get; init; } = [];

    /// <summary>Why the rule does not apply to an implementation under a profile, or null if it does.</summary>
    public abstract string? ReasonToSkip(TrainerDescription description, TrainerProfile profile);

    /// <summary>Tries the rule.</summary>
    /// <param name="trainer">The implementation.</param>
    /// <param name="profile">The convention it is judged against.</param>
    /// <param name="settings">How much is run.</param>
    /// <param name="cancellation">Ends the run between two cases.</param>
    public abstract RuleResult Run(ITrainer trainer, TrainerProfile profile, SuiteSettings settings, CancellationToken cancellation = default);

    /// <summary>Tries the rule and throws if a case contradicts it.</summary>
    /// <exception cref="RuleViolationException">A case contradicts the rule.</exception>
    public RuleResult Check(ITrainer trainer, TrainerProfile profile, SuiteSettings settings)
    {
        var result = Run(trainer, profile, settings);
        return result.Counterexample is { } counterexample ? throw new RuleViolationException(counterexample) : result;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
