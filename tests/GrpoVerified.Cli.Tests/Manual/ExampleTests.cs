using System.CommandLine;
using GrpoVerified.Cli.Commands;
using GrpoVerified.Cli.Manual;

namespace GrpoVerified.Cli.Tests.Manual;

/// <summary>Every verb's help has an example, and it runs.</summary>
public sealed class ExampleTests
{
    internal static RootCommand Root() => CommandTree.Build(new CommandContext(Stream.Null, Stream.Null, TextWriter.Null, ErrorIsTerminal: false));

    [Fact]
    public void Every_verb_has_an_example_that_uses_it()
    {
        var verbs = Verb.All(Root());
        Assert.Equal(verbs.Select(v => v.Name).Order(StringComparer.Ordinal), Examples.Verbs.Order(StringComparer.Ordinal));
        Assert.All(verbs, v => Assert.Contains(v.Example, l => l.Contains("grpo-verified " + v.Name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("prove")]
    [InlineData("conformance init")]
    public void The_help_shows_the_example(string verb)
    {
        var help = CommandLine.Run([.. verb.Split(' '), "--help"]);
        Assert.Equal(ExitCode.Holds, help.ExitCode);
        Assert.EndsWith($"Example:\n  {string.Join("\n  ", Examples.Of(verb))}\n\n", help.Output, StringComparison.Ordinal);
    }

    [ToolFact("python3")]
    public void Every_example_runs_in_a_shell_and_ends_well()
    {
        var folder = Directory.CreateTempSubdirectory("grpo-examples-").FullName;
        var commands = Directory.CreateTempSubdirectory("grpo-commands-").FullName;
        try
        {
            Programs.Install(commands);
            foreach (var verb in Examples.Verbs)
            {
                Programs.Succeed(folder, commands, "bash", "-e", "-o", "pipefail", "-c", string.Join('\n', Examples.Of(verb)));
            }

            string[] files = ["mine.cert.json", "orbit.svg", "map.svg", "map.csv", "report.html", "golden/vectors.json", "grpo-verified.bash", "grpo-verified.1"];
            Assert.All(files, f => Assert.True(new FileInfo(Path.Combine(folder, f)).Length > 0, f));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(commands, recursive: true);
        }
    }
}
