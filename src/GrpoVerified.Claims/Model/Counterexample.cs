namespace GrpoVerified.Claims;

/// <summary>A counterexample to a statement of the paper or to a natural reading of it, certified anew on demand.</summary>
/// <param name="Text">The data and what they show, in one line.</param>
/// <param name="Certify">Certain if the counterexample is certified; refuted if it fails; undecided otherwise.</param>
public sealed record Counterexample(string Text, Func<Truth> Certify);
