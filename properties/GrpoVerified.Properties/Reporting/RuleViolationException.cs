namespace GrpoVerified.Properties.Reporting;

/// <summary>A rule is contradicted. The message is the whole report in plain text; the parts are in <see cref="Counterexample"/>.</summary>
public sealed class RuleViolationException : Exception
{
    /// <summary>A violation with its counterexample.</summary>
    public RuleViolationException(Counterexample counterexample)
        : base(CounterexampleText.Write(counterexample))
        => Counterexample = counterexample;

    /// <summary>A violation without a counterexample.</summary>
    public RuleViolationException()
        : base("a rule is contradicted")
    {
    }

    /// <summary>A violation without a counterexample.</summary>
    public RuleViolationException(string message)
        : base(message)
    {
    }

    /// <summary>A violation without a counterexample, with a cause.</summary>
    public RuleViolationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The case that contradicts the rule.</summary>
    public Counterexample? Counterexample { get; }
}
