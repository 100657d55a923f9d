using System.Text.Json;
using GrpoVerified.Claims;

namespace GrpoVerified.Cli.Tests.Ledger;

public sealed class LedgerContractTests
{
    private static readonly string[] Verdicts = ["proved", "proved-on-domain", "refuted", "inconclusive", "cited", "not-checked"];
    private static readonly string[] Kinds = ["coq", "certificate", "exact", "counterexample", "property", "grid"];

    private static void HasContract(JsonElement report, string command)
    {
        Assert.Equal(1, report.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(command, report.GetProperty("command").GetString());
        Assert.Equal(JsonValueKind.Object, report.GetProperty("summary").ValueKind);
        foreach (var claim in report.GetProperty("claims").EnumerateArray())
        {
            Assert.Matches("^[A-M][0-9]+$", claim.GetProperty("id").GetString());
            Assert.NotEmpty(claim.GetProperty("title").GetString()!);
            Assert.Contains(claim.GetProperty("verdict").GetString(), Verdicts);
            foreach (var evidence in claim.GetProperty("evidence").EnumerateArray())
            {
                Assert.Contains(evidence.GetProperty("kind").GetString(), Kinds);
                Assert.NotEmpty(evidence.GetProperty("ref").GetString()!);
            }
        }
    }

    [Fact]
    public void Claims_lists_the_whole_catalogue()
    {
        var report = CommandLine.Run("claims", "--format", "json").Json();
        HasContract(report, "claims");
        Assert.Equal(ClaimCatalogue.All.Count, report.GetProperty("claims").GetArrayLength());
    }

    [Fact]
    public void Verify_takes_a_grid_and_certifies_the_counterexamples()
    {
        var run = CommandLine.RunWith("p_ref,beta,epsilon\n1/10,1,0.001\n", "verify", "--grid", "-", "--only", "A1,F10", "--format", "json");
        var report = run.Json();
        HasContract(report, "verify");
        Assert.Equal(ExitCode.Holds, run.ExitCode);
        var f10 = report.GetProperty("claims")[1];
        Assert.Equal("F10", f10.GetProperty("id").GetString());
        Assert.Equal("refuted", f10.GetProperty("verdict").GetString());
        Assert.Contains("counterexample", f10.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        Assert.Contains("not a proof", report.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_do_not_depend_on_the_format()
    {
        foreach (var format in new[] { "table", "markdown" })
        {
            var run = CommandLine.Run("claims", "--only", "F10", "--format", format);
            Assert.Contains("refuted", run.Output, StringComparison.Ordinal);
            Assert.Contains("F10", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("p_ref,beta\n1/10,1\n")]
    [InlineData("p_ref,beta,epsilon\n2,1,0\n")]
    [InlineData("p_ref,beta,epsilon\n1/10,1\n")]
    [InlineData("p_ref,beta,epsilon\n1/10,x,0\n")]
    [InlineData("[{\"p_ref\":0.1}]")]
    [InlineData("[3]")]
    [InlineData("[")]
    [InlineData("")]
    public void A_bad_grid_is_one_line(string grid)
        => CommandLine.RunWith(grid, "verify", "--grid", "-", "--only", "A1").IsOneLineUsageError("standard input");

    [Fact]
    public void A_grid_with_invalid_bytes_is_one_line()
        => CommandLine.RunWith([(byte)'p', 0xFF, 0xFE, (byte)'\n'], "verify", "--grid", "-").IsOneLineUsageError("UTF-8");

    [Fact]
    public void An_unknown_claim_names_the_nearest()
    {
        CommandLine.Run("explain", "F99").IsOneLineUsageError("no claim 'F99'", "did you mean 'F9'");
        CommandLine.Run("verify", "--only", "A1,Z").IsOneLineUsageError("no claim 'Z'", "--only");
        CommandLine.Run("explain").IsOneLineUsageError("'id' missing");
    }

    [Fact]
    public void Explain_shows_statement_and_correction()
    {
        var report = CommandLine.Run("explain", "f10", "--format", "json").Json();
        Assert.Equal("F10", report.GetProperty("parameters").GetProperty("id").GetString());
        Assert.Equal("false-as-stated", report.GetProperty("expected").GetString());
        Assert.NotEmpty(report.GetProperty("corrected").GetString()!);
        Assert.NotEqual(0, report.GetProperty("counterexamples").GetArrayLength());
    }
}
