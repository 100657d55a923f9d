using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;
using Xunit;
using Xunit.Abstractions;

namespace GrpoVerified.Properties.Xunit;

/// <summary>Derive a test class from this and say what the trainer is and which convention it claims: every rule becomes a test.</summary>
/// <remarks>
/// A broken rule throws <see cref="RuleViolationException"/> with the shrunk counterexample. A rule that does not apply passes and
/// writes the reason to the test's output: xunit 2 cannot skip a test while it runs. Advisory rules write their finding and pass,
/// unless <see cref="AdvisoriesFail"/>.
/// </remarks>
/// <example>
/// <code>
/// public sealed class MyTrainerTests(ITestOutputHelper output) : TrainerConformance(output)
/// {
///     protected override ITrainer Trainer => MyTrainer.Instance;
///     protected override TrainerProfile Profile => NamedProfiles.Find("trl")!;
/// }
/// </code>
/// </example>
public abstract class TrainerConformance
{
    private readonly ITestOutputHelper _output;

    /// <summary>xunit passes the output of the running test.</summary>
    protected TrainerConformance(ITestOutputHelper output) => _output = output;

    /// <summary>Names of all rules: strength, id and title.</summary>
    public static TheoryData<string> RuleNames
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var rule in ConformanceSuite.Rules)
            {
                names.Add(rule.Name);
            }

            return names;
        }
    }

    /// <summary>The implementation under test.</summary>
    protected abstract ITrainer Trainer { get; }

    /// <summary>The convention it claims.</summary>
    protected abstract TrainerProfile Profile { get; }

    /// <summary>How much is run; by default what the environment says.</summary>
    protected virtual SuiteSettings Settings => SuiteSettings.FromEnvironment();

    /// <summary>Whether a broken advisory rule fails its test.</summary>
    protected virtual bool AdvisoriesFail => false;

    /// <summary>One rule.</summary>
    /// <exception cref="RuleViolationException">A case contradicts the rule.</exception>
    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule(string name)
    {
        var rule = ConformanceSuite.Rules.Single(r => string.Equals(r.Name, name, StringComparison.Ordinal));
        var settings = Settings;
        if (settings.Replay is { } replay && !string.Equals(replay.RuleId, rule.Id, StringComparison.Ordinal))
        {
            _output.WriteLine($"not run: {SuiteSettings.ReplayVariable} replays {replay.RuleId}");
            return;
        }

        var result = rule.Run(Trainer, Profile, settings);
        switch (result.Outcome)
        {
            case RuleOutcome.Skipped:
                _output.WriteLine($"does not apply: {result.Reason}");
                break;
            case RuleOutcome.Failed when rule.Strength == Strength.Advisory && !AdvisoriesFail:
                _output.WriteLine(CounterexampleText.Write(result.Counterexample!));
                break;
            case RuleOutcome.Failed:
                throw new RuleViolationException(result.Counterexample!);
            default:
                _output.WriteLine(FormattableString.Invariant($"{result.Cases} cases, {result.Unconstrained} of them beyond the range of their format"));
                break;
        }
    }
}
