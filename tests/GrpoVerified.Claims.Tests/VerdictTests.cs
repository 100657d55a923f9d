#pragma warning disable GRPO3004 // Claims without evidence are what is tested.
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Claims.Tests;

/// <summary>How evidence becomes a verdict: a grid never proves, a certified counterexample refutes, the weakest part of a row decides.</summary>
public sealed class VerdictTests
{
    private static readonly Check Some = Check.Holds("some", _ => Truth.True);

    /// <summary>Status, roles of its theorems, certified / refuted / undecided points, counterexample's outcome (or none), verdict.</summary>
    public static TheoryData<CatalogueStatus, CoqRole[], int, int, int, int?, Verdict> Rules => new()
    {
        // A grid never proves.
        { CatalogueStatus.True, [], 1_000_000, 0, 0, null, Verdict.Inconclusive },
        { CatalogueStatus.True, [], 0, 0, 0, null, Verdict.NotChecked },
        { CatalogueStatus.TrueOnDomain, [], 10, 0, 0, null, Verdict.Inconclusive },

        // A theorem does, if nothing of the row is weaker.
        { CatalogueStatus.True, [CoqRole.Theorem], 0, 0, 0, null, Verdict.Proved },
        { CatalogueStatus.True, [CoqRole.Theorem, CoqRole.Control], 10, 0, 0, null, Verdict.Proved },
        { CatalogueStatus.TrueOnDomain, [CoqRole.Theorem], 10, 0, 0, null, Verdict.ProvedOnDomain },
        { CatalogueStatus.True, [CoqRole.Theorem, CoqRole.Partial], 10, 0, 0, null, Verdict.Inconclusive },
        { CatalogueStatus.True, [CoqRole.Theorem, CoqRole.Numerical], 10, 0, 0, null, Verdict.Inconclusive },
        { CatalogueStatus.True, [CoqRole.Theorem, CoqRole.Cited], 10, 0, 0, null, Verdict.Cited },
        { CatalogueStatus.True, [CoqRole.Cited], 0, 0, 0, null, Verdict.Cited },
        { CatalogueStatus.True, [CoqRole.Control], 10, 0, 0, null, Verdict.Inconclusive },
        { CatalogueStatus.True, [CoqRole.Corrected], 10, 0, 0, null, Verdict.Inconclusive },

        // Undecided points do not undo a theorem; a refuted one overrides everything.
        { CatalogueStatus.True, [CoqRole.Theorem], 1, 0, 5, null, Verdict.Proved },
        { CatalogueStatus.True, [CoqRole.Theorem], 10, 1, 0, null, Verdict.Refuted },
        { CatalogueStatus.True, [], 10, 1, 0, null, Verdict.Refuted },

        // A false statement needs a counterexample that is certified anew, or one checked by Coq.
        { CatalogueStatus.FalseAsStated, [], 0, 0, 0, 1, Verdict.Refuted },
        { CatalogueStatus.FalseAsStated, [CoqRole.Counterexample], 0, 0, 0, null, Verdict.Refuted },
        { CatalogueStatus.FalseAsStated, [CoqRole.Counterexample], 0, 0, 0, 0, Verdict.Refuted },
        { CatalogueStatus.FalseAsStated, [CoqRole.Corrected], 10, 0, 0, null, Verdict.Inconclusive },
        { CatalogueStatus.FalseAsStated, [], 0, 0, 0, 0, Verdict.Inconclusive },
        { CatalogueStatus.FalseAsStated, [], 0, 0, 0, -1, Verdict.Inconclusive },
        { CatalogueStatus.FalseAsStated, [CoqRole.Counterexample], 0, 1, 0, 1, Verdict.Inconclusive },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Verdict_follows_from_the_evidence(
        CatalogueStatus status, CoqRole[] roles, int certified, int refuted, int undecided, int? counterexample, Verdict verdict)
    {
        var claim = new Claim { Id = "Z1", Title = "t", Statement = "s", Source = "test", Proof = "p", Expected = status, Checks = [Some] };
        CounterexampleResult[] counterexamples = counterexample is { } sign
            ? [new(new Counterexample("c", () => Truth.True), sign > 0 ? Truth.True : sign < 0 ? Truth.False : Truth.Undecided)]
            : [];
        var row = new LedgerRow(
            claim,
            [new CheckTally(Some, certified, 0, null, refuted, undecided, 0, null, null)],
            counterexamples,
            [.. roles.Select(r => new CoqEntry("Z1", r, "GrpoProofs.Test", "test.v"))]);
        Assert.Equal(verdict, row.Verdict);
        Assert.Equal(roles.Length, row.Evidence.Count(e => e.Kind == EvidenceKind.Coq));
        Assert.Equal(counterexample == 1 ? 1 : 0, row.Evidence.Count(e => e.Kind == EvidenceKind.Counterexample));
    }

    [Theory]
    [InlineData(CertificateOutcome.Archived, null, Verdict.Proved, RowOutcome.Consistent)]
    [InlineData(CertificateOutcome.Accepted, true, Verdict.Proved, RowOutcome.Consistent)]
    [InlineData(CertificateOutcome.Rejected, true, Verdict.Inconclusive, RowOutcome.Contradicted)]
    [InlineData(CertificateOutcome.Accepted, false, Verdict.Inconclusive, RowOutcome.Contradicted)]
    public void A_rejected_certificate_or_a_failing_Coq_undoes_the_verdict(CertificateOutcome outcome, bool? coq, Verdict verdict, RowOutcome rowOutcome)
    {
        var claim = new Claim { Id = "Z1", Title = "t", Statement = "s", Source = "test", Proof = "p", Checks = [Some] };
        var certificate = new CertificateEntry("Z01-test", "Z1", "t", "00", default);
        var row = new LedgerRow(claim, [new CheckTally(Some, 1, 0, null, 0, 0, 0, null, null)], [], [new CoqEntry("Z1", CoqRole.Theorem, "GrpoProofs.Test", "test.v")])
        {
            Certificates = [new(certificate, outcome)],
            CoqChecked = coq,
        };
        Assert.Equal(verdict, row.Verdict);
        Assert.Equal(rowOutcome, row.Outcome);
        Assert.Equal(outcome != CertificateOutcome.Rejected, row.Evidence.Any(e => e.Kind == EvidenceKind.Certificate));
    }

    // A certificate proves its own statement; only a theorem of the map makes the verdict.
    [Fact]
    public void A_certificate_alone_does_not_make_a_verdict()
    {
        var claim = new Claim { Id = "Z1", Title = "t", Statement = "s", Source = "test", Proof = "p" };
        var row = new LedgerRow(claim, [], [], []) { Certificates = [new(new CertificateEntry("Z01-test", "Z1", "t", "00", default), CertificateOutcome.Accepted)] };
        Assert.Equal(Verdict.NotChecked, row.Verdict);
    }

    [Fact]
    public void Description_of_a_tally_counts_every_kind()
    {
        var tally = new CheckTally(Some, 3, 2, 31, 1, 4, 5, "here", "there");
        Assert.Equal("some: certified at 3, agree within 10^-31 at 2, refuted at 1, undecided at 4 of 10 points", LedgerRow.Describe(tally));
    }
}
