using System.Globalization;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Properties.Reporting;

namespace GrpoVerified.Cli.Conformance;

/// <summary>Results of rules as values of a report and as findings.</summary>
internal static class RuleReport
{
    /// <summary>The sections of a conformance report.</summary>
    /// <param name="results">Results in order.</param>
    /// <param name="forPeople">Whether failures are written out below the table; in JSON they stand in the rules.</param>
    public static IEnumerable<Section> Sections(IReadOnlyList<RuleResult> results, bool forPeople)
    {
        yield return new Rows("rules", "rules", ["id", "strength", "outcome", "cases", "title", "counterexample", "reason", "replay"], results.Select(Row));
        if (forPeople && results.Any(r => r.Counterexample is not null))
        {
            yield return new Rows("failures", "failures", ["id", "fact"], results.Where(r => r.Counterexample is not null).SelectMany(Lines));
        }

        yield return new Field("summary", "summary", Summary(results));
    }

    /// <summary>The exit code: 1 if a binding rule fails, 3 if nothing could be judged.</summary>
    public static int ExitCode(IReadOnlyList<RuleResult> results)
        => results.Any(r => r.Outcome == RuleOutcome.Failed && r.Strength != Strength.Advisory) ? Cli.ExitCode.Refuted
            : results.All(r => r.Outcome == RuleOutcome.Skipped) ? Cli.ExitCode.Inconclusive
            : Cli.ExitCode.Holds;

    /// <summary>The results as findings.</summary>
    public static IReadOnlyList<Finding> Findings(IReadOnlyList<RuleResult> results)
        => [.. results.Select(r => new Finding(
            r.RuleId, r.RuleName, r.Strength != Strength.Advisory,
            r.Outcome switch { RuleOutcome.Passed => FindingState.Passed, RuleOutcome.Failed => FindingState.Failed, _ => FindingState.Skipped },
            r.Counterexample?.Message ?? r.Reason ?? string.Empty,
            r.Counterexample is { } c ? CounterexampleText.Write(c) : string.Empty))];

    private static IReadOnlyList<Value> Row(RuleResult result) =>
    [
        Value.Text(result.RuleId),
        Value.Text(Word(result.Strength.ToString())),
        Value.Text(Word(result.Outcome.ToString())),
        Value.Integer(result.Cases),
        Value.Text(result.RuleName[(result.RuleName.IndexOf(result.RuleId, StringComparison.Ordinal) + result.RuleId.Length)..].TrimStart(':', ' ')),
        result.Counterexample is { } c ? Value.Brief(Full(c), c.Message) : Value.None,
        Value.Text(result.Reason),
        Value.Brief(Value.Text(result.Replay), result.Outcome == RuleOutcome.Failed ? result.Replay : string.Empty),
    ];

    private static Value Full(Counterexample c) => Value.Record(
        ("message", Value.Text(c.Message)),
        ("place", Value.Text(c.Place)),
        ("input", Value.Text(c.Input)),
        ("numbers", Value.List(c.Numbers.Select(n => Value.Record(("name", Value.Text(n.Name)), ("exact", Value.Text(n.Fraction)), ("double", Value.Text(n.Text)))))),
        ("expected", Value.Text(c.Expected)),
        ("allowedLower", Number(c.AllowedLower)),
        ("allowedUpper", Number(c.AllowedUpper)),
        ("observed", Number(c.Observed)),
        ("ulps", Number(c.Ulps)),
        ("originalInput", Value.Text(c.OriginalInput)),
        ("shrinks", Value.Integer(c.Shrinks)),
        ("replay", Value.Text(c.Replay)));

    private static Value Summary(IReadOnlyList<RuleResult> results)
    {
        int Count(RuleOutcome outcome, Func<RuleResult, bool>? also = null) => results.Count(r => r.Outcome == outcome && (also?.Invoke(r) ?? true));
        return Value.Record(
            ("passed", Value.Integer(Count(RuleOutcome.Passed))),
            ("failed", Value.Integer(Count(RuleOutcome.Failed, r => r.Strength != Strength.Advisory))),
            ("advisoryFailed", Value.Integer(Count(RuleOutcome.Failed, r => r.Strength == Strength.Advisory))),
            ("skipped", Value.Integer(Count(RuleOutcome.Skipped))),
            ("cases", Value.Integer(results.Sum(r => (long)r.Cases))),
            ("unjudgedCases", Value.Integer(results.Sum(r => (long)r.Unconstrained))));
    }

    // The whole report of a failure, a line each: the fact first.
    private static IEnumerable<IReadOnlyList<Value>> Lines(RuleResult result)
        => CounterexampleText.Write(result.Counterexample!).Split('\n').Select((line, i) => (IReadOnlyList<Value>)[Value.Text(i == 0 ? result.RuleId : string.Empty), Value.Text(line)]);

    private static Value Number(double? x) => x is { } value ? Value.Text(value.ToString("R", CultureInfo.InvariantCulture)) : Value.None;

    private static string Word(string name) => name.ToLowerInvariant();
}
