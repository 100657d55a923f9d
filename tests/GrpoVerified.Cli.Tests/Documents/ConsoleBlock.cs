using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Documents;

/// <summary>A command in a document's <c>console</c> block and the output that stands below it.</summary>
/// <param name="Document">File name.</param>
/// <param name="Line">Line number of the command, from 1.</param>
/// <param name="Command">The command without the prompt and the tool's name.</param>
/// <param name="Output">The lines below, joined by newlines.</param>
internal sealed record ConsoleBlock(string Document, int Line, string Command, string Output)
{
    private const string Prompt = "$ grpo-verified ";

    /// <summary>Every command of a document's console blocks.</summary>
    public static IReadOnlyList<ConsoleBlock> Read(string document)
    {
        var lines = File.ReadAllLines(Repository.PathOf(document));
        var blocks = new List<ConsoleBlock>();
        var inside = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                inside = string.Equals(lines[i], "```console", StringComparison.Ordinal);
            }
            else if (inside && lines[i].StartsWith(Prompt, StringComparison.Ordinal))
            {
                var end = i + 1;
                while (!lines[end].StartsWith("```", StringComparison.Ordinal) && !lines[end].StartsWith("$ ", StringComparison.Ordinal))
                {
                    end++;
                }

                blocks.Add(new(document, i + 1, lines[i][Prompt.Length..], string.Join('\n', lines[(i + 1)..end]).TrimEnd()));
            }
        }

        return blocks;
    }

    /// <summary>The command's words, split as a shell does for double quotes.</summary>
    public string[] Arguments()
        => [.. Command.Split('"').SelectMany(static (part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
