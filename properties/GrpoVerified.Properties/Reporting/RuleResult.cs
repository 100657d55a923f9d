namespace GrpoVerified.Properties.Reporting;

/// <summary>What came of a rule.</summary>
public enum RuleOutcome
{
    /// <summary>No case contradicts it.</summary>
    Passed,

    /// <summary>A case contradicts it.</summary>
    Failed,

    /// <summary>It does not apply; the reason says why.</summary>
    Skipped,
}

/// <summary>What came of one rule.</summary>
/// <param name="RuleId">Id of the rule ("T101").</param>
/// <param name="RuleName">Strength, id and title: "Required T101 …".</param>
/// <param name="Strength">How binding it is.</param>
/// <param name="Outcome">Passed, failed or skipped.</param>
/// <param name="Cases">Cases judged.</param>
/// <param name="Reason">Why it was skipped; null otherwise.</param>
/// <param name="Counterexample">The case that contradicts it; null otherwise.</param>
/// <param name="Replay">One line that runs the rule with the same cases.</param>
public sealed record RuleResult(
    string RuleId,
    string RuleName,
    Strength Strength,
    RuleOutcome Outcome,
    int Cases,
    string? Reason,
    Counterexample? Counterexample,
    string Replay)
{
    /// <summary>Cases in which the budget allowed any value (an intermediate result may leave the range of the format), so nothing was judged.</summary>
    public int Unconstrained { get; init; }
}
