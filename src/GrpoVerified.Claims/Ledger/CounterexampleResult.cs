namespace GrpoVerified.Claims;

/// <summary>A counterexample and whether it was certified anew.</summary>
/// <param name="Counterexample">The counterexample.</param>
/// <param name="Outcome">Certain, refuted or undecided.</param>
public sealed record CounterexampleResult(Counterexample Counterexample, Truth Outcome);
