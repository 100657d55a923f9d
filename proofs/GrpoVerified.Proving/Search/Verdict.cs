using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>The outcome of a search.</summary>
public abstract record Verdict
{
    private protected Verdict(long boxes) => Boxes = boxes;

    /// <summary>Boxes tested by branch and bound.</summary>
    public long Boxes { get; }
}

/// <summary>The statement is proved.</summary>
/// <param name="Proof">The proof, for a certificate.</param>
/// <param name="Boxes">Boxes tested.</param>
public sealed record Proved(ProofStep Proof, long Boxes) : Verdict(Boxes);

/// <summary>The statement is refuted at an exact point.</summary>
/// <param name="At">The point, in the order of the variables.</param>
/// <param name="Value">Encloses the expression there: it certainly has not the sign that was claimed.</param>
/// <param name="Negation">The statement that there is such a point; null where the format has no words for it.</param>
/// <param name="NegationProof">Its proof.</param>
/// <param name="Boxes">Boxes tested.</param>
public sealed record Refuted(
    IReadOnlyList<KeyValuePair<string, Rational>> At, Ball Value, QuantifiedStatement? Negation, ProofStep? NegationProof, long Boxes) : Verdict(Boxes);

/// <summary>Neither proved nor refuted.</summary>
/// <param name="Remaining">Boxes on which the statement is open; at most a hundred are listed.</param>
/// <param name="Reason">One line: what stopped the search.</param>
/// <param name="Boxes">Boxes tested.</param>
public sealed record Inconclusive(IReadOnlyList<IReadOnlyList<Axis>> Remaining, string Reason, long Boxes) : Verdict(Boxes);
