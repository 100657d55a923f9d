using System.Text;

namespace GrpoVerified.Cli.Manual;

/// <summary>Completion for fish.</summary>
internal static class FishCompletion
{
    private const string Start = "complete -c grpo-verified";

    /// <summary>The script.</summary>
    public static string Write(IReadOnlyList<Verb> verbs)
    {
        var text = new StringBuilder("# Completion of grpo-verified for fish, written by: grpo-verified completions fish\n");
        text.Append($"{Start} -f\n{Start} -l help -d 'Show help'\n{Start} -n __fish_use_subcommand -l version -d 'Show the version'\n");
        foreach (var verb in verbs)
        {
            var parts = verb.Name.Split(' ');
            var before = parts.Length == 1 ? "__fish_use_subcommand" : $"__fish_seen_subcommand_from {parts[0]}; and not __fish_seen_subcommand_from {parts[1]}";
            var inside = string.Join("; and ", parts.Select(p => "__fish_seen_subcommand_from " + p));
            text.Append($"{Start} -n {Quoted(before)} -a {parts[^1]} -d {Quoted(verb.Description)}\n");
            foreach (var option in verb.Options)
            {
                var value = option.Kind switch
                {
                    ValueKind.None => string.Empty,
                    ValueKind.Path => " -r -F",
                    ValueKind.Words => $" -x -a {Quoted(string.Join(' ', option.Words))}",
                    _ => " -x",
                };
                text.Append($"{Start} -n {Quoted(inside)} -l {option.Name[2..]}{value} -d {Quoted(option.Description)}\n");
            }

            foreach (var argument in verb.Arguments.Where(a => a.Kind is ValueKind.Path or ValueKind.Words))
            {
                text.Append($"{Start} -n {Quoted(inside)}{(argument.Kind == ValueKind.Path ? " -F" : $" -a {Quoted(string.Join(' ', argument.Words))}")}\n");
            }
        }

        return text.ToString();
    }

    private static string Quoted(string text) => "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
}
