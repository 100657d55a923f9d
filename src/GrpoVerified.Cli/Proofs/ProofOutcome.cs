using GrpoVerified.Arithmetic;
using GrpoVerified.Conjectures.Refutation;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Cli.Proofs;

/// <summary>What became of a claim.</summary>
internal enum ProofVerdict
{
    /// <summary>A certificate was written and the independent checker accepted it.</summary>
    Proved,

    /// <summary>A certified point, or a certificate of the negation, refutes it.</summary>
    Refuted,

    /// <summary>Neither.</summary>
    Inconclusive,
}

/// <summary>What became of one statement.</summary>
internal sealed record ProofOutcome
{
    /// <summary>The conclusion as typed.</summary>
    public required string Text { get; init; }

    /// <summary>The statement.</summary>
    public required QuantifiedStatement Statement { get; init; }

    /// <summary>The verdict.</summary>
    public required ProofVerdict Verdict { get; init; }

    /// <summary>The certificate's path: of the statement if proved, of its negation if refuted by one; else null.</summary>
    public string? Certificate { get; init; }

    /// <summary>The Coq file's path, or null.</summary>
    public string? Coq { get; init; }

    /// <summary>What the independent checker said, or null.</summary>
    public string? Checked { get; init; }

    /// <summary>The counterexample, or null.</summary>
    public Counterexample? Counterexample { get; init; }

    /// <summary>Boxes examined.</summary>
    public long Boxes { get; init; }

    /// <summary>Boxes left.</summary>
    public IReadOnlyList<IReadOnlyList<Axis>> Remaining { get; init; } = [];

    /// <summary>A point that the prover suspects of refuting the statement; empty if there is none.</summary>
    public IReadOnlyList<KeyValuePair<string, Rational>> Suspect { get; init; } = [];

    /// <summary>The negation that is proved, for a claim refuted by a certificate; else null.</summary>
    public QuantifiedStatement? Negation { get; init; }

    /// <summary>Why there is no verdict, or null.</summary>
    public string? Reason { get; init; }
}
