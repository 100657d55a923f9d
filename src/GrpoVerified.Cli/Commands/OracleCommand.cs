using System.CommandLine;
using GrpoVerified.Cli.Oracle;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>oracle</c>: certified values on request, JSON Lines on standard input and output.</summary>
internal static class OracleCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("oracle", "Certified values on request: JSON Lines on stdin, one answer per line on stdout (docs/oracle-protocol.md).");
        var list = new Option<bool>("--list") { Description = "List the quantities instead of reading requests." };
        command.Add(list);
        var format = new FormatOption(command, withDigits: false);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(list))
            {
                var rows = OracleSession.Quantities.Values.Select(q => (IReadOnlyList<Value>)
                [
                    Value.Text(q.Name), Value.List(q.Required.Select(Value.Text)), Value.List(q.Optional.Select(Value.Text)), Value.Text(q.Meaning),
                ]);
                ReportWriter.Write(
                    new Report("oracle", [], [new Rows("quantities", "quantities", ["quantity", "required", "optional", "meaning"], rows)]), format.Read(parsed), context.Output);
            }
            else
            {
                OracleSession.Run(context.Input, context.Output);
            }

            return ExitCode.Holds;
        });
        return command;
    }
}
