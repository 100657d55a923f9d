using System.CommandLine;
using GrpoVerified.Arithmetic;
using GrpoVerified.Claims;
using GrpoVerified.Cli.Ledger;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports.Page;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>report --out FILE.html</c>: everything in one page that needs no network.</summary>
internal sealed class ReportCommand
{
    private readonly CommandContext _context;
    private readonly Option<string?> _out = ExactOption.Create("--out", "file.html", "The page to write.");
    private readonly Option<string?> _reference = ExactOption.Create("--p-ref", "number", "The point whose dynamics are shown (default 1/200).");
    private readonly Option<string?> _beta = ExactOption.Create("--beta", "number", "Its KL coefficient (default 9/5).");
    private readonly Option<string?> _epsilon = ExactOption.Create("--epsilon", "number", "Its smoothing (default 1/1000).");
    private readonly Option<string?> _level = ExactOption.Create("--level", "archived|grid", "archived: the ledger with its archived evidence, counterexamples certified anew (default); grid: every claim on the built-in grid too.");

    private ReportCommand(Command command, CommandContext context)
    {
        _context = context;
        foreach (var option in (Option[])[_out, _reference, _beta, _epsilon, _level])
        {
            command.Add(option);
        }

        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("report", "One self-contained HTML page: the ledger with its evidence, and pictures of the dynamics and of the conventions of trainers.");
        _ = new ReportCommand(command, context);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetValue(_out) ?? throw new UsageException("option '--out' is missing", CommandContext.ToolName + " report", "add --out <file.html>");
        if (!path.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"{UsageException.Quote(path)} is not the name of an HTML file", "option --out", "end it in .html");
        }

        OutputFolder.Require(path, "option --out");
        var parameters = GrpoParameters.Of(Number(parsed, _reference, "1/200"), Number(parsed, _beta, "9/5"), Number(parsed, _epsilon, "1/1000")).Validated();
        var isGrid = ExactOption.ReadWord(parsed, _level, "archived", "grid") is "grid";
        IReadOnlyList<GrpoParameters> grid = isGrid ? DefaultGrid.Points : [];
        var rows = ProgressBar.Run(
            _context, "claims", LedgerRun.Units(ClaimCatalogue.All, grid), (progress, cancellation) => LedgerRun.Evaluate(ClaimCatalogue.All, grid, progress, cancellation));
        var page = new ReportPage(parameters, [.. rows.Select(LedgerEvidence.Archived)], Application.Version);
        File.WriteAllText(path, ProgressBar.Run(_context, "cells", (int)page.Cells, (progress, cancellation) => page.Write(progress, cancellation)));
        ReportWriter.Write(new Report("report", [("out", Value.Text(path))], [new Field("bytes", "bytes", Value.Integer(new FileInfo(path).Length))]), ReportFormat.Table, _context.Output);
        return ExitCode.Holds;
    }

    private static Rational Number(ParseResult parsed, Option<string?> option, string ifAbsent) => ExactOption.Read(parsed, option) ?? Rational.Parse(ifAbsent);
}
