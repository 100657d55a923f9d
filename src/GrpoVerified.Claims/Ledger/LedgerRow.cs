namespace GrpoVerified.Claims;

/// <summary>What became of a claim in one run, held against what the catalogue expects.</summary>
public enum RowOutcome
{
    /// <summary>The evidence of this run agrees with the catalogue.</summary>
    Consistent,

    /// <summary>Something contradicts the catalogue: a refuted check, a counterexample that fails, or a rejected certificate.</summary>
    Contradicted,

    /// <summary>Something was left undecided.</summary>
    Undecided,

    /// <summary>The claim has no pointwise form, or none of its forms applied on this grid.</summary>
    NotCheckable,
}

/// <summary>One row of the ledger: a claim with the evidence of a run and its computed verdict.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Tallies">Counts for each of its checks.</param>
/// <param name="Counterexamples">Its counterexamples, certified anew.</param>
/// <param name="Theorems">Names of its archived Coq theorems.</param>
public sealed record LedgerRow(
    Claim Claim,
    IReadOnlyList<CheckTally> Tallies,
    IReadOnlyList<CounterexampleResult> Counterexamples,
    IReadOnlyList<CoqEntry> Theorems)
{
    /// <summary>The claim's certificates, each with what the checker said, if it was run.</summary>
    public IReadOnlyList<CertificateResult> Certificates { get; init; } = [];

    /// <summary>Names of the property rules that test the claim on implementations.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Whether Coq has checked the theorems in this run; null if it was not run.</summary>
    public bool? CoqChecked { get; init; }

    /// <summary>The outcome of this run.</summary>
    public RowOutcome Outcome
    {
        get
        {
            if (Tallies.Any(t => t.Refuted > 0) || Counterexamples.Any(c => c.Outcome.IsRefuted)
                || Certificates.Any(c => c.Outcome == CertificateOutcome.Rejected) || CoqChecked == false)
            {
                return RowOutcome.Contradicted;
            }

            if (Tallies.Any(t => t.Undecided > 0) || Counterexamples.Any(c => c.Outcome.IsUndecided))
            {
                return RowOutcome.Undecided;
            }

            return Tallies.All(t => t.Applied == 0) && Counterexamples.Count == 0 ? RowOutcome.NotCheckable : RowOutcome.Consistent;
        }
    }

    /// <summary>All evidence of the row.</summary>
    public IReadOnlyList<Evidence> Evidence =>
    [
        .. Theorems.Select(t => new Evidence(EvidenceKind.Coq, $"{t.Theorem} ({t.Role.ToString().ToLowerInvariant()})")),
        .. Certificates.Where(c => c.Outcome != CertificateOutcome.Rejected).Select(c => new Evidence(
            EvidenceKind.Certificate, $"{c.Certificate.File} ({c.Outcome.ToString().ToLowerInvariant()}): {c.Certificate.Title}")),
        .. Properties.Select(p => new Evidence(EvidenceKind.Property, p)),
        .. Counterexamples.Where(c => c.Outcome.IsCertain).Select(c => new Evidence(EvidenceKind.Counterexample, c.Counterexample.Text)),
        .. Tallies.Where(t => t.Applied > 0).Select(t => new Evidence(
            t.Check.Kind == CheckKind.Exact ? EvidenceKind.Exact : EvidenceKind.Grid, Describe(t))),
    ];

    /// <summary>
    /// The verdict, computed from the evidence: a grid or a sample never proves. A certificate proves its own statement,
    /// which may be a part of the claim, so it supports the verdict and does not make it; a rejected one undoes it.
    /// </summary>
    public Verdict Verdict
    {
        get
        {
            if (Certificates.Any(c => c.Outcome == CertificateOutcome.Rejected) || CoqChecked == false)
            {
                return Verdict.Inconclusive;
            }

            if (Outcome == RowOutcome.Contradicted)
            {
                return Claim.Expected == CatalogueStatus.FalseAsStated ? Verdict.Inconclusive : Verdict.Refuted;
            }

            if (Claim.Expected == CatalogueStatus.FalseAsStated)
            {
                return Counterexamples.Any(c => c.Outcome.IsCertain) || Has(CoqRole.Counterexample)
                    ? Verdict.Refuted
                    : Verdict.Inconclusive;
            }

            // The weakest part of a row decides: an unproved or numerical part, then a cited one.
            return Has(CoqRole.Partial) || Has(CoqRole.Numerical) ? Verdict.Inconclusive
                : Has(CoqRole.Cited) ? Verdict.Cited
                : Has(CoqRole.Theorem) ? (Claim.Expected == CatalogueStatus.TrueOnDomain ? Verdict.ProvedOnDomain : Verdict.Proved)
                : Outcome == RowOutcome.NotCheckable ? Verdict.NotChecked
                : Verdict.Inconclusive;
        }
    }

    private bool Has(CoqRole role) => Theorems.Any(t => t.Role == role);

    /// <summary>One line on a check's counts.</summary>
    public static string Describe(CheckTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var parts = new List<string>();
        Add(tally.Certified, tally.Check.Kind == CheckKind.Exact ? "exact" : "certified");
        if (tally.Agreed > 0)
        {
            parts.Add($"agree within 10^-{tally.SmallestPlaces} at {tally.Agreed}");
        }

        Add(tally.Refuted, "refuted");
        Add(tally.Undecided, "undecided");
        return $"{tally.Check.Text}: {string.Join(", ", parts)} of {tally.Applied} points";

        void Add(int count, string word)
        {
            if (count > 0)
            {
                parts.Add($"{word} at {count}");
            }
        }
    }
}
