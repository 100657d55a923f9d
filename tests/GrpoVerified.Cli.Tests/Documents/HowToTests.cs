using System.Text.RegularExpressions;
using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Documents;

/// <summary>docs/how-to/prove-your-own-claim.md: every command in order prints what the page says, and Coq accepts the file it writes.</summary>
public sealed class HowToTests : IDisposable
{
    private const string Page = "docs/how-to/prove-your-own-claim.md";
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-how-to-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // In a process of its own, whose current folder is empty: the page names files without a path.
    private (string Expected, string Printed) Run(ConsoleBlock block)
    {
        var (_, output, error) = Programs.Run(_folder, null, "dotnet", [typeof(ExitCode).Assembly.Location, .. block.Arguments()]);
        return (block.Output, string.Join('\n', (output + error).Split('\n').Select(static l => l.TrimEnd())).TrimEnd());
    }

    [Fact]
    public void The_commands_of_the_worked_example_print_what_it_shows()
    {
        var blocks = ConsoleBlock.Read(Page);
        Assert.Equal(["prove", "prove", "check-certificate"], blocks.Select(b => b.Arguments()[0]));
        Assert.All(blocks, block =>
        {
            var (expected, printed) = Run(block);
            Assert.Equal(WithoutTimes(expected), WithoutTimes(printed));
        });
    }

    [CoqFact]
    public void Coq_accepts_the_file_of_the_worked_example()
    {
        Run(ConsoleBlock.Read(Page).Single(b => b.Command.Contains("--emit-coq", StringComparison.Ordinal)));
        if (Environment.GetEnvironmentVariable("CI") is "true")
        {
            Programs.Succeed(_folder, null, "make", "-s", "-C", Repository.PathOf("proofs/coq"));
        }

        Programs.Succeed(_folder, null, "coqc", "-w", "none", "-Q", Repository.PathOf("proofs/coq/theories"), "GrpoProofs", Path.Combine(_folder, "six_fifths.v"));
        Assert.True(File.Exists(Path.Combine(_folder, "six_fifths.vo")));
    }

    // What a run measures differs from run to run.
    private static string WithoutTimes(string text)
        => Regex.Replace(text, @"\b[0-9]+\.[0-9]{4}\b|(?<=leavesPerSecond=)[0-9]+", "…", RegexOptions.None, TimeSpan.FromSeconds(10));
}
