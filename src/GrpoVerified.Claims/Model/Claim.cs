namespace GrpoVerified.Claims;

/// <summary>One statement about the theory: what it says, where it comes from, and how it is checked.</summary>
public sealed record Claim
{
    /// <summary>Identifier, such as C7; the same in statements, proofs, certificates, properties and documents.</summary>
    public required string Id { get; init; }

    /// <summary>A title that a mathematician would accept.</summary>
    public required string Title { get; init; }

    /// <summary>The statement in plain text, hypotheses included.</summary>
    public required string Statement { get; init; }

    /// <summary>Where the statement comes from: the paper (which part), or "new".</summary>
    public required string Source { get; init; }

    /// <summary>What the catalogue expects.</summary>
    public CatalogueStatus Expected { get; init; } = CatalogueStatus.True;

    /// <summary>The idea of the proof, or of the refutation.</summary>
    public required string Proof { get; init; }

    /// <summary>For a statement that is false as stated: the corrected statement.</summary>
    public string? Corrected { get; init; }

    /// <summary>Pointwise forms, checked at every grid point (of the corrected statement where the statement is false).</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>Certified counterexamples, for a statement that is false as stated.</summary>
    public IReadOnlyList<Counterexample> Counterexamples { get; init; } = [];

    /// <summary>Why there is no pointwise form, where there is none (a limit, a supremum, almost every …).</summary>
    public string? NotPointwise { get; init; }

    /// <summary>
    /// A case in which the hypotheses hold, for a claim without a pointwise form; others have one on the default grid
    /// (<see cref="ClaimWitness"/>), or their counterexamples.
    /// </summary>
    public Witness? Witness { get; init; }

    /// <summary>Group letter A–M.</summary>
    public char Group => Id[0];

    /// <summary>Number within the group.</summary>
    public int Number => int.Parse(Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
