using System.CommandLine;
using System.CommandLine.Parsing;
using GrpoVerified.Cli.Manual;

namespace GrpoVerified.Cli;

/// <summary>Turns the parser's findings into one line, with the nearest known name where a name is unknown.</summary>
internal static class CommandLineErrors
{
    /// <summary>Throws the first finding, if there is one.</summary>
    public static void ThrowIfAny(ParseResult parsed)
    {
        if (parsed.Action is HelpWithExample)
        {
            return;
        }

        var command = parsed.CommandResult.Command;
        var verb = command is RootCommand ? CommandContext.ToolName : CommandContext.ToolName + " " + command.Name;
        var help = $"run '{verb} --help'";

        // A mistyped option must not pass for the name of a file or for a value.
        // What stands behind '--' belongs to somebody else's command line.
        if (parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).FirstOrDefault(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal)) is { } stray)
        {
            throw Unknown(command, stray.Value, verb, help);
        }

        if (parsed.Errors.Count == 0)
        {
            return;
        }

        if (parsed.UnmatchedTokens is [var token, ..])
        {
            throw Unknown(command, token, verb, help);
        }

        if (command is RootCommand && parsed.Tokens.Count == 0)
        {
            throw new UsageException("no command", CommandContext.ToolName, help);
        }

        throw new UsageException(Fact(parsed.Errors[0]), verb, help);
    }

    private static UsageException Unknown(Command command, string token, string verb, string help)
    {
        var isOption = token.StartsWith('-');
        var known = isOption
            ? command.Options.Select(option => option.Name)
            : command.Subcommands.Select(verbs => verbs.Name);
        var kind = isOption ? "option" : command is RootCommand ? "command" : "argument";
        var near = NearestName.Of(token, known);
        return new UsageException(
            $"unknown {kind} {UsageException.Quote(token)}",
            verb,
            near is null ? help : $"did you mean '{near}'? {help}");
    }

    private static string Fact(ParseError error)
    {
        var option = (error.SymbolResult as OptionResult)?.Option.Name;
        var given = (error.SymbolResult as OptionResult)?.Tokens.Count ?? 0;
        return option is null ? error.Message.TrimEnd('.')
            : given == 0 ? $"option '{option}' needs a value"
            : $"option '{option}' is given more than once";
    }
}
