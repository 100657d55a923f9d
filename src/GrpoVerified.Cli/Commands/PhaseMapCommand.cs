using System.CommandLine;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.PhaseMaps;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Cli.Shards;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.PhaseMaps;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>phase-map</c>: the certified regime at every point of a grid over p_ref, beta and epsilon.</summary>
internal sealed class PhaseMapCommand
{
    private const int MostCells = 100_000_000;

    private readonly CommandContext _context;
    private readonly Option<string?> _reference = ExactOption.Create("--p-ref", "values", "A list 1/100,1/10 or a range FROM:TO:COUNT or FROM:TO:COUNT:log (default 1/10000:1/2:32:log).");
    private readonly Option<string?> _beta = ExactOption.Create("--beta", "values", "KL coefficients, written like --p-ref (default 1/5:10:24:log).");
    private readonly Option<string?> _epsilon = ExactOption.Create("--epsilon", "values", "Smoothing, written like --p-ref (default 1/1000).");
    private readonly Option<string?> _out = ExactOption.Create("--out", "file", "Write the result to a file; finished cells are kept beside it, in FILE.cells, until it is complete.");
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with an interrupted run of the same command (needs --out)." };
    private readonly Option<string?> _shard = Shard.Option();
    private readonly GrpoOptions _convention;
    private readonly FormatOption _format;
    private readonly PlotOption _plot;

    private PhaseMapCommand(Command command, CommandContext context)
    {
        _context = context;
        foreach (var option in (Option[])[_reference, _beta, _epsilon, _out, _resume, _shard])
        {
            command.Add(option);
        }

        _convention = new GrpoOptions(command, withPoint: false);
        _format = new FormatOption(command, withDigits: true, withCsv: true);
        _plot = new PlotOption(command);
        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("phase-map", "The certified regime, or undecided, at every point of a grid over p_ref, beta and epsilon.");
        _ = new PhaseMapCommand(command, context);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var format = _format.Read(parsed);
        var grid = ReadGrid(parsed);
        var summary = new PhaseSummary();
        var path = parsed.GetValue(_out);
        if (path is null && parsed.GetValue(_resume))
        {
            throw new UsageException("nothing to go on with", "option --resume", "give the file of the interrupted run with --out");
        }

        if (Shard.Read(parsed, _shard) is { } shard)
        {
            return ShardReport.Run(_context, parsed, shard, path, PhaseShards.Fact(grid), file => PhaseShards.Run(_context, grid, shard, file), format == ReportFormat.Csv ? ReportFormat.Table : format);
        }

        var drawn = _plot.IsAsked(parsed) ? new List<PhaseCell>() : null;
        IEnumerable<PhaseCell> Watched(IEnumerable<PhaseCell> cells)
        {
            foreach (var cell in cells)
            {
                summary.Add(cell);
                drawn?.Add(cell);
                yield return cell;
            }
        }

        if (path is null)
        {
            ProgressBar.Run(_context, "cells", (int)grid.Count, (progress, cancellation) =>
            {
                ReportWriter.Write(PhaseReport.Of(grid, Watched(PhaseRun.Counted(PhaseSweep.Run(grid, PhaseRun.All(grid), cancellation), progress)), summary), format, _context.Output);
                return true;
            });
        }
        else
        {
            OutputFolder.Require(path, "option --out");
            PhaseRun.Into(_context, grid, path, parsed.GetValue(_resume), cells => WriteFile(path, PhaseReport.Of(grid, Watched(cells), summary), format));
            ReportWriter.Write(new Report("phase-map", PhaseReport.Parameters(grid), [new Field("file", "file", Value.Text(path)), summary.Section()]), format == ReportFormat.Csv ? ReportFormat.Table : format, _context.Output);
        }

        _plot.Write(parsed, () => PhaseDiagram.Of(grid, drawn!));
        return summary.Undecided > 0 ? ExitCode.Inconclusive : ExitCode.Holds;
    }

    private static void WriteFile(string path, Report report, ReportFormat format)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        ReportWriter.Write(report, format, file);
    }

    private PhaseGrid ReadGrid(ParseResult parsed)
    {
        var grid = new PhaseGrid(
            _convention.ReadConvention(parsed),
            ReadAxis(parsed, _epsilon, "1/1000"), ReadAxis(parsed, _beta, "1/5:10:24:log"), ReadAxis(parsed, _reference, "1/10000:1/2:32:log"), _format.ReadDigits(parsed));
        if (grid.Count > MostCells)
        {
            throw new UsageException($"the grid has {grid.Count} cells, more than {MostCells}", "options --p-ref, --beta, --epsilon", "ask for fewer values");
        }

        return grid.FirstFault() is { } fault ? throw new UsageException(fault, "options --p-ref, --beta, --epsilon", string.Empty) : grid;
    }

    private static IReadOnlyList<Rational> ReadAxis(ParseResult parsed, Option<string?> option, string ifAbsent)
        => AxisRange.TryRead(parsed.GetValue(option) ?? ifAbsent, out var values) is { } fault
            ? throw new UsageException(fault, "option " + option.Name, "give a list such as 1/100,1/10 or a range such as 1/1000:1/2:20:log")
            : values;
}
