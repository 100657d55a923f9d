using System.CommandLine;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Conformance;

/// <summary>The formats of commands that find violations: those of every command, and SARIF and JUnit.</summary>
internal sealed class FindingFormat
{
    private static readonly string[] Words = ["table", "json", "markdown", "sarif", "junit"];

    private readonly Option<string?> _format = ExactOption.Create("--format", string.Join('|', Words), "How to write the result (default table).");

    /// <summary>Adds the option to a command.</summary>
    public FindingFormat(Command command) => command.Add(_format);

    /// <summary>The word asked for.</summary>
    public string Read(ParseResult parsed) => ExactOption.ReadWord(parsed, _format, Words);

    /// <summary>Writes a report, or its findings.</summary>
    /// <param name="word">What <see cref="Read"/> gave.</param>
    /// <param name="report">The facts.</param>
    /// <param name="findings">The same facts as findings.</param>
    /// <param name="subject">What they are about.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string word, Report report, IReadOnlyList<Finding> findings, string subject, Stream output)
    {
        switch (word)
        {
            case "sarif":
                SarifWriter.Write(findings, subject, output);
                break;
            case "junit":
                JunitWriter.Write(findings, subject, output);
                break;
            default:
                ReportWriter.Write(report, word switch { "json" => ReportFormat.Json, "markdown" => ReportFormat.Markdown, _ => ReportFormat.Table }, output);
                break;
        }
    }
}
