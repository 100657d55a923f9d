using GrpoVerified.Conjectures.Functions;

namespace GrpoVerified.Conjectures.Tests;

/// <summary>docs/claim-language.md lists the functions as they are.</summary>
public sealed class LanguagePageTests
{
    [Fact]
    public void The_page_lists_every_function_with_its_meaning_and_no_other()
    {
        var listed = File.ReadAllLines(Path.Combine(Root(), "docs", "claim-language.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            FunctionTable.All.Select(f => $"| `{f.Usage}` | {f.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |"),
            listed);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GrpoVerified.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
