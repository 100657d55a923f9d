using GrpoVerified.Conjectures.Functions;
using GrpoVerified.TestKit;

namespace GrpoVerified.Conjectures.Tests;

/// <summary>docs/claim-language.md lists the functions as they are.</summary>
public sealed class LanguagePageTests
{
    [Fact]
    public void The_page_lists_every_function_with_its_meaning_and_no_other()
    {
        var listed = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "claim-language.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            FunctionTable.All.Select(f => $"| `{f.Usage}` | {f.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |"),
            listed);
    }
}
