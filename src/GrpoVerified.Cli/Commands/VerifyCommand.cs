using System.CommandLine;
using System.Text;
using GrpoVerified.Claims;
using GrpoVerified.Cli.Ledger;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>verify</c>: evaluates every claim on a parameter grid, on request checks certificates and runs Coq, and prints the ledger.</summary>
internal sealed class VerifyCommand
{
    private readonly CommandContext _context;
    private readonly Option<string?> _grid = ExactOption.Create("--grid", "file", "CSV or JSON of p_ref, beta, epsilon, variant, ... (default the built-in grid; '-' reads standard input).");
    private readonly Option<string?> _only = ExactOption.Create("--only", "list", "Claims or groups, as in F10,C (default all).");
    private readonly Option<string?> _level = ExactOption.Create("--level", "grid|full", "full adds the certificates, each checked anew, and Coq where coqc is present (default grid).");
    private readonly FormatOption _format;

    private VerifyCommand(Command command, CommandContext context)
    {
        _context = context;
        command.Add(_grid);
        command.Add(_only);
        command.Add(_level);
        _format = new FormatOption(command, withDigits: false);
        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("verify", "The main job: every claim on a parameter grid, counterexamples certified anew, the ledger.");
        _ = new VerifyCommand(command, context);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var format = _format.Read(parsed);
        var claims = ClaimSelection.Read(parsed.GetValue(_only), "option --only");
        var grid = ReadGrid(parsed.GetValue(_grid));
        var rows = ProgressBar.Run(
            _context, "claims on the grid", LedgerRun.Units(claims, grid), (progress, cancellation) => LedgerRun.Evaluate(claims, grid, progress, cancellation));
        var full = ExactOption.ReadWord(parsed, _level, "grid", "full") is "full";
        var coq = full ? RunCoq() : new CoqRun(null, "not run; --level full runs it where coqc is present");
        rows = WithProofs(claims, rows, full, coq);
        List<(string, Value)> parameters =
        [
            ("grid", Value.Text(parsed.GetValue(_grid) ?? "built-in")), ("points", Value.Integer(grid.Count)), ("level", Value.Text(full ? "full" : "grid")),
        ];
        ReportWriter.Write(new Report("verify", parameters, Sections(rows, coq)), format, _context.Output);
        return rows.Any(r => r.Outcome == RowOutcome.Contradicted) ? ExitCode.Refuted
            : rows.Any(r => r.Outcome == RowOutcome.Undecided) ? ExitCode.Inconclusive
            : ExitCode.Holds;
    }

    private CoqRun RunCoq()
        => ProgressBar.Run(_context, "Coq (make in proofs/coq)", 1, (_, cancellation) => CoqRun.Start(cancellation));

    private IReadOnlyList<LedgerRow> WithProofs(IReadOnlyList<Claim> claims, IReadOnlyList<LedgerRow> rows, bool full, CoqRun coq)
    {
        if (!full)
        {
            return [.. rows.Select(LedgerEvidence.Archived)];
        }

        var results = ProgressBar.Run(
            _context, "certificates", CertificateChecks.Of(claims).Count, (progress, cancellation) => CertificateChecks.Run(claims, progress, cancellation));
        return [.. rows.Select(r => LedgerEvidence.Archived(r) with
        {
            Certificates = results.GetValueOrDefault(r.Claim.Id) ?? [],
            CoqChecked = r.Theorems.Count > 0 ? coq.Checked : null,
        })];
    }

    private static List<Section> Sections(IReadOnlyList<LedgerRow> rows, CoqRun coq)
    {
        List<Section> sections =
        [
            new Rows("claims", "ledger", LedgerText.Columns, rows.Select(LedgerText.Row)),
            new Field("summary", "verdicts", LedgerText.Summary(rows)),
            new Field("outcomes", "outcomes of this run", LedgerText.Outcomes(rows)),
            new Field("certificates", "certificates", LedgerText.Certificates(rows)),
            new Field("coq", "Coq", Value.Text(coq.Text)),
        ];
        var open = rows.SelectMany(Open).ToList();
        if (open.Count > 0)
        {
            sections.Add(new Rows("open", "contradicted or undecided", ["id", "outcome", "what", "point"], open));
        }

        sections.Add(new Notes(
        [
            "a grid is not a proof: a check certified at every point says nothing between the points",
            coq.Checked is null
                ? "agreement within 10^-k is not equality; proved means an archived Coq theorem, which was not run again here"
                : "agreement within 10^-k is not equality; proved means a Coq theorem, compiled in this run or found compiled",
            "a certificate proves its own statement, which may be a part of the claim",
            "a row that is refuted as stated counts as consistent when its counterexample is certified anew",
        ]));
        return sections;
    }

    private static IEnumerable<IReadOnlyList<Value>> Open(LedgerRow row)
    {
        foreach (var tally in row.Tallies)
        {
            if (tally.Refuted > 0)
            {
                yield return Line(row, "contradicted", tally.Check.Text, tally.FirstRefuted);
            }

            if (tally.Undecided > 0)
            {
                yield return Line(row, "undecided", tally.Check.Text, tally.FirstUndecided);
            }
        }

        foreach (var rejected in row.Certificates.Where(c => c.Outcome == CertificateOutcome.Rejected))
        {
            yield return Line(row, "contradicted", $"the certificate {rejected.Certificate.File} is rejected: {rejected.Reason}", null);
        }

        foreach (var counterexample in row.Counterexamples.Where(c => !c.Outcome.IsCertain))
        {
            yield return Line(row, counterexample.Outcome.IsRefuted ? "contradicted" : "undecided", counterexample.Counterexample.Text, null);
        }
    }

    private static IReadOnlyList<Value> Line(LedgerRow row, string outcome, string what, string? point)
        => [Value.Text(row.Claim.Id), Value.Text(outcome), Value.Text(what), Value.Text(point)];

    private IReadOnlyList<GrpoParameters> ReadGrid(string? file)
    {
        if (file is null)
        {
            return DefaultGrid.Points;
        }

        using var stream = InputFile.Open(file, _context, "option --grid");
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return GridFile.Read(reader, InputFile.Display(file));
        }
        catch (GridFormatException e)
        {
            throw new UsageException(e.Message, string.Empty, string.Empty);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException("the grid is not valid UTF-8", InputFile.Display(file), "write the file as UTF-8");
        }
    }
}
