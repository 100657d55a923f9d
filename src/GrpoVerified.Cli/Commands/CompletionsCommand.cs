using System.CommandLine;
using System.Text;
using GrpoVerified.Cli.Manual;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>completions SHELL</c>: what a shell needs to complete verbs, options and words.</summary>
internal static class CompletionsCommand
{
    private static readonly (string Name, Func<IReadOnlyList<Verb>, string> Write)[] Shells = [("bash", BashCompletion.Write), ("zsh", ZshCompletion.Write), ("fish", FishCompletion.Write)];

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("completions", "Completion of verbs, options and words for a shell, on standard output.");
        var shell = new Argument<string>("shell") { Description = $"One of {string.Join(", ", Shells.Select(s => s.Name))}." };
        shell.CompletionSources.Add(_ => Shells.Select(s => new System.CommandLine.Completions.CompletionItem(s.Name)));
        command.Add(shell);
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(shell)!;
            var write = Array.Find(Shells, s => string.Equals(s.Name, name, StringComparison.Ordinal)).Write
                ?? throw new UsageException($"no shell {UsageException.Quote(name)}", "argument shell", $"choose one of {string.Join(", ", Shells.Select(s => s.Name))}");
            context.Output.Write(Encoding.UTF8.GetBytes(write(Verb.All(CommandTree.Build(context)))));
            return ExitCode.Holds;
        });
        return command;
    }
}
