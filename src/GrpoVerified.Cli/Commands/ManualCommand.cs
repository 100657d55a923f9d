using System.CommandLine;
using System.Text;
using GrpoVerified.Cli.Manual;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>manual</c>: the manual page.</summary>
internal static class ManualCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("manual", "The manual page, for man: every verb with its options and an example.");
        command.SetAction(_ =>
        {
            var root = CommandTree.Build(context);
            context.Output.Write(Encoding.UTF8.GetBytes(ManualPage.Write(Verb.All(root), root.Description!)));
            return ExitCode.Holds;
        });
        return command;
    }
}
