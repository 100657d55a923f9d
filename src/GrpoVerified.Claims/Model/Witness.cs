namespace GrpoVerified.Claims;

/// <summary>A case in which the hypotheses of a claim hold: without one the claim might be true of nothing.</summary>
/// <param name="Text">The case in one line.</param>
/// <param name="Certify">Certain if the hypotheses hold; refuted if they fail; undecided otherwise.</param>
public sealed record Witness(string Text, Func<Truth> Certify);
