using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Documents;

/// <summary>docs/how-to/use-the-oracle.md: the programs on the page, run as they stand, print what the page says.</summary>
public sealed class OracleHowToTests : IDisposable
{
    private const string Page = "docs/how-to/use-the-oracle.md";
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-oracle-").FullName;

    public OracleHowToTests() => Programs.Install(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ToolFact("python3")]
    public void The_Python_program_prints_what_the_page_shows()
    {
        var (program, output) = Snippet("python");
        File.WriteAllText(Path.Combine(_folder, "ask.py"), program);
        Assert.Equal(output, Run("python3", "ask.py"));
    }

    [ToolFact("gcc")]
    public void The_C_program_prints_what_the_page_shows()
    {
        var (program, output) = Snippet("c");
        File.WriteAllText(Path.Combine(_folder, "ask.c"), program);
        Assert.Equal(string.Empty, Run("gcc", "-O2", "-Wall", "-Wextra", "ask.c", "-o", "ask"));
        Assert.Equal(output, Run(Path.Combine(_folder, "ask")));
    }

    // The block in a language, and the text block that follows it.
    private static (string Program, string Output) Snippet(string language)
    {
        var page = File.ReadAllText(Repository.PathOf(Page));
        var (program, end) = Block(page, language, 0);
        return (program, Block(page, "text", end).Text);
    }

    private static (string Text, int End) Block(string page, string language, int from)
    {
        var opening = $"```{language}\n";
        var start = page.IndexOf(opening, from, StringComparison.Ordinal) + opening.Length;
        Assert.True(start >= opening.Length, $"{Page} has no block in {language}");
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        return (page[start..end], end);
    }

    private string Run(string program, params string[] arguments) => Programs.Succeed(_folder, _folder, program, arguments);
}
