using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Documents;

/// <summary>Every command shown in a document prints what the document says.</summary>
public sealed class DocumentTests
{
    private static readonly string[] Documents = ["README.md"];

    public static TheoryData<string, int> Commands()
    {
        var data = new TheoryData<string, int>();
        foreach (var block in Documents.SelectMany(ConsoleBlock.Read))
        {
            data.Add(block.Document, block.Line);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_in_document_prints_the_output_shown(string document, int line)
    {
        var block = ConsoleBlock.Read(document).Single(b => b.Line == line);
        var run = CommandLine.Run(block.Arguments());
        var printed = string.Join('\n', (run.Output + run.Error).Split('\n').Select(static l => l.TrimEnd())).TrimEnd();
        Assert.Equal(block.Output, printed);
    }

    [Fact]
    public void The_readme_shows_at_least_four_commands_and_stays_below_200_lines()
    {
        Assert.True(ConsoleBlock.Read("README.md").Count >= 4);
        Assert.True(File.ReadAllLines(Repository.PathOf("README.md")).Length < 200);
    }
}
