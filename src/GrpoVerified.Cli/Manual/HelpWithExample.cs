using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GrpoVerified.Cli.Manual;

/// <summary>The help of a verb, and its example below.</summary>
internal sealed class HelpWithExample(SynchronousCommandLineAction plain) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Replaces the help of a command line.</summary>
    public static void Use(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((SynchronousCommandLineAction)help.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parsed)
    {
        var code = plain.Invoke(parsed);
        var example = Examples.Of(Verb.NameOf(parsed.CommandResult.Command));
        if (example.Count > 0)
        {
            var output = parsed.InvocationConfiguration.Output;
            output.Write(string.Concat(example.Select(l => $"  {l}\n").Prepend("Example:\n").Append("\n")));
        }

        return code;
    }
}
