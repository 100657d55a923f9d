using System.Text.RegularExpressions;
using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Frame;

/// <summary>The examples of the documents are run.</summary>
public sealed class DocumentTests
{
    private static string[] Blocks(string document)
        => [.. Regex.Matches(File.ReadAllText(Repository.PathOf(document)), "```\n(.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(m => m.Value[4..^3])];

    [Fact]
    public void Examples_of_the_input_formats_are_read()
    {
        var blocks = Blocks("docs/input-formats.md");
        Assert.Equal(3, blocks.Length);
        Assert.Equal(2, CommandLine.RunWith(blocks[0], "advantages", "-", "--format", "json").Json().GetProperty("groups").GetArrayLength());
        string[] policy = ["policy", "-", "--beta", "1", "--epsilon", "0", "--format", "json"];
        Assert.Equal(2, CommandLine.RunWith(blocks[1], policy).Json().GetProperty("outcomes").GetArrayLength());
        Assert.Equal("1/2", CommandLine.RunWith(blocks[2], [.. policy, "--input", "csv"]).Json().GetProperty("pOld").GetString());
    }

    [Fact]
    public void Examples_of_the_oracle_protocol_are_answered_as_printed()
    {
        var lines = Assert.Single(Blocks("docs/oracle-protocol.md")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var requests = string.Concat(lines.Where(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(l => l[2..] + "\n"));
        var answers = string.Concat(lines.Where(l => l.StartsWith("< ", StringComparison.Ordinal)).Select(l => l[2..] + "\n"));
        Assert.Equal(answers, CommandLine.RunWith(requests, "oracle").Output);
    }

    [Fact]
    public void The_command_line_document_names_every_verb_and_exit_code()
    {
        var text = File.ReadAllText(Repository.PathOf("docs/command-line.md"));
        var root = Commands.CommandTree.Build(new CommandContext(Stream.Null, Stream.Null, TextWriter.Null, ErrorIsTerminal: false));
        foreach (var verb in root.Subcommands)
        {
            Assert.Contains("`" + verb.Name, text, StringComparison.Ordinal);
        }

        foreach (var code in new[] { ExitCode.Holds, ExitCode.Refuted, ExitCode.Usage, ExitCode.Inconclusive, ExitCode.Internal, ExitCode.Interrupted, ExitCode.BrokenPipe })
        {
            Assert.Contains(FormattableString.Invariant($"| {code} |"), text, StringComparison.Ordinal);
        }
    }
}
