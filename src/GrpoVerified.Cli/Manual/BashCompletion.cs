using System.Text;

namespace GrpoVerified.Cli.Manual;

/// <summary>Completion for bash.</summary>
internal static class BashCompletion
{
    /// <summary>The script.</summary>
    public static string Write(IReadOnlyList<Verb> verbs)
    {
        var text = new StringBuilder();
        text.Append($$"""
            # Completion of grpo-verified for bash, written by: grpo-verified completions bash
            _grpo_verified() {
              local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]} options= words= i
              COMPREPLY=()
              if ((COMP_CWORD == 1)); then
                COMPREPLY=($(compgen -W '{{Words(verbs.Select(v => v.Name).Where(n => !n.Contains(' ', StringComparison.Ordinal)))}} --help --version' -- "$current"))
                return
              fi
              # What stands behind -- is another program's.
              for ((i = 2; i < COMP_CWORD; i++)); do
                [[ ${COMP_WORDS[i]} == -- ]] && return
              done
              ((COMP_CWORD > 2)) && case "$verb ${COMP_WORDS[2]}" in

            """);
        foreach (var verb in verbs.Where(v => v.Name.Contains(' ', StringComparison.Ordinal)))
        {
            text.Append($"    '{verb.Name}') verb='{verb.Name}' ;;\n");
        }

        text.Append("  esac\n  case $verb in\n");
        foreach (var verb in verbs)
        {
            var below = verbs.Where(v => v.Name.StartsWith(verb.Name + " ", StringComparison.Ordinal)).Select(v => v.Name[(verb.Name.Length + 1)..]);
            text.Append($"    '{verb.Name}')\n      options='{Words(verb.Options.Select(o => o.Name))} --help' words='{Words(below.Concat(verb.Arguments.SelectMany(a => a.Words)))}'\n      case $previous in\n");
            foreach (var option in verb.Options.Where(o => o.Kind == ValueKind.Words))
            {
                text.Append($"        {option.Name}) COMPREPLY=($(compgen -W '{Words(option.Words)}' -- \"$current\")); return ;;\n");
            }

            // No answer: the shell completes names of files.
            var others = verb.Options.Where(o => o.Kind is ValueKind.Path or ValueKind.Text).Select(o => o.Name).ToList();
            text.Append(others.Count > 0 ? $"        {string.Join('|', others)}) return ;;\n" : string.Empty).Append("      esac ;;\n");
        }

        return text.Append("""
              esac
              if [[ $current == -* ]]; then words=$options; fi
              COMPREPLY=($(compgen -W "$words" -- "$current"))
            }
            complete -o default -F _grpo_verified grpo-verified

            """).ToString();
    }

    private static string Words(IEnumerable<string> words) => string.Join(' ', words);
}
