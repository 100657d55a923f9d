namespace GrpoVerified.Cli.Tests.Proofs;

/// <summary>Bad claims are one line with the place, exit code 2, and nothing of them is executed.</summary>
public sealed class ProveErrorTests
{
    private const string Ranges = "p in [0,1], p_ref in (0,1), beta in (0,inf), eps in (0,inf)";

    [Fact]
    public void A_missing_range_names_the_variables()
        => CommandLine.Run("prove", "h(p) > p_ref", "--for", "p in [0,1], p_ref in (0,1)").IsOneLineUsageError("no range for beta, eps", "--for", "beta in (0,inf)");

    [Fact]
    public void Without_ranges_every_variable_is_missing()
        => CommandLine.Run("prove", "p > 0").IsOneLineUsageError("no range for p", "--for");

    [Fact]
    public void An_empty_range_names_the_column()
        => CommandLine.Run("prove", "p > 0", "--for", "p in [1,0]").IsOneLineUsageError("is empty", "option --for, column 1");

    [Theory]
    [InlineData("System.IO.File.Delete(p) > 0", "member access", "column 1")]
    [InlineData("System.Environment.Exit(0) > 0", "member access", "column 1")]
    [InlineData("eval(p) > 0", "unknown function 'eval'", "column 1")]
    [InlineData("ln(p) > 0", "did you mean log?", "column 1")]
    [InlineData("h(p) > q(p)", "unknown function 'q'", "column 8")]
    [InlineData("h(p) > ", "not a C# expression", "column 8")]
    [InlineData("h(p) p", "unexpected 'p'", "column 6")]
    [InlineData("h(p)", "expected a comparison", "column 1")]
    [InlineData("p > 1e999999", "", "column 5")]
    [InlineData("p > \u0007", "not a C# expression", "column 5")]
    public void A_claim_that_is_none_names_the_column(string claim, string fact, string place)
        => CommandLine.Run("prove", claim, "--for", Ranges).IsOneLineUsageError(fact, "the claim, " + place);

    [Fact]
    public void A_claim_that_is_too_deep_or_too_long_is_one_line()
    {
        CommandLine.Run("prove", new string('(', 3000) + "p" + new string(')', 3000) + " > 0", "--for", Ranges).IsOneLineUsageError("nested deeper");
        CommandLine.Run("prove", string.Join(" + ", Enumerable.Repeat("p", 3000)) + " > 0", "--for", Ranges).IsOneLineUsageError("nested deeper");
        CommandLine.Run("prove", string.Join(" + ", Enumerable.Repeat("p", 30_000)) + " > 0", "--for", Ranges).IsOneLineUsageError("more than the limit");
        CommandLine.Run("prove", "p > " + new string('7', 12_000), "--for", Ranges).IsOneLineUsageError("digits");
    }

    [Fact]
    public void Hypotheses_and_existential_ranges_name_their_options()
    {
        CommandLine.Run("prove", "p > 0", "--for", "p in [0,1]", "--given", "p >").IsOneLineUsageError("option --given, column 4");
        CommandLine.Run("prove", "p > 0", "--for", string.Empty, "--exists", "p in [0").IsOneLineUsageError("option --exists, column 8");
        CommandLine.Run("prove", "p == q", "--for", string.Empty, "--exists", "p in [0,1], q in [0,1]").IsOneLineUsageError("exactly one variable");
    }

    [Fact]
    public void Wrong_files_and_numbers_are_one_line()
    {
        CommandLine.Run("prove", "p > 0", "--for", "p in [1,2]", "--out", "proof.json").IsOneLineUsageError("--out", ".cert.json");
        CommandLine.Run("prove", "p > 0", "--for", "p in [1,2]", "--out", "no-such-folder/p.cert.json").IsOneLineUsageError("--out", "is not there", "create it first");
        CommandLine.Run("prove", "p > 0", "--for", "p in [1,2]", "--budget", "0").IsOneLineUsageError("--budget");
        CommandLine.Run("prove", "p > 0", "--for", "p in [1,2]", "--threads", "none").IsOneLineUsageError("--threads");
        CommandLine.Run("prove", "p > 0", "--for", "p in [1,2]", "--resume", "--out", Path.Combine(Path.GetTempPath(), "grpo-not-there.cert.json")).IsOneLineUsageError("nothing to resume", "--resume");
        CommandLine.Run("prove").IsOneLineUsageError("claim");
    }
}
