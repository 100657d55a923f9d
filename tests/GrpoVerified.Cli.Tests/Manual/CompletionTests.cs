namespace GrpoVerified.Cli.Tests.Manual;

/// <summary>The shells themselves complete verbs, options and words.</summary>
public sealed class CompletionTests : IDisposable
{
    private static readonly (string Typed, string Completed)[] Cases =
    [
        ("vect", "vectors"), ("prove --emit", "--emit-coq"), ("prove --format markd", "markdown"), ("conformance in", "init"),
        ("conformance init --language cs", "csharp"), ("audit --profile trl-dr", "trl-dr-grpo"), ("explain GRPO2001", "GRPO2001"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-completions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Script(string shell)
    {
        var run = CommandLine.Run("completions", shell);
        Assert.Equal(ExitCode.Holds, run.ExitCode);
        var path = Path.Combine(_folder, "grpo-verified." + shell);
        File.WriteAllText(path, run.Output);
        return path;
    }

    [ToolFact("bash")]
    public void Bash_completes()
    {
        var ask = $". {Script("bash")}; shift 0; COMP_WORDS=(grpo-verified \"$@\"); COMP_CWORD=$#; _grpo_verified; echo \"${{COMPREPLY[*]}}\"";
        Assert.All(Cases, c => Assert.Equal(c.Completed + "\n", Programs.Succeed(_folder, null, "bash", ["-c", ask, "bash", .. c.Typed.Split(' ')])));

        // Behind -- is another program's command line.
        Assert.Equal("\n", Programs.Succeed(_folder, null, "bash", "-c", ask, "bash", "conformance", "--", "--form"));
    }

    [ToolFact("fish")]
    public void Fish_completes()
    {
        var script = Script("fish");
        Assert.All(Cases, c => Assert.Contains(c.Completed, Programs.Succeed(_folder, null, "fish", "--no-config", "-c", $"source {script}; complete -C 'grpo-verified {c.Typed}'").Split('\n').Select(l => l.Split('\t')[0])));
    }

    // A terminal of its own, in which the tabulator is typed: only after the prompt, since before it the line is not zsh's.
    [ToolFact("zsh")]
    public void Zsh_completes()
    {
        var talk = $$"""
            zmodload zsh/zpty
            zpty z zsh -f -i
            zpty -w z 'PS1="rea""dy> "; PS2=; autoload -Uz compinit; compinit -u -D; source {{Script("zsh")}}; print loa""ded'
            zpty -r -m z line '*loaded*ready> *'
            for typed in "$@"; do
              zpty -w -n z "grpo-verified $typed"$'\t\x15'
              zpty -w z 'print do""ne'
              zpty -r -m z line '*done*ready> *'
              all+=$line
            done
            print -r -- "$all"
            """;
        var printed = Programs.Succeed(_folder, null, "zsh", ["-f", "-c", talk, "zsh", .. Cases.Select(c => c.Typed)]);

        // The bell rings between what was typed and what was added.
        printed = printed.Replace("\a", string.Empty, StringComparison.Ordinal);
        Assert.All(Cases, c => Assert.Contains(c.Completed, printed, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_shell_is_one_clear_line()
        => CommandLine.Run("completions", "tcsh").IsOneLineUsageError("tcsh", "bash, zsh, fish");
}
