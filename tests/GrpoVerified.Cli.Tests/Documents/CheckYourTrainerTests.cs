using System.Text.RegularExpressions;
using GrpoVerified.Cli.Tests.Conformance;
using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Documents;

/// <summary>docs/how-to/check-your-trainer.md: its commands in order print what the page says, its scripts and its workflow run.</summary>
public sealed class CheckYourTrainerTests : IDisposable
{
    private const string Page = "docs/how-to/check-your-trainer.md";

    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-check-").FullName;

    private readonly string _tools = Directory.CreateTempSubdirectory("grpo-tools-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_tools, recursive: true);
    }

    [PythonTheory("json")]
    [InlineData(Page)]
    public void Commands_scripts_and_workflow_do_what_the_page_says(string page)
    {
        var blocks = Blocks(page);
        Assert.Equal(6, blocks.Count(b => b.Language is "console"));
        foreach (var (command, output) in blocks.Where(b => b.Language is "console").SelectMany(b => Commands(b.Lines)))
        {
            var (_, printed) = Shell(command);
            Assert.Matches(Pattern(output), printed);
        }

        // The workflow's own step, after the tool is there.
        var workflow = string.Join('\n', blocks.Single(b => b.Language is "yaml").Lines);
        var steps = Regex.Matches(workflow, @"^      - run: (?<step>grpo-verified .*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        Assert.Equal(0, Shell(Assert.Single(steps).Groups["step"].Value).Code);
        Assert.Contains("\"2.1.0\"", File.ReadAllText(Path.Combine(_folder, "grpo.sarif")), StringComparison.Ordinal);
        var project = Regex.Match(workflow, "dotnet build grpo-verified/(?<path>[^ ]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Groups["path"].Value;
        Assert.True(Directory.Exists(Repository.PathOf(project)), $"the workflow builds {project}, which is not there");
        Assert.Contains($"grpo-verified/{project}/bin/Release/net10.0", workflow, StringComparison.Ordinal);

        var scripts = blocks.Where(b => b.Language is "sh").ToList();
        Assert.Equal(3, scripts.Count);
        Assert.All(scripts, s => Assert.Equal((0, s.Lines), (Shell(string.Join('\n', s.Lines)).Code, s.Lines)));
        Assert.Contains("<testsuite", File.ReadAllText(Path.Combine(_folder, "grpo.xml")), StringComparison.Ordinal);
        Assert.Matches("^summary: passed=[1-9][0-9]* failed=0 ", File.ReadLines(Path.Combine(_folder, "files.txt")).Last());
    }

    private sealed record Block(string Language, IReadOnlyList<string> Lines);

    private static List<Block> Blocks(string page)
    {
        var blocks = new List<Block>();
        List<string>? open = null;
        foreach (var line in File.ReadLines(Repository.PathOf(page)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (open is null)
                {
                    blocks.Add(new(line[3..], open = []));
                }
                else
                {
                    open = null;
                }
            }
            else
            {
                open?.Add(line);
            }
        }

        return blocks;
    }

    private static IEnumerable<(string Command, IReadOnlyList<string> Output)> Commands(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            Assert.StartsWith("$ ", lines[i], StringComparison.Ordinal);
            var output = lines.Skip(i + 1).TakeWhile(l => !l.StartsWith("$ ", StringComparison.Ordinal)).ToList();
            yield return (lines[i][2..], output);
            i += 1 + output.Count;
        }
    }

    private static string Pattern(IEnumerable<string> lines)
        => "^" + string.Join('\n', lines.Select(l => l is "…" ? @"(?s:.*?)" : Regex.Escape(l))).Replace("\n(?s:.*?)\n", "\n(?s:.*?\n)?", StringComparison.Ordinal).Replace("^(?s:.*?)\n", "^(?s:.*?\n)?", StringComparison.Ordinal) + "\n*$";

    // The tool by its name, as on the page.
    private (int Code, string Output) Shell(string script)
    {
        Programs.Install(_tools);
        var (code, output, error) = Programs.Run(_folder, _tools, "sh", "-c", script);
        return (code, string.Join('\n', (output + error).Split('\n').Select(l => l.TrimEnd())));
    }
}
