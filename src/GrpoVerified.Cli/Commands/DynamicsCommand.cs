using System.CommandLine;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Commands;

/// <summary>What the commands on the dynamics share: one point of the theory, digits, a format, a report.</summary>
internal abstract class DynamicsCommand
{
    private readonly CommandContext _context;
    private readonly GrpoOptions _options;
    private readonly FormatOption _format;
    private readonly PlotOption _plot;

    /// <summary>Equips a command.</summary>
    protected DynamicsCommand(Command command, CommandContext context)
    {
        _context = context;
        _options = new GrpoOptions(command);
        _format = new FormatOption(command, withDigits: true);
        _plot = new PlotOption(command);
        command.SetAction(Run);
    }

    /// <summary>Parameters beyond the point of the theory, as the report states them.</summary>
    protected virtual IEnumerable<(string Name, Value Value)> ReadOwn(ParseResult parsed) => [];

    /// <summary>The facts; the exit code they imply.</summary>
    protected abstract (IReadOnlyList<Section> Sections, int ExitCode) Find(GrpoParameters parameters, int digits);

    /// <summary>The picture for <c>--plot</c>.</summary>
    protected abstract Figure Draw(GrpoParameters parameters);

    private int Run(ParseResult parsed)
    {
        var parameters = _options.Read(parsed).Validated();
        var digits = _format.ReadDigits(parsed);
        var format = _format.Read(parsed);
        List<(string, Value)> described = [.. GrpoOptions.Describe(parameters), .. ReadOwn(parsed), ("digits", Value.Integer(digits))];
        _plot.Write(parsed, () => Draw(parameters));
        var (sections, code) = Find(parameters, digits);
        ReportWriter.Write(new Report(parsed.CommandResult.Command.Name, described, sections), format, _context.Output);
        return code;
    }
}
