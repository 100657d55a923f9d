using System.CommandLine;
using System.CommandLine.Completions;

namespace GrpoVerified.Cli.Manual;

/// <summary>What a value is, for a shell that completes it.</summary>
internal enum ValueKind
{
    /// <summary>None: the option stands alone.</summary>
    None,

    /// <summary>Something that a shell cannot know.</summary>
    Text,

    /// <summary>One of some words.</summary>
    Words,

    /// <summary>A file or a folder.</summary>
    Path,
}

/// <summary>An option or an argument.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What the help calls its value; empty for none.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Words">The words, if it is one of some.</param>
internal sealed record VerbWord(string Name, string Value, string Description, ValueKind Kind, IReadOnlyList<string> Words)
{
    /// <summary>Of an option.</summary>
    public static VerbWord Of(Option option)
    {
        var value = option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? string.Empty : option.HelpName ?? "value";
        return Of(option.Name, value, option.Description, option.CompletionSources.Count > 0 && value.Length > 0 ? option.GetCompletions(CompletionContext.Empty) : []);
    }

    /// <summary>Of an argument.</summary>
    public static VerbWord Of(Argument argument)
        => Of(argument.Name, argument.Name, argument.Description, argument.CompletionSources.Count > 0 ? argument.GetCompletions(CompletionContext.Empty) : []);

    private static VerbWord Of(string name, string value, string? description, IEnumerable<CompletionItem> given)
    {
        IReadOnlyList<string> words = [.. given.Select(c => c.Label)];
        words = words.Count == 0 && value.Contains('|', StringComparison.Ordinal) ? value.Split('|') : words;
        var kind = value.Length == 0 ? ValueKind.None
            : words.Count > 0 ? ValueKind.Words
            : value.StartsWith("file", StringComparison.Ordinal) || value.StartsWith("dir", StringComparison.Ordinal) ? ValueKind.Path
            : ValueKind.Text;
        return new(name, value, description ?? string.Empty, kind, words);
    }
}

/// <summary>A verb, as the help, the completions and the manual page know it.</summary>
/// <param name="Name">One word, or two (<c>conformance init</c>).</param>
/// <param name="Description">What it does.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Options">Its options.</param>
/// <param name="Example">Lines of a shell.</param>
internal sealed record Verb(string Name, string Description, IReadOnlyList<VerbWord> Arguments, IReadOnlyList<VerbWord> Options, IReadOnlyList<string> Example)
{
    /// <summary>Every verb of a command line, in its order, one of two words behind the one of the first.</summary>
    public static IReadOnlyList<Verb> All(RootCommand root) => [.. root.Subcommands.SelectMany(c => Of(c, string.Empty))];

    /// <summary>The name of a command below the root.</summary>
    public static string NameOf(Command command)
        => command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? NameOf(parent) + " " + command.Name : command.Name;

    private static IEnumerable<Verb> Of(Command command, string before)
    {
        var name = before + command.Name;
        return command.Subcommands.SelectMany(c => Of(c, name + " ")).Prepend(
            new(name, command.Description ?? string.Empty, [.. command.Arguments.Where(a => !a.Hidden).Select(VerbWord.Of)], [.. command.Options.Where(o => !o.Hidden).Select(VerbWord.Of)], Examples.Of(name)));
    }
}
