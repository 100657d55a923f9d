using System.CommandLine;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Policies;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>policy</c>: the explicit optimal policy on a finite outcome space.</summary>
internal sealed class PolicyCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _file = new("file")
    {
        Description = "Outcomes with probability, reward and perhaps old: JSON, or CSV by the name's ending; '-' reads standard input.",
    };

    private readonly Option<string?> _input = ExactOption.Create("--input", "auto|json|csv", "Format of the file (default auto: csv if the name ends so).");
    private readonly GrpoOptions _options;
    private readonly FormatOption _format;

    private PolicyCommand(Command command, CommandContext context)
    {
        _context = context;
        command.Add(_file);
        _options = new GrpoOptions(command, withReference: false);
        command.Add(_input);
        _format = new FormatOption(command, withDigits: true);
        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("policy", "The explicit optimal policy after one step on a finite outcome space.");
        _ = new PolicyCommand(command, context);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var file = parsed.GetValue(_file)!;
        var csv = ExactOption.ReadWord(parsed, _input, "auto", "json", "csv") switch
        {
            "csv" => true,
            "json" => false,
            _ => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase),
        };
        var given = _options.Read(parsed);
        var digits = _format.ReadDigits(parsed);
        var format = _format.Read(parsed);
        var step = new PolicyStep(PolicyTable.Read(file, csv, _context), given);
        var described = GrpoOptions.Describe(given with { Reference = step.Reference.Success });
        described.Add(("digits", Value.Integer(digits)));
        var sections = step.Report(digits);
        ReportWriter.Write(new Report("policy", described, sections), format, _context.Output);
        return step.IsDecided ? ExitCode.Holds : ExitCode.Inconclusive;
    }
}
