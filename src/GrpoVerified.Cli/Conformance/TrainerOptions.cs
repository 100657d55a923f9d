using System.CommandLine;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Properties.Process;

namespace GrpoVerified.Cli.Conformance;

/// <summary>The implementation under test: the words behind <c>--</c>, and how long it may take.</summary>
internal sealed class TrainerOptions
{
    private readonly Argument<string[]> _command = new("command")
    {
        Description = "The implementation: a program that speaks the protocol of docs/conformance-protocol.md, with its arguments, behind '--'.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _timeout = ExactOption.Create("--timeout", "seconds", "Longest time for one answer (default 10).");
    private readonly Option<string?> _startTimeout = ExactOption.Create("--start-timeout", "seconds", "Longest time from the start to the first answer (default 60).");

    /// <summary>Adds the options to a command.</summary>
    public TrainerOptions(Command command)
    {
        command.Add(_command);
        command.Add(_timeout);
        command.Add(_startTimeout);
    }

    /// <summary>Whether a command is given.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_command) is { Length: > 0 };

    /// <summary>Starts the implementation.</summary>
    public ProcessTrainer Start(ParseResult parsed)
    {
        var verb = CommandContext.ToolName + " " + parsed.CommandResult.Command.Name;
        if (parsed.GetValue(_command) is not [var file, .. var arguments])
        {
            throw new UsageException("no implementation to try", verb, $"put its command behind '--', as in: {verb} -- python3 my_trainer.py");
        }

        var command = new TrainerCommand(file, arguments)
        {
            Timeout = Seconds(parsed, _timeout, 10),
            StartTimeout = Seconds(parsed, _startTimeout, 60),
        };
        try
        {
            return ProcessTrainer.Start(command);
        }
        catch (TrainerCommandException e)
        {
            throw new UsageException(e.Message, verb, "run the command by itself; the protocol is in docs/conformance-protocol.md");
        }
    }

    private static TimeSpan Seconds(ParseResult parsed, Option<string?> option, int byDefault)
    {
        var seconds = ExactOption.Read(parsed, option) ?? byDefault;
        return seconds.Sign > 0 && seconds <= 86_400
            ? TimeSpan.FromSeconds(seconds.ToDouble())
            : throw new UsageException($"{seconds} seconds", "option " + option.Name, "give a positive number of seconds, at most a day");
    }
}
