using GrpoVerified.Cli.Manual;
using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Manual;

/// <summary>docs/grpo-verified.1 is what the program writes, and a formatter has nothing against it.</summary>
public sealed class ManualPageTests
{
    private static string Page() => Repository.PathOf("docs/grpo-verified.1");

    [Fact]
    public void The_page_is_what_the_program_writes()
        => Assert.True(
            string.Equals(CommandLine.Run("manual").Output, File.ReadAllText(Page()), StringComparison.Ordinal),
            "write it again: grpo-verified manual > docs/grpo-verified.1");

    [ToolFact("mandoc")]
    public void The_formatter_has_no_warning_and_shows_every_verb_option_and_example()
    {
        Assert.Empty(Programs.Succeed(Path.GetTempPath(), null, "mandoc", "-T", "lint", "-W", "warning", Page()));
        var text = Programs.Succeed(Path.GetTempPath(), null, "mandoc", "-T", "utf8", "-O", "width=400", Page());

        // Bold and underlined letters are struck twice.
        text = string.Concat(text.Where((_, i) => text[i] != '\b' && (i + 1 == text.Length || text[i + 1] != '\b')));
        foreach (var verb in Verb.All(ExampleTests.Root()))
        {
            Assert.Contains($"\n   {verb.Name}", text, StringComparison.Ordinal);
            Assert.All(verb.Options, o => Assert.Contains($"{o.Name} {o.Value}".TrimEnd(), text, StringComparison.Ordinal));
            Assert.All(verb.Example, l => Assert.Contains(l, text, StringComparison.Ordinal));
        }
    }
}
