using System.CommandLine;
using GrpoVerified.Claims;
using GrpoVerified.Cli.Ledger;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>claims</c>: the catalogue with its archived evidence; nothing is evaluated.</summary>
internal static class ClaimsCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("claims", "All claims with their archived evidence; evaluates nothing.");
        var only = ExactOption.Create("--only", "list", "Claims or groups, as in F10,C (default all).");
        var ledger = ExactOption.Create("--ledger", "file", "Write the ledger as a Markdown page to a file instead.");
        var paper = ExactOption.Create("--paper", "file", "Write the page \"What the paper says and what is true\" (Markdown) to a file instead.");
        command.Add(only);
        command.Add(ledger);
        command.Add(paper);
        var format = new FormatOption(command, withDigits: false);
        command.SetAction(parsed =>
        {
            var chosen = ClaimSelection.Read(parsed.GetValue(only), "option --only");
            if (parsed.GetValue(ledger) is { } page)
            {
                File.WriteAllText(page, LedgerPage.Write(chosen));
                return ExitCode.Holds;
            }

            if (parsed.GetValue(paper) is { } comparison)
            {
                File.WriteAllText(comparison, PaperPage.Write());
                return ExitCode.Holds;
            }

            LedgerRow[] rows = [.. chosen.Select(LedgerEvidence.Row)];
            List<Section> sections =
            [
                new Rows("claims", "claims", ["id", "expected", "verdict", "title", "source", "evidence"], rows.Select(Row)),
                new Field("summary", "summary", LedgerText.Summary(rows)),
                new Notes(["verdicts rest on archived Coq theorems alone here; 'verify' adds grids and certifies the counterexamples anew, 'verify --level full' checks certificates and runs Coq"]),
            ];
            ReportWriter.Write(new Report("claims", [], sections), format.Read(parsed), context.Output);
            return ExitCode.Holds;
        });
        return command;
    }

    private static IReadOnlyList<Value> Row(LedgerRow row)
    {
        var cells = LedgerText.Row(row);
        return [cells[0], Value.Text(Word(row.Claim.Expected)), cells[1], cells[3], Value.Text(row.Claim.Source), cells[4]];
    }

    /// <summary>The word for what the catalogue expects.</summary>
    public static string Word(CatalogueStatus status) => status switch
    {
        CatalogueStatus.True => "true",
        CatalogueStatus.TrueOnDomain => "true-on-domain",
        _ => "false-as-stated",
    };
}
