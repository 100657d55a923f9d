using GrpoVerified.Claims;
using GrpoVerified.Reports;

namespace GrpoVerified.Cli.Reporting;

/// <summary>Rows of the ledger as values of a report.</summary>
internal static class LedgerText
{
    /// <summary>The parts of a row.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["id", "verdict", "outcome", "title", "evidence"];

    /// <summary>One row.</summary>
    public static IReadOnlyList<Value> Row(LedgerRow row)
        =>
        [
            Value.Text(row.Claim.Id),
            Value.Text(ContractWords.Of(row.Verdict)),
            Value.Text(Word(row.Outcome)),
            Value.Text(row.Claim.Title),
            Value.Brief(
                Value.List(row.Evidence.Select(e => Value.Record(("kind", Value.Text(ContractWords.Of(e.Kind))), ("ref", Value.Text(e.Reference))))),
                Summarise(row.Evidence)),
        ];

    /// <summary>How many rows have each verdict and each outcome.</summary>
    public static Value Summary(IReadOnlyList<LedgerRow> rows)
    {
        var verdicts = Enum.GetValues<Verdict>().Select(v => (ContractWords.Of(v), Value.Integer(rows.Count(r => r.Verdict == v))));
        return Value.Record([("claims", Value.Integer(rows.Count)), .. verdicts]);
    }

    /// <summary>How many rows agree with the catalogue on the grid, contradict it, are undecided, or cannot be checked on a grid.</summary>
    public static Value Outcomes(IReadOnlyList<LedgerRow> rows)
        => Value.Record([.. Enum.GetValues<RowOutcome>().Select(o => (Word(o), Value.Integer(rows.Count(r => r.Outcome == o))))]);

    /// <summary>How many certificates were accepted, rejected, or not checked again.</summary>
    public static Value Certificates(IReadOnlyList<LedgerRow> rows)
        => Value.Record(
        [
            .. Enum.GetValues<CertificateOutcome>().Select(o => (
                o.ToString().ToLowerInvariant(), Value.Integer(rows.Sum(r => r.Certificates.Count(c => c.Outcome == o))))),
        ]);

    /// <summary>The word for what became of a row in a run.</summary>
    public static string Word(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Consistent => "consistent",
        RowOutcome.Contradicted => "contradicted",
        RowOutcome.Undecided => "undecided",
        _ => "not-checkable-on-grid",
    };

    private static string Summarise(IReadOnlyList<Evidence> evidence)
        => evidence.Count == 0
            ? "-"
            : string.Join(", ", evidence.GroupBy(e => e.Kind).Select(g => FormattableString.Invariant($"{ContractWords.Of(g.Key)} {g.Count()}")));
}
