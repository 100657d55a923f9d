using GrpoVerified.Cli.Commands;
using GrpoVerified.Cli.Manual;

namespace GrpoVerified.Cli.Tests.Frame;

/// <summary>A command line that begins with a verb builds that verb only, and the same one.</summary>
public sealed class CommandTreeTests
{
    private static readonly CommandContext Nowhere = new(Stream.Null, Stream.Null, TextWriter.Null, ErrorIsTerminal: false);

    [Fact]
    public void A_verb_is_built_alone_and_as_in_the_whole_tree()
    {
        Assert.All(CommandTree.Verbs, verb => Assert.Equal(verb.Name, verb.Build(Nowhere).Name));
        foreach (var (name, _) in CommandTree.Verbs)
        {
            var alone = CommandTree.BuildFor([name, "--digits", "3"], Nowhere);
            Assert.Equal(name, Assert.Single(alone.Subcommands).Name);
            Assert.Equal(Described(CommandTree.Build(Nowhere), name), Described(alone, name));
        }
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("fixed-point")]
    [InlineData("--version", "regime")]
    public void Anything_else_builds_every_verb(params string[] args)
        => Assert.Equal(CommandTree.Verbs.Count, CommandTree.BuildFor(args, Nowhere).Subcommands.Count);

    private static string[] Described(System.CommandLine.RootCommand root, string name)
        => [.. Verb.All(root).Where(v => v.Name.Split(' ')[0] == name).SelectMany(v => v.Options.Select(o => o.Name).Prepend(v.Name))];
}
