using System.Text;

namespace GrpoVerified.Cli.Manual;

/// <summary>Completion for zsh: a function for a folder of its <c>fpath</c>, or to be sourced after <c>compinit</c>.</summary>
internal static class ZshCompletion
{
    /// <summary>The script.</summary>
    public static string Write(IReadOnlyList<Verb> verbs)
    {
        var text = new StringBuilder("""
            #compdef grpo-verified
            # Completion of grpo-verified for zsh, written by: grpo-verified completions zsh
            _grpo_verified() {
              local -a verbs
              if (( CURRENT == 2 )); then
                verbs=(

            """);
        foreach (var verb in verbs.Where(v => !v.Name.Contains(' ', StringComparison.Ordinal)))
        {
            text.Append($"      {Quoted($"{verb.Name}:{verb.Description.Replace(":", "\\:", StringComparison.Ordinal)}")}\n");
        }

        text.Append("""
                )
                _describe verb verbs
                _arguments '--help[Show help]' '--version[Show the version]'
                return
              fi
              shift words
              (( CURRENT-- ))

            """);
        foreach (var verb in verbs.Where(v => v.Name.Contains(' ', StringComparison.Ordinal)))
        {
            var parts = verb.Name.Split(' ');
            text.Append($"  if (( CURRENT > 2 )) && [[ ${{words[1]}} == {parts[0]} && ${{words[2]}} == {parts[1]} ]]; then\n    shift words\n    (( CURRENT-- ))\n    words[1]='{verb.Name}'\n  fi\n");
        }

        text.Append("  case ${words[1]} in\n");
        foreach (var verb in verbs)
        {
            var below = verbs.Where(v => v.Name.StartsWith(verb.Name + " ", StringComparison.Ordinal)).Select(v => v.Name[(verb.Name.Length + 1)..]).ToList();
            text.Append($"    '{verb.Name}') _arguments");
            foreach (var option in verb.Options)
            {
                var value = option.Kind == ValueKind.None ? string.Empty : $":{Escaped(option.Value)}:{Action(option)}";
                text.Append(" \\\n      ").Append(Quoted($"{option.Name}[{Escaped(option.Description)}]{value}"));
            }

            foreach (var argument in verb.Arguments.Take(1))
            {
                var words = below.Count > 0 ? $"({string.Join(' ', below)})" : Action(argument);
                text.Append(" \\\n      ").Append(Quoted($"*:{Escaped(argument.Name)}:{words}"));
            }

            text.Append(" \\\n      '--help[Show help]' ;;\n");
        }

        return text.Append("""
              esac
            }
            if [[ ${funcstack[1]} == _grpo-verified ]]; then _grpo_verified "$@"; else compdef _grpo_verified grpo-verified; fi

            """).ToString();
    }

    private static string Action(VerbWord word) => word.Kind switch
    {
        ValueKind.Words => $"({string.Join(' ', word.Words)})",
        ValueKind.Path => "_files",
        _ => " ",
    };

    private static string Escaped(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);

    private static string Quoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
