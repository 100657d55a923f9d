using System.Globalization;
using System.Text.Json;
using GrpoVerified.Properties.Process;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;

namespace GrpoVerified.Properties.Tests.Process;

/// <summary>Requests written to a file and answers read back, round by round.</summary>
public sealed class FileExchangeTests : IDisposable
{
    private static readonly TrainerProfile Profile = NamedProfiles.Find("dr-grpo")!;

    private static readonly SuiteSettings Settings = new() { Cases = 6 };

    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-files-").FullName;

    private string Requests => Path.Combine(_folder, "requests.jsonl");

    private string Answers => Path.Combine(_folder, "answers.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_round_asks_for_the_description_alone()
    {
        var round = FileExchange.Run(_folder, Profile, Settings);
        Assert.Equal((1, 1), (round.Pending, round.Requests));
        Assert.Contains("\"describe\"", Assert.Single(File.ReadAllLines(Requests)), StringComparison.Ordinal);
        Assert.Empty(round.Results);
    }

    [Fact]
    public void Rounds_end_in_the_results_that_a_process_gives()
    {
        var round = Finish(MeanOnly, out var rounds);
        Assert.InRange(rounds, 2, 6);
        Assert.DoesNotContain(round.Results, r => r.Outcome == RuleOutcome.Failed);
        Assert.True(round.Results.Count(r => r.Outcome == RuleOutcome.Passed) >= 10);

        var broken = Finish((rewards, _) => [.. rewards], out _);
        Assert.Contains(broken.Results, r => r.RuleId == "T101" && r.Outcome == RuleOutcome.Failed);
    }

    [Fact]
    public void Asked_again_before_it_is_answered_nothing_is_a_finding()
    {
        FileExchange.Run(_folder, Profile, Settings);
        Answer(MeanOnly);
        var second = FileExchange.Run(_folder, Profile, Settings);
        var third = FileExchange.Run(_folder, Profile, Settings);
        Assert.True(second.Pending > 0);
        Assert.Equal((second.Pending, second.Requests), (third.Pending, third.Requests));
    }

    [Fact]
    public void A_request_that_was_left_out_is_a_finding()
    {
        FileExchange.Run(_folder, Profile, Settings);
        Answer(MeanOnly);
        FileExchange.Run(_folder, Profile, Settings);
        Answer(MeanOnly);
        var lines = File.ReadAllLines(Answers).ToList();
        lines.RemoveAt(1);
        File.WriteAllLines(Answers, lines);
        FileRound round;
        do
        {
            round = FileExchange.Run(_folder, Profile, Settings);
            Answer(MeanOnly, keep: true);
        }
        while (round.Pending > 0);
        Assert.Contains(round.Results, r => r.Counterexample?.Message.Contains("has no answer with the id", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("{\"id\":\"describe\",\"capabilities\":[\"x\"],\"dtypes\":[\"float64\"]}", "the answer to 'describe' cannot be used: unknown capability 'x'")]
    [InlineData("{\"id\":\"other\"}", "has no answer with the id 'describe'")]
    public void A_description_that_cannot_be_used_is_said(string answer, string says)
    {
        File.WriteAllText(Answers, answer + "\n");
        Assert.Contains(says, Assert.Throws<TrainerCommandException>(() => FileExchange.Run(_folder, Profile, Settings)).Message, StringComparison.Ordinal);
    }

    private FileRound Finish(Func<double[], int[], double[]> advantages, out int rounds)
    {
        File.Delete(Answers);
        for (rounds = 1; ; rounds++)
        {
            var round = FileExchange.Run(_folder, Profile, Settings);
            if (round.Pending == 0)
            {
                return round;
            }

            Answer(advantages);
        }
    }

    private static double[] MeanOnly(double[] rewards, int[] groups)
        => [.. rewards.Select((r, i) => r - rewards.Where((_, j) => groups[j] == groups[i]).Average())];

    // Answers every line of the requests; with keep, only those that no answer stands for and that the last line of the answers does not follow.
    private void Answer(Func<double[], int[], double[]> advantages, bool keep = false)
    {
        var known = keep ? File.ReadAllLines(Answers).ToList() : [];
        var answered = known.Select(Id).ToHashSet(StringComparer.Ordinal);
        var all = File.ReadAllLines(Requests);
        var last = keep ? Array.FindLastIndex(all, l => answered.Contains(Id(l))) : -1;
        File.WriteAllLines(Answers, [.. known, .. all.Skip(last + 1).Select(Reply)]);

        string Reply(string line)
        {
            using var request = JsonDocument.Parse(line);
            var root = request.RootElement;
            if (root.GetProperty("operation").GetString() is "describe")
            {
                return """{"id":"describe","name":"files","capabilities":["advantages","ragged-groups","interleaved-groups"],"dtypes":["float64"]}""";
            }

            double[] rewards = [.. root.GetProperty("rewards").EnumerateArray().Select(x => x.GetDouble())];
            int[] groups = [.. root.GetProperty("groups").EnumerateArray().Select(x => x.GetInt32())];
            var values = advantages(rewards, groups).Select(x => x.ToString("R", CultureInfo.InvariantCulture));
            return $$"""{"id":"{{Id(line)}}","advantages":[{{string.Join(',', values)}}]}""";
        }
    }

    private static string Id(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("id").GetString()!;
    }
}
