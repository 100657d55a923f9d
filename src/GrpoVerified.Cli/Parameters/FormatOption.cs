using System.CommandLine;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Parameters;

/// <summary>The options that shape the output of every command: <c>--format</c> and <c>--digits</c>.</summary>
internal sealed class FormatOption
{
    /// <summary>Most digits a command prints.</summary>
    public const int MaxDigits = 1_000_000;

    private readonly Option<string?> _format;
    private readonly Option<string?>? _digits;
    private readonly string[] _words;

    /// <summary>Adds the options to a command.</summary>
    public FormatOption(Command command, bool withDigits, bool withLines = false, bool withCsv = false)
    {
        _words = ["table", "json", "markdown", .. withLines ? (string[])["jsonl"] : [], .. withCsv ? (string[])["csv"] : []];
        _format = ExactOption.Create("--format", string.Join('|', _words), "How to write the result (default table).");
        command.Add(_format);
        if (withDigits)
        {
            _digits = ExactOption.Create("--digits", "n", "Significant digits, correctly rounded (default 30).");
            command.Add(_digits);
        }
    }

    /// <summary>The format asked for.</summary>
    public ReportFormat Read(ParseResult parsed) => ExactOption.ReadWord(parsed, _format, _words) switch
    {
        "json" => ReportFormat.Json,
        "markdown" => ReportFormat.Markdown,
        "jsonl" => ReportFormat.JsonLines,
        "csv" => ReportFormat.Csv,
        _ => ReportFormat.Table,
    };

    /// <summary>The digits asked for.</summary>
    public int ReadDigits(ParseResult parsed)
        => _digits is null ? 30 : ExactOption.ReadInteger(parsed, _digits, 1, MaxDigits, 30);
}
