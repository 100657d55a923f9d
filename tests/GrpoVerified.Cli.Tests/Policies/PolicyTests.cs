using System.Text.Json;

namespace GrpoVerified.Cli.Tests.Policies;

public sealed class PolicyTests
{
    private static JsonElement Run(string input, params string[] args) => CommandLine.RunWith(input, ["policy", "-", .. args, "--format", "json"]).Json();

    [Fact]
    public void The_partition_function_agrees_with_the_reference_value()
    {
        var report = Run("""[{"probability":0.1,"reward":1},{"probability":"9/10","reward":0}]""", "--beta", "1", "--epsilon", "1/1000", "--digits", "40");
        Assert.Equal("2.621690703633155050226388665631899188311", report.GetProperty("partition").GetString());
        Assert.Equal("0.7535698527872919254368398640547386542121", report.GetProperty("p").GetString());
        Assert.Equal("1/10", report.GetProperty("parameters").GetProperty("p_ref").GetString());
    }

    [Fact]
    public void Csv_and_json_give_the_same_policy()
    {
        var json = Run("""{"outcomes":[{"outcome":"x","probability":0.25,"reward":1,"old":0.5},{"outcome":"y","probability":0.75,"reward":0,"old":"1/2"}]}""", "--beta", "2", "--epsilon", "0");
        var csv = Run("\uFEFFold,outcome,reward,probability\r\n1/2,x,1,1/4\r\n0.5,y,0,3/4\r\n", "--beta", "2", "--epsilon", "0", "--input", "csv");
        Assert.Equal(json.ToString(), csv.ToString());
        Assert.Equal("1/2", json.GetProperty("pOld").GetString());
    }

    [Theory]
    [InlineData("1", "0", "1", "0")]
    [InlineData("0", "1", "0", "1")]
    public void An_absorbing_reference_is_accepted_and_kept(string success, string failure, string p, string q)
    {
        foreach (var epsilon in new[] { "0", "1/10" })
        {
            var report = Run($$"""[{"probability":{{success}},"reward":1},{"probability":{{failure}},"reward":0}]""", "--beta", "1", "--epsilon", epsilon);
            Assert.StartsWith(p, report.GetProperty("p").GetString(), StringComparison.Ordinal);
            Assert.StartsWith(q, report.GetProperty("q").GetString(), StringComparison.Ordinal);
            Assert.Contains("B7", report.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""[{"probability":0.1,"reward":1},{"probability":0.89999,"reward":0}]""", "sum to less than 1 by 1/100000")]
    [InlineData("""[{"probability":1.1,"reward":1}]""", "outside [0,1]")]
    [InlineData("""[{"probability":-0.1,"reward":1}]""", "outside [0,1]")]
    [InlineData("""[{"probability":1,"reward":0.5}]""", "write 0 or 1")]
    [InlineData("""[{"probability":1}]""", "no field 'reward'")]
    [InlineData("""[{"reward":1}]""", "no field 'probability'")]
    [InlineData("""[{"probability":"x","reward":1}]""", "cannot read")]
    [InlineData("""[{"probability":NaN,"reward":1}]""", "not JSON")]
    [InlineData("""[{"probability":null,"reward":1}]""", "neither a number nor a text")]
    [InlineData("""[{"probability":1,"probability":1,"reward":1}]""", "occurs twice")]
    [InlineData("""[{"propability":1,"reward":1}]""", "did you mean 'probability'")]
    [InlineData("""[{"outcome":"a","probability":0.5,"reward":1},{"outcome":"a","probability":0.5,"reward":1}]""", "occurs twice")]
    [InlineData("""[{"probability":0.5,"reward":1,"old":0.5},{"probability":0.5,"reward":1}]""", "some outcomes have an old")]
    [InlineData("[", "not JSON")]
    [InlineData("[]", "no outcome")]
    [InlineData("{}", "no field 'outcomes'")]
    [InlineData("3", "no array of outcomes")]
    [InlineData("", "not JSON")]
    public void A_bad_policy_is_one_line(string json, string fact)
        => CommandLine.RunWith(json, "policy", "-", "--beta", "1", "--epsilon", "0").IsOneLineUsageError(fact, "standard input");

    [Fact]
    public void Errors_name_the_line_and_the_column()
        => CommandLine.RunWith("[\n {\"probability\":1,\"reward\":1},\n   {\"reward\":1}]", "policy", "-", "--beta", "1", "--epsilon", "0")
            .IsOneLineUsageError("line 3, column 4");

    [Fact]
    public void Csv_errors_name_the_line()
    {
        CommandLine.RunWith("probability,reward\n1/2,1\n1/2\n", "policy", "-", "--input", "csv", "--beta", "1", "--epsilon", "0").IsOneLineUsageError("line 3", "1 fields");
        CommandLine.RunWith("prob,reward\n1,1\n", "policy", "-", "--input", "csv", "--beta", "1", "--epsilon", "0").IsOneLineUsageError("unknown column 'prob'", "line 1");
    }
}
