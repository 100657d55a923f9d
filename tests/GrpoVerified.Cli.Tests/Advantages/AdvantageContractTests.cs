using System.Text.Json;

namespace GrpoVerified.Cli.Tests.Advantages;

/// <summary>The conventions of <c>advantages</c>, with digits from reference/advantages.py (mpmath).</summary>
public sealed class AdvantageContractTests
{
    private static JsonElement Run(string rewards, params string[] args)
        => CommandLine.Run(["advantages", "--rewards", rewards, .. args, "--format", "json"]).Json();

    private static string[] Advantages(JsonElement report)
        => [.. report.GetProperty("groups")[0].GetProperty("advantages").EnumerateArray().Select(a => a.GetString()!)];

    [Fact]
    public void The_default_is_the_papers_convention_with_epsilon_1_over_10000()
    {
        var report = Run("1,0,0,1");
        Assert.Equal("(r - mean) / sqrt(population variance + 1/10000)", report.GetProperty("profile").GetString());
        Assert.Equal("1/10000", report.GetProperty("parameters").GetProperty("epsilon").GetString());
        Assert.Equal("0.999800059980006997480923656929", Advantages(report)[0]);
    }

    [Theory]
    [InlineData("1,0,0,0,0,0,0,0", "sample", "outside", "mean", "2.47417393208683090")]
    [InlineData("1,0,0,0,0,0,0,0", "population", "inside", "mean", "2.64454265348161490")]
    [InlineData("1,0,0,0,0,0,0,0", "population", "inside", "leave-one-out", "3.02233446112184561")]
    [InlineData("1,0,0,0,0,0,0,0", "none", "inside", "leave-one-out", "1.00000000000000000")]
    [InlineData("1,0,0,0,0,0,0,0", "none", "inside", "mean", "0.875000000000000000")]
    [InlineData("1/3,-0.5,2.25e-1", "sample", "inside", "none", "0.735491311636525499")]
    public void Each_convention_has_its_digits(string rewards, string std, string placement, string baseline, string first)
        => Assert.Equal(first, Advantages(Run(rewards, "--std", std, "--epsilon-placement", placement, "--baseline", baseline, "--digits", "18"))[0]);

    [Theory]
    [InlineData("population", "mean")]
    [InlineData("sample", "mean")]
    [InlineData("sample", "leave-one-out")]
    [InlineData("none", "leave-one-out")]
    public void A_group_of_one_and_a_group_without_spread_have_advantage_zero(string std, string baseline)
    {
        foreach (var epsilon in new[] { "0", "1e-4" })
        {
            Assert.Equal(["0"], Advantages(Run("0.3", "--std", std, "--baseline", baseline, "--epsilon", epsilon)));
            Assert.Equal(["0", "0"], Advantages(Run("0.3,0.3", "--std", std, "--baseline", baseline, "--epsilon", epsilon)));
        }
    }

    [Fact]
    public void Rules_for_degenerate_groups_are_stated()
        => Assert.Contains("0/0", Run("1,0", "--epsilon", "0").GetProperty("rules")[0].GetString(), StringComparison.Ordinal);

    [Fact]
    public void Advantages_are_all_or_nothing_about_their_source()
    {
        CommandLine.Run("advantages").IsOneLineUsageError("no rewards");
        CommandLine.Run("advantages", "-", "--rewards", "1").IsOneLineUsageError("both a file and --rewards");
        CommandLine.Run("advantages", "--rewards", "1,,2").IsOneLineUsageError("entry 2 of 3");
        CommandLine.Run("advantages", "--rewards", "1,0", "--epsilon", "-1").IsOneLineUsageError("epsilon");
    }

    [Fact]
    public void Files_and_the_command_line_agree_for_varied_rewards()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 40; trial++)
        {
            var rewards = Enumerable.Range(0, random.Next(1, 40)).Select(_ => RandomReward(random)).ToArray();
            var lines = string.Concat(rewards.Select(r => $"{{\"group\":\"1\",\"reward\":{r}}}\n"));
            string[] convention =
            [
                "--std", new[] { "population", "sample", "none" }[trial % 3],
                "--baseline", new[] { "mean", "leave-one-out", "none" }[trial / 3 % 3],
                "--epsilon-placement", trial % 2 == 0 ? "inside" : "outside",
                "--epsilon", trial % 5 == 0 ? "0" : "1e-4",
                "--digits", (1 + random.Next(60)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ];
            var listed = Run(string.Join(',', rewards), convention).GetProperty("groups");
            var read = CommandLine.RunWith(lines, ["advantages", "-", .. convention, "--format", "json"]).Json().GetProperty("groups");
            Assert.Equal(listed.ToString(), read.ToString());
        }
    }

    private static string RandomReward(Random random) => random.Next(5) switch
    {
        0 => "0",
        1 => "1",
        2 => random.Next(-1000, 1000) + "e-" + random.Next(6),
        3 => "0." + random.NextInt64(1_000_000_000_000_000_000).ToString("D18", System.Globalization.CultureInfo.InvariantCulture) + random.Next(1000).ToString("D3", System.Globalization.CultureInfo.InvariantCulture),
        _ => "-" + random.Next(100) + "." + random.Next(1000).ToString("D3", System.Globalization.CultureInfo.InvariantCulture),
    };
}
